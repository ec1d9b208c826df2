package io.tidemark.host.publish;

import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Rsync;

/**
 * What a host has for being published to.
 *
 * @param cores processors
 * @param rsync whether there is one that is new enough
 * @param rename whether links can be replaced in one step
 */
public record Tools(int cores, boolean rsync, boolean rename) {

    private static final int MOST = 1 << 14;
    private static final int MOST_CORES = 1024;

    /** Asks. */
    public static Tools of(SshConnection connection) throws ProblemException, InterruptedException {
        String said = connection.run(Command.of(Verb.COPY_TOOLS), MOST).text();
        return new Tools(
                Math.clamp(Fields.number(value(said, "cores ")), 1, MOST_CORES),
                Rsync.usable(value(said, "rsync ")),
                value(said, "rename ").equals("yes"));
    }

    private static String value(String said, String name) {
        return said.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }
}

package io.tidemark.engine.remote;

import io.tidemark.engine.Connections.Installed;
import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.RemoteProcess;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies this program to a server: as one archive over the connection, each file compared by its digest as the server reads it,
 * the program tried, and only then put in its place.
 */
final class Installing {

    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final int MOST_DIGESTS = 4 << 20;
    private static final int MOST_WORDS = 4 << 10;
    private static final int DIGEST = 64;

    private final SshConnection connection;
    private final String server;
    private final String version;

    Installing(SshConnection connection, String server, String version) {
        this.connection = connection;
        this.server = server;
        this.version = version;
    }

    Installed install(ProgramTree tree, JobContext job) throws ProblemException, InterruptedException {
        try {
            job.progress().phase("install", tree.files().size(), tree.bytes());
            Map<String, String> sent = new HashMap<>();
            Map<String, String> there = unpack(tree, sent, job);
            if (!there.equals(sent)) {
                throw refused("far.install.digest", "");
            }
            return new Installed(server, version, settle(), tree.files().size(), tree.bytes());
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of("far.install.read", Problem.Category.STORAGE, "object", tree.root())
                            .with(unreadable.toString()),
                    unreadable);
        }
    }

    private Map<String, String> unpack(ProgramTree tree, Map<String, String> sent, JobContext job)
            throws IOException, ProblemException, InterruptedException {
        try (RemoteProcess process = connection.exec(Command.of(Verb.UNPACK), SILENCE)) {
            byte[] said;
            try {
                new ProgramArchive(tree, job).write(process.input(), sent);
                process.input().close();
                said = process.output().readNBytes(MOST_DIGESTS);
            } catch (ProgramArchive.Unreadable ours) {
                throw new IOException(ours);
            } catch (IOException cut) {
                throw process.lost(cut);
            }
            if (process.waitFor() != 0) {
                throw refused("far.install.unpack", process.complaints());
            }
            return digests(new String(said, StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> digests(String said) {
        Map<String, String> digests = new HashMap<>();
        said.lines()
                .filter(line -> line.length() > DIGEST + 2)
                .forEach(line -> digests.put(line.substring(DIGEST + 2), line.substring(0, DIGEST)));
        return digests;
    }

    private String settle() throws ProblemException, InterruptedException {
        Answer answer = connection.run(Command.of(Verb.SETTLE, version), MOST_WORDS, SILENCE);
        if (!answer.well()) {
            throw refused("far.install.java", answer.complaints());
        }
        return answer.text().strip();
    }

    private ProblemException refused(String code, String said) {
        return new ProblemException(
                Problem.of(code, Problem.Category.REFUSED, "object", server).with(said));
    }
}

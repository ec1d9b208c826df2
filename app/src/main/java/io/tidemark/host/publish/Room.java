package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Host;
import io.tidemark.model.ProblemException;
import java.util.List;

/** How much room a host has. */
public final class Room {

    private static final int MOST = 1 << 14;
    private static final int KIBI = 1024;
    private static final int AVAILABLE = 3;

    private Room() {}

    /** Free bytes where a copy lies or will lie; as many as there can be if the host will not say. */
    public static long free(SshConnection connection, Host host, String repository)
            throws ProblemException, InterruptedException {
        for (String place : List.of(host.place(repository), host.root())) {
            Answer answer = connection.run(Command.of(Verb.FREE, place), MOST);
            List<String> lines = answer.text().lines().toList();
            if (answer.well() && lines.size() > 1) {
                String[] words = lines.getLast().split(" +");
                return words.length > AVAILABLE ? Fields.number(words[AVAILABLE]) * KIBI : Long.MAX_VALUE;
            }
        }
        return Long.MAX_VALUE;
    }
}

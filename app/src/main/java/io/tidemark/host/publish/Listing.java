package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/** Lists a tree on a host. */
final class Listing {

    private static final int MOST = 1 << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Listing() {}

    /** Everything below a directory. */
    static Nodes of(SshConnection connection, String directory) throws ProblemException, InterruptedException {
        Answer answer =
                Complaint.well(connection.run(Command.of(Verb.COPY_LIST, directory), MOST, PATIENCE), directory);
        try {
            return Nodes.read(plain(answer.output()));
        } catch (NoSuchElementException | IOException odd) {
            Problem problem = Problem.of("host.copies", Problem.Category.REFUSED, "object", directory);
            throw new ProblemException(problem.with(String.valueOf(odd.getMessage())), odd);
        }
    }

    /** Unpacked, if the host packed it; no entry of ours begins as gzip does. */
    private static byte[] plain(byte[] said) throws IOException {
        boolean packed = said.length > 1 && said[0] == (byte) 0x1f && said[1] == (byte) 0x8b;
        if (!packed) {
            return said;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(said))) {
            byte[] all = in.readNBytes(MOST);
            if (all.length == MOST) {
                throw new IOException("more than " + MOST + " bytes");
            }
            return all;
        }
    }
}

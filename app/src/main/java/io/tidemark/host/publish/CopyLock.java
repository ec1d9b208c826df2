package io.tidemark.host.publish;

import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.RemoteProcess;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The lock of a copy, held by a small program on the host until its input ends: with this, or with the connection. */
final class CopyLock implements AutoCloseable {

    private static final int NONCE = 16;
    private static final int HOLDER = 512;
    private static final int MOST_LINES = 1000;

    private final RemoteProcess process;
    private final String nonce;

    private CopyLock(RemoteProcess process, String nonce) {
        this.process = process;
        this.nonce = nonce;
    }

    /** What every change there must name. */
    String nonce() {
        return nonce;
    }

    /** Takes it, waiting a few seconds for one who just goes. */
    static CopyLock take(SshConnection connection, String place, Author author)
            throws ProblemException, InterruptedException {
        byte[] random = new byte[NONCE];
        new SecureRandom().nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        String who = nonce + " " + author.clock().instant() + " " + author.name() + " " + author.operation();
        Command command = Command.of(Verb.COPY_LOCK, List.of(place, padded(who)));
        RemoteProcess process = connection.exec(command);
        try {
            answer(process, nonce, place);
            return new CopyLock(process, nonce);
        } catch (IOException e) {
            throw process.lost(e);
        } catch (ProblemException e) {
            process.close();
            throw e;
        }
    }

    /** Always as many bytes, so that one holder overwrites another. */
    private static String padded(String who) {
        String plain = who.replaceAll("[^ -~]", "?");
        String whole = plain.length() >= HOLDER ? plain.substring(0, HOLDER - 1) : plain;
        return whole + " ".repeat(HOLDER - 1 - whole.length()) + "\n";
    }

    private static void answer(RemoteProcess process, String nonce, String place)
            throws IOException, ProblemException, InterruptedException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8), HOLDER);
        for (int i = 0; i < MOST_LINES; i++) {
            String line = lines.readLine();
            if (line == null) {
                throw failed(process, place);
            }
            if (line.equals(nonce + " held")) {
                return;
            }
            if (line.startsWith(nonce + " busy ")) {
                throw busy(line.substring(nonce.length() + " busy ".length()), place);
            }
        }
        throw new IOException("no word about the lock");
    }

    private static ProblemException failed(RemoteProcess process, String place)
            throws ProblemException, InterruptedException {
        int exit = process.waitFor();
        Problem problem = Problem.of("host.write", Problem.Category.STORAGE, "object", place);
        return new ProblemException(problem.with(exit + " " + process.complaints()));
    }

    private static ProblemException busy(String holder, String place) {
        String[] words = holder.strip().split(" ", 4);
        boolean known = words.length == 4;
        return new ProblemException(Problem.of(
                "host.busy",
                Problem.Category.BUSY,
                "object",
                place,
                "since",
                shown(known ? words[1] : "?"),
                "actor",
                shown(known ? words[2] : "?"),
                "operation",
                shown(known ? words[3] : "?")));
    }

    private static String shown(String said) {
        return EntryPath.of(said).text();
    }

    @Override
    public void close() {
        process.close();
    }
}

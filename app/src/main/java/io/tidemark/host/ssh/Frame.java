package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Marks that nobody can guess, around what one command says: start-up files of the account's shell may say things before
 * it, and output may look like a mark of ours.
 *
 * @param nonce 128 random bits, in hexadecimal
 */
record Frame(String nonce) {

    private static final int BITS = 128;
    private static final int NOISE = 1 << 16;
    private static final int LONGEST_STATUS = 8;

    /** Marks for one command. */
    static Frame random() {
        byte[] bytes = new byte[BITS / Byte.SIZE];
        new SecureRandom().nextBytes(bytes);
        return new Frame(HexFormat.of().formatHex(bytes));
    }

    /**
     * The line that runs words between marks, whatever the account's shell is. The words are arguments of the small
     * script and never part of it.
     */
    String around(List<String> words) {
        String script = "printf '%s' \"$0[\"; \"$@\"; printf '%s' \"$0]$?\"";
        return "exec " + ShellWords.join(List.of("sh", "-c", script, nonce)) + " " + ShellWords.join(words);
    }

    /** Feeds a command its input and takes its answer. */
    Answer talk(RemoteProcess process, Command command, int mostBytes) throws ProblemException, InterruptedException {
        Thread feeder = Thread.ofVirtual().name("ssh-input").start(() -> feed(process, command.input()));
        try {
            byte[] all = process.output().readNBytes(mostBytes + NOISE);
            boolean more = all.length == mostBytes + NOISE && process.output().read() >= 0;
            return more ? flooded(command) : answer(all, process, command, mostBytes);
        } catch (IOException e) {
            throw process.lost(e);
        } finally {
            feeder.interrupt();
        }
    }

    private Answer answer(byte[] all, RemoteProcess process, Command command, int mostBytes)
            throws ProblemException, IOException, InterruptedException {
        // One byte for each character: positions in the text are positions in the bytes.
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(nonce + "[");
        int end = text.lastIndexOf(nonce + "]");
        if (begin < 0 || end < begin) {
            throw new IOException("the command's end was not seen");
        }
        String status = text.substring(end + nonce.length() + 1).strip();
        byte[] output = text.substring(begin + nonce.length() + 1, end).getBytes(StandardCharsets.ISO_8859_1);
        if (output.length > mostBytes) {
            return flooded(command);
        }
        return new Answer(status(status), output, process.allComplaints());
    }

    private static int status(String text) throws IOException {
        try {
            return Integer.parseInt(text.substring(0, Math.min(text.length(), LONGEST_STATUS)));
        } catch (NumberFormatException e) {
            throw new IOException("no exit status behind the command's end");
        }
    }

    private static Answer flooded(Command command) throws ProblemException {
        Problem problem = Problem.of(
                "ssh.flood", Category.REFUSED, "object", command.verb().words().getFirst());
        throw new ProblemException(problem.in(Problem.State.UNKNOWN));
    }

    /** A command that does not read to the end is judged by its exit status. */
    private static void feed(RemoteProcess process, byte[] input) {
        try (OutputStream out = process.input()) {
            out.write(input);
        } catch (IOException notInterested) {
            // What it says tells the rest.
        }
    }
}

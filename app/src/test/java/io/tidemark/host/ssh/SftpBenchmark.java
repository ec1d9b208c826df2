package io.tidemark.host.ssh;

import io.tidemark.model.Asking;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Copies one large file and many small ones to and from a real sshd, with our SFTP and with OpenSSH's {@code sftp}, and
 * prints the ratios of the medians. Who goes first changes with every round.
 */
public final class SftpBenchmark {

    private static final int ROUNDS = 3;
    private static final int LARGE = 128 << 20;
    private static final int SMALL = 2000;
    private static final int SMALL_BYTES = 20_000;

    private final Path dir;

    private SftpBenchmark(Path dir) {
        this.dir = dir;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Runs the benchmark, in the temporary directory. */
    public static void main(String[] args) throws Exception {
        Path dir = Files.createTempDirectory("tidemark-sftp");
        try {
            new SftpBenchmark(dir).compareWithSftp();
        } finally {
            Keys.run(List.of("rm", "-rf", dir.toString()));
        }
    }

    private void compareWithSftp() throws Exception {
        Path host = Keys.make(dir, "host");
        Path key = Keys.make(dir, "id");
        Path large = noise(dir.resolve("large"), LARGE);
        Path small = Files.createDirectory(dir.resolve("small"));
        for (int i = 0; i < SMALL; i++) {
            noise(small.resolve("file-" + i), SMALL_BYTES);
        }
        try (Sshd sshd = new Sshd(dir.resolve("sshd"), host, dir.resolve("id.pub"))) {
            Files.writeString(dir.resolve("known"), sshd.knownAs() + " " + Keys.pub(host) + "\n");
            SshPlaces places = new SshPlaces(
                    dir, dir.resolve("none"), List.of(dir.resolve("known")), List.of(key), Optional.empty());
            try (SshConnection connection =
                            new SshConnector(places, Deadlines.usual(), Asking.nobody()).open(sshd.target());
                    RemoteFiles files = connection.files()) {
                int[] turn = {0};
                OpenSsh ssh = connection.openSsh(dir.resolve("private"));
                compare(
                        "large, up",
                        () -> {
                            create(files, large, dir.resolve("up" + turn[0]));
                            turn[0]++;
                        },
                        () -> sftp(ssh, "put " + large + " " + dir.resolve("theirs")));
                compare(
                        "large, down",
                        () -> get(files, large, dir.resolve("down")),
                        () -> sftp(ssh, "get " + large + " " + dir.resolve("their-down")));
                Path to = Files.createDirectory(dir.resolve("to"));
                Path theirs = Files.createDirectory(dir.resolve("their-to"));
                compare(
                        "small, up",
                        () -> {
                            for (int i = 0; i < SMALL; i++) {
                                create(files, small.resolve("file-" + i), to.resolve(turn[0] + "file-" + i));
                            }
                            turn[0]++;
                        },
                        () -> sftp(ssh, "put " + small + "/* " + theirs));
            }
        }
    }

    private static void compare(String what, Work ours, Work theirs) throws Exception {
        double[] our = new double[ROUNDS];
        double[] their = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            if (i % 2 == 0) {
                our[i] = seconds(ours);
                their[i] = seconds(theirs);
            } else {
                their[i] = seconds(theirs);
                our[i] = seconds(ours);
            }
        }
        System.out.printf(
                "%s: %.2f s, sftp %.2f s, %.2f of its speed%n",
                what, median(our), median(their), median(their) / median(our));
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void create(RemoteFiles files, Path from, Path to) throws Exception {
        try (InputStream content = Files.newInputStream(from)) {
            files.create(to.toString(), content, 0644);
        }
    }

    private static void get(RemoteFiles files, Path from, Path to) throws Exception {
        try (var out = Files.newOutputStream(to)) {
            files.copy(from.toString(), out, Long.MAX_VALUE);
        }
    }

    private static void sftp(OpenSsh ssh, String command) throws Exception {
        Process process = new ProcessBuilder("sftp", "-q", "-F", ssh.config().toString(), "-b", "-", OpenSsh.HOST)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.outputWriter()) {
            in.write(command + "\n");
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("sftp failed");
        }
    }

    private static Path noise(Path file, int length) throws Exception {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Files.write(file, bytes);
    }
}

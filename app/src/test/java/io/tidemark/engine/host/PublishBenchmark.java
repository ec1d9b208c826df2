package io.tidemark.engine.host;

import io.tidemark.host.Doors;
import io.tidemark.host.publish.Scissors;
import io.tidemark.host.ssh.OpenSsh;
import io.tidemark.host.ssh.SshConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Publishes a version of many files to a real sshd, planned, verified and made durable, against plain {@code rsync -a -e
 * ssh} followed by {@code sha256sum} of the same tree there, and against {@code sftp} where the host has no rsync; then a
 * second version with 2 % new files, of which it counts the bytes on the wire and on the host's disk. Arguments: files
 * (default 5000), rounds (default 3). Who goes first changes with every round; ratios are those of the medians.
 */
public final class PublishBenchmark {

    private static final String ONLY =
            "for p in sh cat head tr stat readlink find xargs sha256sum mkdir mv ln rm dd sync flock nproc grep chmod"
                    + " df id sleep; do cp -L \"$(command -v $p)\" \"$1/$p\"; done";

    private final Path dir;
    private final int files;
    private final int rounds;

    private PublishBenchmark(Path dir, int files, int rounds) {
        this.dir = dir;
        this.files = files;
        this.rounds = rounds;
    }

    private interface Work {
        void run(int round) throws Exception;
    }

    /** Runs the benchmark, in the temporary directory. */
    public static void main(String[] args) throws Exception {
        int files = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path dir = Files.createTempDirectory("tidemark-publish");
        try {
            new PublishBenchmark(dir, files, rounds).run();
        } finally {
            PublishLab.sh("rm -rf \"$1\"", dir.toString());
        }
    }

    private void run() throws Exception {
        try (PublishLab lab = new PublishLab(dir.resolve("rsync"), "alpine")) {
            make(lab);
            first(lab);
            second(lab);
        }
        Path bin = Files.createDirectories(dir.resolve("bin"));
        PublishLab.sh(ONLY, bin.toString());
        try (PublishLab lab = new PublishLab(dir.resolve("sftp"), "alpine", "PATH=" + bin)) {
            make(lab);
            bySftp(lab);
        }
    }

    /** Sizes as packages have them: most are small, a few are large. */
    private void make(PublishLab lab) throws Exception {
        Random random = new Random(1);
        long bytes = 0;
        for (int i = 0; i < files; i++) {
            bytes += file(lab, "1.0/main/" + i % 50 + "/package-" + i + ".apk", random);
        }
        PublishLab.sh("cp -al \"$1\" \"$2\"", at(lab, "1.0"), at(lab, "2.0"));
        for (int i = 0; i < files / 50; i++) {
            file(lab, "2.0/main/" + i % 50 + "/new-" + i + ".apk", random);
        }
        lab.seal("1.0", "2.0");
        System.out.printf("%d files, %.0f MB%n", files, bytes / 1e6);
    }

    private static long file(PublishLab lab, String path, Random random) throws Exception {
        byte[] content =
                new byte[(int) Math.min(3_000_000, Math.exp(8.2 + 3.4 * random.nextDouble() + random.nextGaussian()))];
        random.nextBytes(content);
        Path file = lab.root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return content.length;
    }

    private void first(PublishLab lab) throws Exception {
        Path theirs = Files.createDirectories(lab.mirror.root.getParent().resolve("theirs"));
        try (SshConnection connection = lab.mirror.open()) {
            OpenSsh ssh = connection.openSsh(lab.dir.resolve("private"));
            compare(
                    "first publish, planned, verified and durable, against rsync and sha256sum",
                    round -> publish(lab),
                    round -> plain(lab, ssh, theirs.resolve("v" + round).toString()));
            forget(lab);
            compare(
                    "the same against rsync, sha256sum and sync, which makes it durable too",
                    round -> publish(lab),
                    round -> {
                        String to = theirs.resolve("durable" + round).toString();
                        plain(lab, ssh, to);
                        PublishLab.sh(
                                "ssh -F \"$1\" \"$2\" \"sync -f '$3'\"",
                                ssh.config().toString(),
                                OpenSsh.HOST,
                                to);
                    });
        }
    }

    private static void forget(PublishLab lab) throws Exception {
        PublishLab.sh("mv \"$1\" \"$1.forgotten\"; sync", lab.there("").toString());
    }

    private void publish(PublishLab lab) throws Exception {
        lab.run(lab.publishing("1.0"));
    }

    private static void plain(PublishLab lab, OpenSsh ssh, String to) throws Exception {
        PublishLab.sh("rsync -a -e \"$1\" \"$2/\" \"$3:$4/\"", ssh.remoteShell(), at(lab, "1.0"), OpenSsh.HOST, to);
        sums(ssh, to);
    }

    private static void sums(OpenSsh ssh, String directory) throws Exception {
        PublishLab.sh(
                "ssh -F \"$1\" \"$2\" \"cd '$3' && find . -type f -print0 | xargs -0 sha256sum >/dev/null\"",
                ssh.config().toString(),
                OpenSsh.HOST,
                directory);
    }

    private void bySftp(PublishLab lab) throws Exception {
        Path theirs = Files.createDirectories(lab.mirror.root.getParent().resolve("theirs"));
        try (SshConnection connection = lab.mirror.open()) {
            OpenSsh ssh = connection.openSsh(lab.dir.resolve("private"));
            String put = "printf 'put -rp %s %s\\n' \"$2\" \"$3\" | sftp -q -F \"$1\" -b - " + OpenSsh.HOST;
            compare(
                    "by SFTP, planned and verified, against sftp that verifies nothing",
                    round -> publish(lab),
                    round -> PublishLab.sh(
                            put,
                            ssh.config().toString(),
                            at(lab, "1.0"),
                            theirs.resolve("v" + round).toString()));
        }
    }

    /** After our round the host forgets everything, outside the time that is taken; removing it would slow the next round. */
    private void compare(String what, Work ours, Work peers) throws Exception {
        double[] our = new double[rounds];
        double[] their = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                our[i] = seconds(ours, i);
                their[i] = seconds(peers, i);
            } else {
                their[i] = seconds(peers, i);
                our[i] = seconds(ours, i);
            }
            if (i < rounds - 1) {
                PublishLab.sh(
                        "mv \"$1\" \"$1.of-$2-$$\"; sync", dir + "/" + current() + "/there/srv/mirror/alpine", "" + i);
            }
        }
        System.out.printf(
                "%s: %.2f s %s, peer %.2f s %s: %.2f of its speed%n",
                what,
                median(our),
                Arrays.toString(our),
                median(their),
                Arrays.toString(their),
                median(their) / median(our));
    }

    private String current() {
        return Files.exists(dir.resolve("sftp")) ? "sftp" : "rsync";
    }

    private void second(PublishLab lab) throws Exception {
        long before = used(lab);
        long bytes = lab.store().version("1.0").orElseThrow().bytes();
        try (Scissors network = new Scissors(lab.mirror.sshd.port)) {
            Doors doors = lab.mirror.doors(network.port());
            network.arm(Long.MAX_VALUE, false, false);
            long begin = System.nanoTime();
            long fresh = lab.run(lab.publishing("2.0", lab.mirror.host(network.port())), doors)
                    .figures()
                    .get("send.bytes");
            System.out.printf(
                    "2 %% new files, %.2f %% of the bytes: %.2f s, %.2f %% on the wire (%d of %d), %.2f %% more on"
                            + " disk%n",
                    100.0 * fresh / bytes,
                    (System.nanoTime() - begin) / 1e9,
                    100.0 * network.passed() / bytes,
                    network.passed(),
                    bytes,
                    100.0 * (used(lab) - before) / before);
        }
    }

    private static long used(PublishLab lab) throws Exception {
        Process du = new ProcessBuilder("du", "-s", "-B1", lab.there("").toString()).start();
        String said = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(said.split("\\s")[0]);
    }

    private static double seconds(Work work, int round) throws Exception {
        long begin = System.nanoTime();
        work.run(round);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String at(PublishLab lab, String version) {
        return lab.root.resolve(version).toString();
    }
}

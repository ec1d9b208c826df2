package io.tidemark.engine.host;

import io.tidemark.host.publish.Scissors;
import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Cuts the network at random bytes while something is published to a real sshd and shown there. After each cut clients must
 * see the old state as a whole or the new one; the next run must finish. Arguments: how many cuts (default 200), seed
 * (default 1), {@code trees} (default), {@code images} or {@code ostree}.
 */
public final class CutCampaign implements AutoCloseable {

    private final CutSubject subject;
    private final Scissors network;
    private final Path kept;
    private final Random random;
    private final Map<String, Integer> endings = new TreeMap<>();
    private final long whole;

    /** Cuts what happens to a subject, which is closed with this. */
    CutCampaign(CutSubject subject, Path dir, long seed) throws Exception {
        this.subject = subject;
        random = new Random(seed);
        kept = dir.resolve("kept");
        PublishLab.sh("cp -a \"$1\" \"$2\"", subject.mirror().root.toString(), kept.toString());
        network = new Scissors(subject.mirror().sshd.port);
        network.arm(Long.MAX_VALUE, false, false);
        act();
        whole = network.passed();
    }

    /** Runs the campaign and prints what came of it. */
    public static void main(String[] args) throws Exception {
        int cuts = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path memory = Path.of("/dev/shm");
        Path dir = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "tidemark-cuts")
                : Files.createTempDirectory("tidemark-cuts");
        long begin = System.nanoTime();
        CutSubject subject =
                switch (args.length > 2 ? args[2] : "trees") {
                    case "images" -> new ImageCuts(dir);
                    case "ostree" -> new CommitCuts(dir);
                    default -> new TreeCuts(dir, seed);
                };
        try (CutCampaign campaign = new CutCampaign(subject, dir, seed)) {
            System.out.printf("publishing and switching moves %d bytes over the network%n", campaign.whole);
            for (int i = 0; i < cuts; i++) {
                campaign.cut();
                if (i % 50 == 49) {
                    System.out.printf("%d cuts%n", i + 1);
                }
            }
            System.out.printf(
                    "%d cuts (seed %d) in %d s: nothing torn, every next run finished%n",
                    cuts, seed, (System.nanoTime() - begin) / 1_000_000_000);
            campaign.endings.forEach((how, count) -> System.out.printf("%5d %s%n", count, how));
        } finally {
            PublishLab.sh("rm -rf \"$1\"", dir.toString());
        }
    }

    /** One cut, one judgement, and the run that finishes. */
    void cut() throws Exception {
        PublishLab.sh(
                "rm -rf \"$1\"; cp -a \"$2\" \"$1\"", subject.mirror().root.toString(), kept.toString());
        long offset = 1 + (long) (random.nextDouble() * (whole - 1));
        network.arm(offset, random.nextBoolean(), random.nextBoolean());
        String ending;
        try {
            act();
            ending = "done all the same";
        } catch (ProblemException cut) {
            ending = cut.problem().code();
        }
        network.mend();
        endings.merge(ending + ": " + judge(offset), 1, Integer::sum);
        finish(offset);
        String after = judge(offset);
        if (!after.equals(subject.finished())) {
            throw new IllegalStateException("cut at " + offset + ": the next run did not finish: " + after);
        }
    }

    private String judge(long offset) throws Exception {
        try {
            return subject.judge();
        } catch (IllegalStateException wrong) {
            throw new IllegalStateException("cut at " + offset, wrong);
        }
    }

    private void finish(long offset) throws Exception {
        try {
            act();
        } catch (ProblemException e) {
            throw new IllegalStateException(
                    "cut at " + offset + ": the next run failed: " + e.problem() + " after " + endings, e);
        }
    }

    private void act() throws Exception {
        subject.act(subject.mirror().host(network.port()), subject.mirror().doors(network.port()));
    }

    @Override
    public void close() throws Exception {
        network.close();
        subject.close();
    }
}

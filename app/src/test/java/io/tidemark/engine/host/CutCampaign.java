package io.tidemark.engine.host;

import io.tidemark.host.Doors;
import io.tidemark.host.publish.Scissors;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Cuts the network at random bytes while a version is published to a real sshd and a channel is switched to it. After each
 * cut every version that lies at a public path must be as it is sealed here, and the channel must lead to such a one; the
 * next run must finish. Arguments: how many cuts (default 200), seed (default 1).
 */
public final class CutCampaign implements AutoCloseable {

    private static final int FILES = 60;

    private final PublishLab lab;
    private final Scissors network;
    private final Path kept;
    private final Random random;
    private final Map<String, Integer> endings = new TreeMap<>();
    private final long whole;

    /** Prepares a host that shows 1.0. */
    CutCampaign(Path dir, long seed) throws Exception {
        random = new Random(seed);
        lab = new PublishLab(dir, "alpine");
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            files.put("main/package-" + i + ".apk", text(i < 6 ? 200_000 : 2_000));
        }
        lab.write("1.0", files);
        PublishLab.sh("cp -al \"$1\" \"$2\"", at("1.0"), at("2.0"));
        for (int i = 0; i < FILES; i += 4) {
            Files.delete(lab.root.resolve("2.0/main/package-" + i + ".apk"));
            lab.write("2.0", Map.of("main/new-" + i + ".apk", text(i == 0 ? 400_000 : 3_000)));
        }
        lab.seal("1.0", "2.0");
        lab.run(lab.publishing("1.0"));
        lab.run(lab.switching("1.0"));
        kept = dir.resolve("kept");
        PublishLab.sh("cp -a \"$1\" \"$2\"", lab.mirror.root.toString(), kept.toString());
        network = new Scissors(lab.mirror.sshd.port);
        network.arm(Long.MAX_VALUE, false, false);
        publishAndSwitch();
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
        try (CutCampaign campaign = new CutCampaign(dir, seed)) {
            System.out.printf("publishing and switching moves %d bytes over the network%n", campaign.whole);
            for (int i = 0; i < cuts; i++) {
                campaign.cut();
                if (i % 50 == 49) {
                    System.out.printf("%d cuts%n", i + 1);
                }
            }
            System.out.printf(
                    "%d cuts (seed %d) in %d s: no torn version, no torn channel, every next run finished%n",
                    cuts, seed, (System.nanoTime() - begin) / 1_000_000_000);
            campaign.endings.forEach((how, count) -> System.out.printf("%5d %s%n", count, how));
        } finally {
            PublishLab.sh("rm -rf \"$1\"", dir.toString());
        }
    }

    /** One cut, one judgement, and the run that finishes. */
    void cut() throws Exception {
        PublishLab.sh("rm -rf \"$1\"; cp -a \"$2\" \"$1\"", lab.mirror.root.toString(), kept.toString());
        long offset = 1 + (long) (random.nextDouble() * (whole - 1));
        network.arm(offset, random.nextBoolean(), random.nextBoolean());
        String ending;
        try {
            publishAndSwitch();
            ending = "done all the same";
        } catch (ProblemException cut) {
            ending = cut.problem().code();
        }
        network.mend();
        String state = judge(offset);
        endings.merge(ending + ", " + state, 1, Integer::sum);
        finish(offset);
        String after = judge(offset);
        if (!after.equals("2.0 there, shown 2.0") || Files.exists(lab.there(".tidemark/staging/2.0"))) {
            throw new IllegalStateException("cut at " + offset + ": the next run did not finish: " + after);
        }
    }

    private void finish(long offset) throws Exception {
        try {
            publishAndSwitch();
        } catch (ProblemException e) {
            throw new IllegalStateException(
                    "cut at " + offset + ": the next run failed: " + e.problem() + " after " + endings, e);
        }
    }

    private void publishAndSwitch() throws Exception {
        Host host = lab.mirror.host(network.port());
        Doors doors = lab.mirror.doors(network.port());
        lab.run(lab.publishing("2.0", host), doors);
        lab.run(lab.switching("2.0", host), doors);
    }

    /** What clients would see, and what a report says of it. */
    private String judge(long offset) throws Exception {
        try (Stream<Path> entries = Files.list(lab.there(""))) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                boolean version = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !name.startsWith(".");
                if (version && !PublishLab.seen(entry).equals(PublishLab.seen(lab.root.resolve(name)))) {
                    throw new IllegalStateException("cut at " + offset + ": torn " + entry);
                }
            }
        }
        String shown = Files.readSymbolicLink(lab.there(PublishLab.CHANNEL)).toString();
        if (!Files.isDirectory(lab.there(shown))) {
            throw new IllegalStateException("cut at " + offset + ": the channel leads to nothing: " + shown);
        }
        boolean there = agreed(offset);
        return "2.0 " + (there ? "there" : "not there") + ", shown " + shown;
    }

    /** Whether 2.0 lies there, as disk and report both say; what was begun before the cut may just end. */
    private boolean agreed(long offset) throws Exception {
        for (int i = 0; i < 50; i++) {
            boolean told = lab.copy().versions().stream()
                    .filter(HostReport.CopiedVersion::complete)
                    .anyMatch(v -> v.name().equals("2.0"));
            if (told == Files.exists(lab.there("2.0"))) {
                return told;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("cut at " + offset + ": report and disk differ about 2.0");
    }

    private String at(String version) {
        return lab.root.resolve(version).toString();
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    @Override
    public void close() throws Exception {
        network.close();
        lab.close();
    }
}

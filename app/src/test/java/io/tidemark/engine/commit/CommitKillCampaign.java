package io.tidemark.engine.commit;

import io.tidemark.model.Operation;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kills a process with {@code SIGKILL} at random moments while it promotes or rolls back a repository of commits, or makes
 * static deltas; sometimes the programs that it had started go on by themselves. As it lies then, production must stand for a whole commit of one of
 * the two versions; after the next start and a verify {@code ostree fsck} must find nothing, and summary, ref and channel must
 * agree, and clients must be told of no delta that is not there as a whole; where all is signed, a new client that asks for
 * signatures gets it over HTTP. Arguments: number of kills (default 120), seed (default 1). Exits 1 on any violation.
 */
public final class CommitKillCampaign implements AutoCloseable {

    private static final List<String> VERSIONS = List.of("41.1", "41.2");

    private final Path dir;
    private final CommitLab lab;
    private final Random random;
    private final Optional<KeyRing> ring;
    private final List<String> violations = new ArrayList<>();
    private final long usual;
    private int killed;

    /** A campaign; without knowing how long an operation takes it is measured first. */
    CommitKillCampaign(Path dir, long seed, long known, Optional<KeyRing> ring) throws Exception {
        this.dir = dir;
        this.lab = new CommitLab(dir);
        this.random = new Random(seed);
        this.ring = ring;
        lab.init(ring.map(keys ->
                        Map.of("gpg-sign", keys.key(), "gpg-home", keys.home().toString()))
                .orElse(Map.of()));
        for (String version : VERSIONS) {
            lab.release(version);
            lab.promote(version);
        }
        this.usual = known > 0 ? known : measured();
    }

    private long measured() throws Exception {
        long begin = System.nanoTime();
        start("rollback").waitFor();
        long took = (System.nanoTime() - begin) / 1_000_000;
        judge("the first rollback");
        return took;
    }

    /** Runs it by hand. */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 120;
        Path dir = Files.createTempDirectory("tidemark-commits");
        System.out.println(count + " kills in " + dir);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        try (KeyRing ring = KeyRing.make(dir.resolve("g"));
                CommitKillCampaign campaign = new CommitKillCampaign(dir, seed, 0, Optional.of(ring))) {
            for (int told = 0; campaign.killed < count; told++) {
                campaign.step();
                if (told % 10 == 9) {
                    System.out.println(campaign.killed + " killed, " + campaign.violations);
                }
            }
            System.out.println(campaign.killed + " killed, violations: " + campaign.violations);
            System.exit(campaign.violations.isEmpty() ? 0 : 1);
        }
    }

    /** What went wrong so far. */
    List<String> violations() {
        return violations;
    }

    /** How many processes were killed so far. */
    int killed() {
        return killed;
    }

    /** One operation, killed or not, and what becomes of it. */
    void step() throws Exception {
        String moved = lab.channel("prod").equals(Optional.of(VERSIONS.getLast())) ? "rollback" : "promote";
        String operation = random.nextInt(3) == 0 ? "deltas" : moved;
        String name = killed + " " + operation;
        Process process = start(operation);
        boolean ended = process.waitFor(random.nextLong(usual + 1), TimeUnit.MILLISECONDS);
        if (!ended) {
            killed++;
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly().waitFor();
            if (random.nextBoolean()) {
                children.forEach(ProcessHandle::destroyForcibly);
            }
            for (ProcessHandle child : children) {
                child.onExit().get(1, TimeUnit.MINUTES);
            }
        }
        asItLies(name);
        judge(name);
    }

    /** Clients that come now get a whole commit. */
    private void asItLies(String name) {
        try {
            String listed = lab.ostree().content(prod()).list(CommitLab.PROD_REF, lab.job());
            if (!listed.contains("/usr/lib/os-release")) {
                violations.add(name + ": as it lies there is no content: " + listed);
            }
        } catch (Exception unreadable) {
            violations.add(name + ": as it lies: " + unreadable);
        }
    }

    private void judge(String name) throws Exception {
        try {
            Optional<String> channel = lab.channel("prod");
            lab.run(new Operation.Verify(lab.root.toString(), Optional.empty()));
            for (String each : List.of("dev", "prod")) {
                String found = lab.fsck(lab.root.resolve(each));
                if (!found.isEmpty()) {
                    violations.add(name + ": " + each + ": " + found);
                }
            }
            toldOf(name);
            if (ring.isPresent()) {
                followed(name, ring.get());
            }
            if (channel.filter(VERSIONS::contains).isEmpty() || !channel.equals(content())) {
                violations.add(name + ": the channel shows " + channel + ", clients get " + content());
            }
            if (Files.exists(lab.root.resolve(".tidemark/products/scratch-repositories"))) {
                violations.add(name + ": work was left behind");
            }
        } catch (io.tidemark.model.ProblemException failed) {
            violations.add(name + ": " + failed.problem());
        }
    }

    /** Every delta that clients are told of lies there, and nothing else that looks like one. */
    private void toldOf(String name) throws Exception {
        List<String> there = lab.ostree().upkeep(prod()).deltas(lab.job()).stream()
                .map(delta -> delta.from().map(from -> from + "-").orElse("") + delta.to())
                .toList();
        String summary = Files.readString(prod().resolve("summary"), StandardCharsets.ISO_8859_1);
        List<String> told = Pattern.compile("[0-9a-f]{64}-[0-9a-f]{64}")
                .matcher(summary)
                .results()
                .map(MatchResult::group)
                .toList();
        if (!there.containsAll(told)) {
            violations.add(name + ": clients are told of " + told + ", there are " + there);
        }
        try (Stream<Path> all = Files.walk(prod().resolve("deltas"), 2)) {
            long directories = all.filter(each -> prod().relativize(each).getNameCount() == 3)
                    .count();
            if (directories != there.size()) {
                violations.add(name + ": half a delta lies in " + directories);
            }
        }
    }

    /** A computer that is new and trusts nothing unsigned gets what the channel shows. */
    private void followed(String name, KeyRing keys) throws Exception {
        Path client = dir.resolve("client-" + killed + "-" + System.nanoTime());
        try (TreeServer server = TreeServer.start(Published.tree(prod()))) {
            Client fresh = new Client(client, server.url(), keys.exported(), CommitLab.PROD_REF);
            fresh.upgrade();
            if (!content()
                    .map(version -> "VERSION=" + version + "\n")
                    .equals(Optional.of(fresh.read("usr/lib/os-release")))) {
                violations.add(name + ": a client has another system");
            }
        } catch (AssertionError | IOException refused) {
            violations.add(name + ": a client: " + refused.getMessage());
        }
    }

    /** The version that production holds, by the size of a file that differs. */
    private Optional<String> content() throws Exception {
        String commit = lab.ostree().refs(prod()).resolve(CommitLab.PROD_REF, lab.job());
        String log = lab.ostree().content(prod()).log(commit, lab.job());
        return VERSIONS.stream()
                .filter(version -> log.lines().limit(6).anyMatch(("Version: " + version)::equals))
                .findFirst();
    }

    private Path prod() {
        return lab.root.resolve("prod");
    }

    private Process start(String operation) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                dir.toString(),
                operation);
        builder.redirectErrorStream(true).redirectOutput(dir.resolve("said").toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    @Override
    public void close() {
        lab.close();
    }

    /** What is killed: one operation on a repository that is there. */
    public static final class Killed {

        private Killed() {}

        /** Promotes, rolls back, or makes deltas. */
        public static void main(String[] args) throws Exception {
            try (CommitLab lab = new CommitLab(Path.of(args[0]))) {
                if (args[1].equals("deltas")) {
                    lab.run(new Operation.MakeDeltas(lab.root.toString(), false, Map.of(), Map.of()));
                } else if (args[1].equals("promote")) {
                    lab.promote(VERSIONS.getLast());
                } else {
                    lab.rollback(Optional.of(VERSIONS.getFirst()), false);
                }
            }
        }
    }
}

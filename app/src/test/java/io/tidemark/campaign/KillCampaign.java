package io.tidemark.campaign;

import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills the packaged program with {@code SIGKILL} at random moments of update, snapshot, promote, rollback and prune,
 * and judges the disk after every kill and after the repair that the next start makes by itself, while a reader loops
 * through the channel. Arguments: the program, number of kills (default 300), seed (default 1). Exits 1 on any violation.
 */
public final class KillCampaign {

    private static final String CHANNEL = "latest-stable";

    private final Program program;
    private final Path repository;
    private final AlpineUpstream upstream;
    private final Judge judge;
    private final SplittableRandom random;
    private final Map<String, Long> usualMillis = new HashMap<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private int snapshots;

    private KillCampaign(Path executable, Path work, long seed) throws IOException {
        this.program = new Program(executable, Files.createDirectories(work.resolve("scratch")));
        this.repository = work.resolve("alpine");
        this.upstream = AlpineUpstream.create(
                work.resolve("upstream"), AlpineRecipe.small().withPackages(150));
        this.judge = new Judge(repository, CHANNEL);
        this.random = new SplittableRandom(seed);
    }

    /** Runs the campaign. */
    public static void main(String[] args) throws Exception {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Path work = Files.createTempDirectory("tidemark-kill");
        KillCampaign campaign = new KillCampaign(Path.of(args[0]).toAbsolutePath(), work, seed);
        campaign.prepare();
        System.exit(campaign.run(count) ? 0 : 1);
    }

    private void prepare() throws IOException, InterruptedException {
        String dir = repository.toString();
        program.mustDo(
                "init",
                dir,
                "--kind",
                "alpine",
                "--upstream",
                upstream.root().toUri().toString(),
                "--branch",
                upstream.recipe().branch(),
                "--arch",
                "x86_64",
                "--repos",
                "main,community,releases",
                "--keys",
                upstream.root().resolve("keys").toString());
        program.mustDo("update", dir, "--promote", CHANNEL, "--allow-boot-critical");
        upstream.mutate(5);
        program.mustDo("update", dir, "--promote", CHANNEL, "--allow-boot-critical");
        judge.look("before", Map.of());
    }

    private boolean run(int count) throws Exception {
        long start = System.nanoTime();
        try (Reader reader = new Reader(repository.resolve(CHANNEL))) {
            while (total() < count) {
                step();
            }
            reader.close();
            report(reader, (System.nanoTime() - start) / 1_000_000_000);
            return judge.violations().isEmpty() && reader.errors().isEmpty();
        }
    }

    private void step() throws IOException, InterruptedException {
        List<String> command = next();
        String operation = command.getFirst();
        Map<String, String> expected =
                operation.equals("snapshot") ? Map.of(command.get(3), judge.digest(command.get(2))) : Map.of();
        if (killed(operation, command)) {
            judge.look("after killing " + command, expected);
            repair(command);
        }
        judge.look("after repairing " + command, expected);
    }

    /** The next start repairs by itself: a plain look at the state must work, and a full verify must pass. */
    private void repair(List<String> command) throws IOException, InterruptedException {
        Program.Ended status = program.run("status", repository.toString());
        Program.Ended verify = program.run("verify", repository.toString());
        if (status.exit() != 0 || verify.exit() != 0) {
            judge.violations().add("after killing " + command + ": " + status.err() + verify.err());
        }
    }

    private boolean killed(String operation, List<String> command) throws IOException, InterruptedException {
        long usual = usualMillis.getOrDefault(operation, 0L);
        if (usual == 0) {
            usualMillis.put(operation, Math.max(1, program.run(command).millis()));
            return false;
        }
        Process process = program.start(command);
        boolean ended = process.waitFor(random.nextLong(usual / 4, usual + usual / 10 + 1), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        if (!ended) {
            kills.merge(operation, 1, Integer::sum);
        }
        return !ended;
    }

    private List<String> next() throws IOException {
        String dir = repository.toString();
        List<String> versions = judge.visible();
        String any = versions.get(random.nextInt(versions.size()));
        List<String> idle = new ArrayList<>(versions);
        idle.remove(judge.target());
        if (versions.size() > 7) {
            return List.of("prune", dir, idle.get(random.nextInt(idle.size())));
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> {
                upstream.mutate(4);
                yield List.of("update", dir);
            }
            case 2 -> List.of("snapshot", dir, any, "copy-" + snapshots++);
            case 3 -> List.of("promote", dir, any, "--channel", CHANNEL);
            case 4 -> List.of("rollback", dir, "--channel", CHANNEL, "--no-hold");
            default ->
                idle.isEmpty()
                        ? List.of("promote", dir, any, "--channel", CHANNEL)
                        : List.of("prune", dir, idle.get(random.nextInt(idle.size())));
        };
    }

    private int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void report(Reader reader, long seconds) {
        System.out.println("kills: " + total() + " " + kills + " in " + seconds + " s");
        System.out.println("reads through the channel meanwhile: " + reader.reads() + ", failed: "
                + reader.errors().size());
        System.out.println("violations: " + judge.violations().size());
        judge.violations().forEach(System.out::println);
        reader.errors().stream().distinct().limit(5).forEach(System.out::println);
    }
}

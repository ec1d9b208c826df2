package io.tidemark.campaign;

import io.tidemark.RealEngine;
import io.tidemark.cli.CommandLineFace;
import io.tidemark.demo.AlpineRecipe;
import io.tidemark.demo.AlpineUpstream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Kills the packaged program with {@code SIGKILL} at random moments of update, snapshot, promote, rollback, release and
 * prune. After every kill the disk is judged as it lies; then a fresh process starts, as somebody's next command would,
 * and must have repaired everything by itself; then every byte is verified. Meanwhile a reader loops through the channel.
 * Most kills are drawn over the time in which an operation holds the lock or has filed its intent, as measured in this run,
 * some over its whole life. Arguments: the program, number of kills (default 300), seed (default 1). Exits 1 on any violation.
 */
public final class KillCampaign {

    private static final String CHANNEL = "latest-stable";
    private static final int PACKAGES = 60;
    private static final int PROGRESS = 10;

    private final Program program;
    private final Path repository;
    private final AlpineUpstream upstream;
    private final Judge judge;
    private final Reader reader;
    private final SplittableRandom random;
    private final Deeds deeds;
    private final Strike strike;
    private final Tally tally = new Tally();
    private String content = "";

    KillCampaign(Path executable, Path work, SplittableRandom random, Strike strike) throws IOException {
        this.program = new Program(executable, Files.createDirectories(work.resolve("scratch")));
        this.repository = strike.place().resolve("alpine");
        this.strike = strike;
        this.upstream = AlpineUpstream.create(
                work.resolve("upstream"), AlpineRecipe.small().withPackages(PACKAGES));
        this.judge = new Judge(repository, CHANNEL);
        this.reader = new Reader(repository.resolve(CHANNEL));
        this.random = random;
        this.deeds = new Deeds(repository, CHANNEL, upstream, random);
    }

    /** Runs the campaign. */
    public static void main(String[] args) throws Exception {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Path work = Files.createTempDirectory("tidemark-kill");
        System.out.println(count + " kills, seed " + seed + ", in " + work);
        KillCampaign campaign = new KillCampaign(
                Path.of(args[0]).toAbsolutePath(), work, new SplittableRandom(seed), new Strike.Kill(work));
        campaign.prepare();
        System.exit(campaign.run(count) ? 0 : 1);
    }

    void prepare() throws IOException, InterruptedException {
        program.mustDo(
                "init",
                dir(),
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
        for (int day = 0; day < 2; day++) {
            upstream.mutate(5);
            content = deeds.upstreamContent();
            program.mustDo("update", dir(), "--promote", CHANNEL, "--allow-boot-critical");
            judge.look("before", content);
        }
        believe();
        if (strike.readersLive()) {
            reader.start();
        }
    }

    boolean run(int count) throws Exception {
        long start = System.nanoTime();
        for (int told = 0; strike.count(tally) < count; ) {
            step();
            if (strike.count(tally) >= told + PROGRESS) {
                told = strike.count(tally);
                System.out.println(told + " after " + (System.nanoTime() - start) / 1_000_000_000 + " s");
            }
        }
        reader.close();
        report((System.nanoTime() - start) / 1_000_000_000);
        return judge.violations().isEmpty() && reader.errors().isEmpty();
    }

    private void step() throws IOException, InterruptedException {
        State before = judge.state();
        Deed deed = deeds.next(before, tally);
        content = deeds.upstreamContent();
        believe();
        String name = strike.count(tally) + " " + String.join(" ", deed.words());
        Shot shot = Shot.at(program.start(deed.words()), repository, aim(deed.operation()), strike);
        judge.look("after killing " + name, content);
        int lines = judge.journal().size();
        boolean done = !program.answered().isEmpty();
        if (done && !deed.goal().test(before, judge.state())) {
            judge.blame("after killing " + name, "not done, but it said " + program.answered());
        }
        if (!shot.killed()) {
            ended(name, before, deed);
        }
        if (shot.killed() || !strike.readersLive()) {
            repair(name, before, deed, done);
        }
        tally.count(deed.operation(), shot, recovered(lines));
    }

    /** What came to its end by itself did what it was told, or refused and did nothing. */
    private void ended(String name, State before, Deed deed) throws IOException {
        boolean reached = deed.goal().test(before, judge.state());
        String said = program.said();
        if (!reached && (said.isEmpty() || !judge.state().equals(before))) {
            judge.blame("after " + name, "the goal was not reached. " + said);
        }
    }

    /** One kill in ten falls anywhere in the life of the process, of the others half each behind lock and intent. */
    private Shot.Aim aim(String operation) {
        int die = random.nextInt(20);
        Shot.From from = die < 2 ? Shot.From.START : die < 11 ? Shot.From.LOCK : Shot.From.INTENT;
        long usual = tally.usual(operation, from);
        if (tally.usual(operation, Shot.From.LOCK) == 0) {
            return Shot.Aim.never();
        }
        return usual == 0
                ? new Shot.Aim(Shot.From.LOCK, random.nextLong(tally.usual(operation, Shot.From.LOCK)))
                : new Shot.Aim(from, random.nextLong(usual + usual / 20 + 1));
    }

    /** The next start repairs by itself, whether it only looks or tries again what was killed; then all bytes are right. */
    private void repair(String name, State before, Deed deed, boolean done) throws IOException, InterruptedException {
        boolean again = random.nextBoolean();
        Program.Ended next = again ? program.run(deed.words()) : program.run("status", dir());
        judge.look("after the start after killing " + name, content);
        State now = judge.state();
        boolean right = again
                ? repeated(next, before, now, deed)
                : next.exit() == 0 && (done ? deed.goal().test(before, now) : deed.whole(before, now));
        if (!right) {
            judge.blame("after the start after killing " + name, before + " became " + now + " " + next);
        }
        if (!again) {
            judge.settled("after the start after killing " + name);
        }
        verify(name);
        judge.settled("after verifying after killing " + name);
        judge.look("after verifying after killing " + name, content);
    }

    /** The goal is reached, or was refused by a rule and all is as before. */
    private static boolean repeated(Program.Ended again, State before, State now, Deed deed) {
        return deed.goal().test(before, now) || again.exit() == 3 && now.equals(before);
    }

    private void verify(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        String workspace = program.scratch().resolve("judge.json").toString();
        int exit = new CommandLineFace(RealEngine::make, (file, language) -> 70, printer, printer)
                .run(new String[] {"verify", dir(), "--workspace", workspace, "--lang", "en"});
        if (exit != 0) {
            judge.blame("verifying after killing " + name, out.toString(StandardCharsets.UTF_8));
        }
    }

    /** What the journal says of repairs since. */
    private String recovered(int from) throws IOException {
        List<String> journal = judge.journal();
        List<String> said = journal.subList(Math.min(from, journal.size()), journal.size()).stream()
                .filter(line -> line.contains("\"RECOVERED\""))
                .toList();
        return said.stream().anyMatch(line -> line.contains("\"finished\":1"))
                ? "finished"
                : said.stream().anyMatch(line -> line.contains("\"undone\":1")) ? "undone" : "";
    }

    /** Whatever upstream published is a right answer for a reader. */
    private void believe() throws IOException {
        reader.believe(upstream.root().resolve(upstream.recipe().branch()));
        for (String version : judge.state().versions()) {
            reader.believe(repository.resolve(version));
        }
    }

    private String dir() {
        return repository.toString();
    }

    private void report(long seconds) {
        tally.table().forEach(System.out::println);
        System.out.println("seconds: " + seconds);
        System.out.println("reads through the channel meanwhile: " + reader.reads() + ", failed: "
                + reader.errors().size());
        System.out.println("violations: " + judge.violations().size());
        judge.violations().forEach(System.out::println);
        reader.errors().stream().distinct().limit(5).forEach(System.out::println);
    }
}

package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.RealEngine;
import io.tidemark.demo.AlpineUpstream;
import io.tidemark.schedule.PretendSystem;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror kept with {@code cp -r} and a cron line is taken over: nothing changes for clients, everything can be used. */
@NeedsProgram("cp")
class AdoptedMirrorTest {

    private static final String CHANNEL = Mirror.CHANNEL;
    private static final Pattern SAVED = Pattern.compile("\"freed.bytes\" *: *([0-9]+)");

    @TempDir(factory = QuickDisk.class)
    Path base;

    private AlpineUpstream upstream;
    private Console console;
    private Path mirror;
    private Path table;
    private SortedMap<String, String> before;

    @BeforeEach
    void keepAsPeopleDo() throws Exception {
        upstream = Mirror.upstream(base.resolve("upstream"));
        mirror = Files.createDirectory(base.resolve("alpine"));
        Trees.copy(upstream.root().resolve("v3.15"), mirror.resolve("3.15.4"));
        upstream.mutate(20);
        upstream.pointRelease();
        Trees.copy(upstream.root().resolve("v3.15"), mirror.resolve("3.15.5"));
        Files.createSymbolicLink(mirror.resolve(CHANNEL), Path.of("3.15.5"));
        table = Files.createDirectories(base.resolve("system/etc/cron.d")).resolve("mirror");
        Files.writeString(
                table,
                "MAILTO=root\n17 3 * * * root wget --mirror -nH -P " + mirror + "/latest-stable http://up.example/\n");
        console = new Console(
                base.resolve("workspace.json"), RealEngine.beside(PretendSystem.at(base.resolve("system"))));
        before = Seen.in(mirror);
    }

    private String live() throws Exception {
        return Files.readSymbolicLink(mirror.resolve(CHANNEL)).toString();
    }

    @Test
    void showsVersionsAndChannelAtOnceAndNamesWhoWrites() throws Exception {
        Ran adopt = console.does("adopt", "" + mirror, "--no-seal");
        adopt.says("3.15.4", "3.15.5", CHANNEL, table + ":2", "wget --mirror");
        assertEquals(before, Seen.in(mirror));
        console.does("status", "" + mirror).says(CHANNEL + " → 3.15.5", "not sealed yet", "wget --mirror");
    }

    @Test
    void rollsBackToAVersionThatIsNotSealedYet() throws Exception {
        console.does("adopt", "" + mirror, "--no-seal");
        console.does("rollback", "" + mirror, "--channel", CHANNEL, "--to", "3.15.4", "--reason", "no boot")
                .says("not sealed");
        assertEquals("3.15.4", live());
        console.run("promote", "" + mirror, "3.15.5", "--channel", CHANNEL).refused(3, "no boot");
        console.does("release", "" + mirror, "--channel", CHANNEL);
        console.does("promote", "" + mirror, "3.15.5", "--channel", CHANNEL);
        assertEquals(before, Seen.in(mirror));
    }

    @Test
    void sharesNothingWhileAForeignProgramWrites() throws Exception {
        console.does("adopt", "" + mirror);
        console.run("share", "" + mirror).refused(3, table + ":2", "wget --mirror");
        console.run("snapshot", "" + mirror, "3.15.5", "3.15.5-b").refused(3, table + ":2", "wget --mirror");
        assertEquals(before, Seen.in(mirror));
    }

    @Test
    void copiesSaveTheBytesTheySaidOnceTheWriterIsOff() throws Exception {
        String line = Files.readAllLines(table).get(1);
        console.does("adopt", "" + mirror, "--disable-writers");
        assertTrue(Files.readAllLines(table).stream().noneMatch(line::equals), "the line is off");
        assertTrue(Files.readString(table).contains("wget --mirror"), "and can be taken back");
        console.does("versions", "" + mirror).says("Sealed");
        long promised = saved(console.does("share", "" + mirror, "--dry-run", "--json"));
        long stored = Trees.stored(mirror);
        assertEquals(promised, saved(console.does("share", "" + mirror, "--json")));
        assertEquals(promised, stored - Trees.stored(mirror));
        assertTrue(promised > 50_000, "most of the mirror is the same in both versions: " + promised);
        assertEquals(timeless(before), timeless(Seen.in(mirror)));
        console.does("verify", "" + mirror);
    }

    /** A hard link has one time: of equal files all get the oldest. */
    private static SortedMap<String, String> timeless(SortedMap<String, String> seen) {
        SortedMap<String, String> rest = new TreeMap<>();
        seen.forEach((path, what) -> rest.put(path, what.replaceFirst("(?<=^\\d{1,9} )\\S+ ", "")));
        return rest;
    }

    private static long saved(Ran ran) {
        Matcher figure = SAVED.matcher(ran.out());
        assertTrue(figure.find(), ran::toString);
        return Long.parseLong(figure.group(1));
    }

    @Test
    void goesOnWithUpdatesFromWhereItWas() throws Exception {
        console.does(
                "adopt",
                "" + mirror,
                "--disable-writers",
                "--upstream",
                upstream.root().toUri().toString(),
                "--branch",
                "v3.15",
                "--keys",
                "" + upstream.root().resolve("keys"));
        upstream.mutate(10);
        upstream.pointRelease();
        console.does("update", "" + mirror, "--quiet");
        console.does("diff", "" + mirror, "3.15.5", "3.15.6").says("linux-lts");
        assertEquals("3.15.5", live());
        console.does("verify", "" + mirror);
    }

    @Test
    void fetchesOverTheWebOnlyWhatItDoesNotHave() throws Exception {
        try (TreeServer server = TreeServer.start(Published.tree(upstream.root()));
                Detour detour = new Detour(server.url())) {
            console.does(
                    "adopt",
                    "" + mirror,
                    "--disable-writers",
                    "--upstream",
                    detour.url(),
                    "--branch",
                    "v3.15",
                    "--keys",
                    "" + upstream.root().resolve("keys"));
            upstream.mutate(10);
            detour.asked();
            console.does("update", "" + mirror, "--quiet");
            List<String> packages = detour.asked().stream()
                    .filter(path -> path.endsWith(".apk"))
                    .toList();
            assertTrue(packages.size() <= 12, packages::toString);
            assertTrue(packages.stream().anyMatch(path -> path.contains("linux-lts")), packages::toString);
        }
        console.does("verify", "" + mirror);
    }
}

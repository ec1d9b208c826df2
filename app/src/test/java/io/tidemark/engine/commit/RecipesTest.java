package io.tidemark.engine.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Engine;
import io.tidemark.engine.JsonEngine;
import io.tidemark.engine.Recipes;
import io.tidemark.engine.Recipes.Saving;
import io.tidemark.engine.Recipes.Seen;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.engine.remote.Neighbour;
import io.tidemark.kind.ostree.StandIn;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Treefiles of a repository: kept with it or elsewhere, saved without loss, composed without moving what is held. */
@NeedsProgram("ostree")
class RecipesTest {

    private static final String SOUND = "{\"ref\": \"" + CommitLab.DEV_REF + "\", \"packages\": [\"kernel\"]}\n";

    @TempDir(factory = QuickDisk.class)
    Path dir;

    private CommitLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new CommitLab(dir, StandIn.kind(dir.resolve("bin"), dir.resolve("system")));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Recipes recipes() {
        return lab.engine().recipes();
    }

    private Sheet sheet(String role) throws Exception {
        return recipes().read(lab.root.toString(), lab.job()).sheet(role).orElseThrow();
    }

    private Sheet save(String role, String text, String mark) throws Exception {
        return recipes()
                .save(
                        lab.root.toString(),
                        new Saving(new Seen(role, mark, sheet(role).others()), text, ""),
                        lab.job());
    }

    private String refused(String role, String text, String mark) {
        return assertThrows(ProblemException.class, () -> save(role, text, mark))
                .problem()
                .code();
    }

    @Test
    void aTreefileBeginsFromAnExampleAndKeepsWhatItSaidBefore() throws Exception {
        lab.init(Map.of());
        String root = lab.root.toString();
        assertFalse(sheet("dev").there());
        String example = recipes().example(root, "prod");
        assertTrue(example.contains("\"ref\": \"" + CommitLab.PROD_REF + "\""), example);
        assertTrue(recipes().check(root, "prod", example).stream().noneMatch(found -> found.stops()));
        Sheet first = save("dev", SOUND, "");
        assertTrue(first.kept());
        Path file = lab.root.resolve(".tidemark/recipes/dev.json");
        assertEquals(file.toString(), first.file());
        assertEquals(
                "dev.json",
                lab.engine().views().status(root).config().upstream().one("treefile", ""));
        assertEquals("recipe.faults", refused("dev", "{}", first.mark()));
        assertEquals("recipe.changed", refused("dev", SOUND + "\n", ""));
        Files.writeString(file, SOUND.replace("kernel", "by-hand"));
        assertEquals("recipe.changed", refused("dev", SOUND + "\n", first.mark()));
        assertEquals(SOUND.replace("kernel", "by-hand"), Files.readString(file));
        save("dev", SOUND.replace("kernel", "third"), sheet("dev").mark());
        List<Recipes.Earlier> history = recipes().history(root, "dev");
        assertEquals(
                List.of("tester@lab", "", "tester@lab"),
                history.stream().map(Recipes.Earlier::actor).toList());
        assertEquals(SOUND.replace("kernel", "by-hand"), recipes().earlier(root, "dev", 2));
        assertEquals(SOUND, recipes().earlier(root, "dev", 1));
        assertEquals(
                List.of("dev.json", "dev.json"),
                lab.engine().views().log(root, 10).stream()
                        .filter(line -> line.event() == Event.CONFIGURED
                                && !line.reason().isEmpty())
                        .map(line -> line.reason())
                        .toList());
    }

    @Test
    void aTreefileElsewhereIsSavedThereOrBroughtInWithWhatItNeeds() throws Exception {
        Path etc = Files.createDirectories(dir.resolve("etc"));
        Path outside = Files.writeString(etc.resolve("kinoite.yaml"), "include: base.yaml\n");
        Files.writeString(
                etc.resolve("base.yaml"),
                "ref: " + CommitLab.DEV_REF + "\npackages: [kernel]\npostprocess-script: post.sh\n");
        Files.setPosixFilePermissions(
                Files.writeString(etc.resolve("post.sh"), "#!/bin/sh\n"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.writeString(etc.resolve("fedora.repo"), "[fedora]\n");
        lab.init(Map.of("treefile", outside.toString()));
        Sheet before = sheet("dev");
        assertFalse(before.kept());
        assertEquals(List.of("base.yaml", "fedora.repo", "post.sh"), before.beside());
        save("dev", "include: base.yaml\nselinux: true\n", before.mark());
        assertEquals("include: base.yaml\nselinux: true\n", Files.readString(outside));
        assertEquals("include: base.yaml\n", recipes().earlier(lab.root.toString(), "dev", 1));
        Sheet kept = recipes().keep(lab.root.toString(), "dev", lab.job());
        assertTrue(kept.kept());
        assertEquals(List.of(), kept.findings());
        assertEquals(before.beside(), kept.beside());
        assertTrue(Files.exists(outside));
        assertTrue(Files.isExecutable(lab.root.resolve(".tidemark/recipes/post.sh")));
        recipes().bring(lab.root.toString(), "fedora.repo", "[updates]\n", lab.job());
        assertEquals("[updates]\n", Files.readString(lab.root.resolve(".tidemark/recipes/fedora.repo")));
        ProblemException own = assertThrows(
                ProblemException.class, () -> recipes().bring(lab.root.toString(), "kinoite.yaml", "", lab.job()));
        assertEquals("recipe.own", own.problem().code());
    }

    /** A treefile elsewhere that includes another one, which adds a file. */
    private Path including() throws Exception {
        Path etc = Files.createDirectories(dir.resolve("etc/more"));
        Files.writeString(etc.resolve("motd"), "hello");
        Files.writeString(
                etc.resolve("base.json"), "{\"packages\": [\"kernel\"], \"add-files\": [[\"motd\", \"/etc/motd\"]]}");
        Path head = etc.resolveSibling("kinoite.json");
        Files.writeString(
                head, "{\"ref\": \"" + CommitLab.DEV_REF + "\", \"arch-include\": {\"x86_64\": \"more/base.json\"}}\n");
        lab.init("", Map.of("treefile", head.toString()));
        return head;
    }

    @Test
    void whatOthersChangedBesideATreefileIsNoticedBeforeItIsSaved() throws Exception {
        Path head = including();
        Path motd = head.resolveSibling("more/motd");
        for (Path other : List.of(motd, motd.resolveSibling("base.json"), head.resolveSibling("new.repo"))) {
            Seen seen = Seen.of(sheet("dev"));
            List<String> files = List.copyOf(seen.others().keySet());
            assertEquals(files.stream().sorted().toList(), files, "plans depend on them: the same in every process");
            String before = Files.readString(head);
            Files.writeString(other, Files.exists(other) ? Files.readString(other) + "\n" : "[new]\n");
            Saving saving = new Saving(seen, before + "\n", "");
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> recipes().save(lab.root.toString(), saving, lab.job()));
            assertEquals("recipe.beside", refused.problem().code());
            assertEquals(other.toString(), refused.problem().args().get("object"));
            assertEquals(before, Files.readString(head));
            assertThrows(ProblemException.class, () -> recipes().confirm(lab.root.toString(), seen));
            recipes().confirm(lab.root.toString(), Seen.of(sheet("dev")));
            save("dev", before + "\n", sheet("dev").mark());
        }
    }

    @Test
    void whatATreefileIncludesIsOpenedJudgedAsAWholeSavedAndRemembered() throws Exception {
        Path etc = Files.createDirectories(dir.resolve("etc"));
        Path base = Files.writeString(etc.resolve("base.yaml"), "packages: [kernel]\n");
        Path dev = Files.writeString(etc.resolve("dev.yaml"), "include: base.yaml\nref: " + CommitLab.DEV_REF + "\n");
        Path prod = Files.writeString(etc.resolve("prod.yaml"), "include: base.yaml\npackages: [vim]\nref: p\n");
        lab.init(Map.of("treefile", dev.toString(), "prod-treefile", prod.toString()));
        String root = lab.root.toString();
        Recipes.Board board = recipes().read(root, lab.job());
        assertEquals(
                List.of("dev/base.yaml", "prod/base.yaml"),
                board.parts().stream().map(Sheet::role).toList());
        Sheet part = board.parts("dev").getFirst();
        assertEquals(base.toString(), part.file());
        assertEquals(List.of(), part.findings());
        assertEquals("recipe.faults", refusedPart(part, "selinux: true\n"));
        assertEquals("recipe.faults", refusedPart(part, "packages: kernel\n"));
        assertEquals("packages: [kernel]\n", Files.readString(base));
        Sheet saved = recipes().save(root, new Saving(Seen.of(part), "packages: [htop]\n", ""), lab.job());
        assertEquals("packages: [htop]\n", saved.text());
        assertEquals("packages: [htop]\n", Files.readString(base));
        assertEquals("recipe.changed", refusedPart(part, "packages: [htop, vim]\n"));
        Files.writeString(dev, Files.readString(dev) + "selinux: true\n");
        assertEquals("recipe.beside", refusedPart(saved, "packages: [htop, vim]\n"));
        assertEquals(
                List.of("tester@lab", ""),
                recipes().history(root, "dev/base.yaml").stream()
                        .map(Recipes.Earlier::actor)
                        .toList());
        assertEquals("packages: [kernel]\n", recipes().earlier(root, "prod/base.yaml", 1));
        Files.writeString(base, "packages: [");
        Sheet broken = recipes().read(root, lab.job()).sheet("dev/base.yaml").orElseThrow();
        assertTrue(broken.findings().getFirst().stops());
        recipes().save(root, new Saving(Seen.of(broken), "packages: [kernel]\n", ""), lab.job());
        recipes().keep(root, "dev", lab.job());
        Sheet kept = recipes().read(root, lab.job()).sheet("dev/base.yaml").orElseThrow();
        recipes().save(root, new Saving(Seen.of(kept), "packages: [nano]\n", ""), lab.job());
        assertEquals("packages: [nano]\n", Files.readString(lab.root.resolve(".tidemark/recipes/base.yaml")));
        assertEquals("packages: [kernel]\n", Files.readString(base));
        assertEquals(
                "recipe.part",
                assertThrows(ProblemException.class, () -> recipes().check(root, "dev/other.yaml", ""))
                        .problem()
                        .code());
    }

    private String refusedPart(Sheet part, String text) {
        Saving saving = new Saving(Seen.of(part), text, "");
        return assertThrows(ProblemException.class, () -> recipes().save(lab.root.toString(), saving, lab.job()))
                .problem()
                .code();
    }

    @Test
    void whatOthersChangedIsNoticedBeforeAndWhileItIsComposed() throws Exception {
        Path motd = including().resolveSibling("more/motd");
        lab.build("41.1");
        Operation.Update update = new Operation.Update(
                lab.root.toString(), Optional.empty(), Optional.empty(), false, List.of(), List.of());
        Plan plan = lab.engine().operations().plan(update, lab.job());
        Files.writeString(motd, "other");
        ProblemException refused = assertThrows(
                ProblemException.class, () -> lab.engine().operations().run(plan, lab.job()));
        assertEquals("recipe.planned", refused.problem().code());
        assertFalse(lab.channel("dev").isPresent());
        Path program = dir.resolve("bin/rpm-ostree");
        String composes = Files.readString(program);
        Files.writeString(program, composes.replace("made=", "echo more >> " + motd + "; made="));
        Outcome outcome = lab.run(update);
        assertTrue(lab.channel("dev").isPresent());
        assertTrue(outcome.notices().stream()
                .anyMatch(notice -> notice.phrase().key().equals("compose.changed")
                        && notice.phrase().args().get("object").equals(motd.toString())));
        Files.writeString(program, composes);
        lab.build("41.2");
        assertTrue(lab.run(update).notices().stream()
                .noneMatch(notice -> notice.phrase().key().equals("compose.changed")));
    }

    @Test
    void aSavingThatWasKilledBeforeTheSettingsKnewOfItsFileCanBeRepeated() throws Exception {
        lab.init(Map.of());
        Path settings = lab.root.resolve(".tidemark/repository.json");
        byte[] before = Files.readAllBytes(settings);
        save("dev", SOUND, "");
        Files.write(settings, before);
        assertFalse(sheet("dev").there());
        String other = SOUND.replace("kernel", "other");
        assertEquals(other, save("dev", other, "").text());
        Files.write(settings, before);
        Files.writeString(lab.root.resolve(".tidemark/recipes/dev.json"), "by hand");
        assertEquals("recipe.changed", refused("dev", SOUND, ""));
        assertEquals(
                "recipe.own",
                assertThrows(ProblemException.class, () -> recipes().bring(lab.root.toString(), "prod", "x", lab.job()))
                        .problem()
                        .code());
    }

    @Test
    void composingByTheKeptTreefileMovesNoChannelThatIsHeld() throws Exception {
        lab.init("", Map.of());
        save("dev", SOUND, "");
        lab.build("41.1");
        lab.update();
        String first = lab.channel("dev").orElseThrow();
        lab.build("41.2");
        lab.update();
        lab.run(new Operation.Rollback(lab.root.toString(), "dev", Optional.of(first), true, "does not boot", true));
        String held = Files.readString(lab.root.resolve("dev/refs/heads/" + CommitLab.DEV_REF));
        lab.build("41.3");
        // the settings speak of another ref than the treefile: no gate of the plan can know
        var config = lab.engine().views().status(lab.root.toString()).config();
        lab.run(new Operation.Configure(
                lab.root.toString(),
                config.name(),
                new io.tidemark.model.Upstream(
                        "", Map.of("ref", List.of("demo/other"), "treefile", List.of("dev.json"))),
                config.transfer(),
                config.policies(),
                Map.of()));
        ProblemException refused = assertThrows(ProblemException.class, lab::update);
        assertEquals("commit.held", refused.problem().code());
        assertEquals(held, Files.readString(lab.root.resolve("dev/refs/heads/" + CommitLab.DEV_REF)));
        assertEquals(Optional.of(first), lab.channel("dev"));
    }

    @Test
    void treefilesOfAnotherMachineAreReadAndSavedThere() throws Exception {
        lab.init(Map.of());
        LocalEngine.Base base = lab.base(dir.resolve("there.json"));
        try (Neighbour neighbour = new Neighbour(base)) {
            Engine console = neighbour.console(JsonEngine.over(lab.engine()));
            String there = Neighbour.SERVER + lab.root;
            Sheet saved = console.recipes()
                    .save(there, new Saving(new Seen("dev", "", Map.of()), SOUND, "dev.yaml"), lab.job());
            assertEquals(lab.root.resolve(".tidemark/recipes/dev.yaml").toString(), saved.file());
            assertEquals(
                    saved, console.recipes().read(there, lab.job()).sheet("dev").orElseThrow());
            assertEquals(saved, sheet("dev"));
            assertEquals(
                    "treefile.syntax",
                    console.recipes()
                            .check(there, "dev", "a: [")
                            .getFirst()
                            .notice()
                            .phrase()
                            .key());
        }
    }
}

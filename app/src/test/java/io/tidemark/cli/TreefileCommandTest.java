package io.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.RealEngine;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Treefiles from a shell: begun, edited, compared, refused, taken over. */
@NeedsProgram("ostree")
class TreefileCommandTest {

    @TempDir(factory = QuickDisk.class)
    Path dir;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aTreefileIsEditedComparedAndTakenOver() throws Exception {
        String root = dir.resolve("kinoite").toString();
        assertEquals(0, run("init", root, "--kind", "ostree", "--ref", "k/dev", "--prod-ref", "k/prod"));
        assertEquals(2, run("treefile", "check", root));
        assertEquals(0, run("treefile", "edit", root, "--editor", "true"));
        assertEquals(2, run("treefile", "check", root));
        assertEquals(0, run("treefile", "edit", root, "--editor", "sed -i s/firefox/htop/"));
        assertTrue(said().contains(".tidemark/recipes/dev.json"), said());
        assertEquals(0, run("treefile", "show", root));
        assertTrue(said().contains("\"htop\"") && said().contains("\"ref\": \"k/dev\""), said());
        assertEquals(0, run("treefile", "take-over", root));
        assertEquals(0, run("treefile", "show", root, "--role", "prod"));
        assertTrue(said().contains("\"htop\"") && said().contains("\"ref\": \"k/prod\""), said());
        assertEquals(0, run("treefile", "edit", root, "--editor", "sed -i s/htop/vim/"));
        assertEquals(0, run("treefile", "diff", root));
        assertTrue(said().contains("+ vim") && said().contains("- htop") && said().contains("@@"), said());
        assertEquals(0, run("treefile", "history", root));
        assertEquals(2, said().lines().count(), said());
        assertEquals(0, run("treefile", "diff", root, "--number", "1", "--json"));
        assertTrue(said().contains("\"vim\""), said());
    }

    @Test
    void whatCannotBeComposedIsNotSavedAndNotLost() throws Exception {
        String root = dir.resolve("kinoite").toString();
        run("init", root, "--kind", "ostree", "--ref", "k/dev");
        Path latin = Files.write(dir.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
        assertEquals(2, run("treefile", "set", root, "--from", latin.toString(), "--lang", "en"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("cannot be read as text"), err::toString);
        assertEquals(3, run("treefile", "set", root, "--from", "/dev/zero"));
        Path file = Files.writeString(dir.resolve("mine.yaml"), "ref: k/dev\npackages: [kernel]\n");
        assertEquals(0, run("treefile", "check", file.toString()));
        assertEquals(0, run("treefile", "set", root, "--from", file.toString()));
        assertTrue(said().contains("dev.yaml"), said());
        assertEquals(3, run("treefile", "edit", root, "--editor", "sed -i s/kernel/-kernel/", "--lang", "en"));
        String kept = err.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("What was typed stays in "))
                .findFirst()
                .orElseThrow()
                .replaceFirst("What was typed stays in (.*)\\.$", "$1");
        assertTrue(Files.readString(Path.of(kept)).contains("-kernel"));
        Files.delete(Path.of(kept));
        Files.delete(Path.of(kept).getParent());
        Files.writeString(file, "ref: k/dev\npackages: kernel\n");
        assertEquals(3, run("treefile", "check", file.toString()));
        assertTrue(said().contains("2:11"), said());
        assertEquals(3, run("treefile", "set", root, "--from", file.toString(), "--dry-run"));
        assertEquals(2, run("treefile", "show", root, "--role", "nobody"));
        assertEquals(2, run("treefile", "keep", root));
        assertEquals(0, run("treefile", "set", root, "--beside", "fedora.repo", "--from", file.toString()));
        assertTrue(Files.exists(Path.of(root, ".tidemark/recipes/fedora.repo")));
        assertEquals(0, run("treefile", "show", root));
        assertEquals("ref: k/dev\npackages: [kernel]\n", said());
    }

    @Test
    void wrongNamesAndPlacesAreCalledWhatTheyAre() throws Exception {
        String root = dir.resolve("kinoite").toString();
        run("init", root, "--kind", "ostree", "--ref", "k/dev");
        Path file = Files.writeString(dir.resolve("a.json"), "{}");
        assertEquals(2, run("treefile", "set", root, "--beside", "../../x", "--from", file.toString(), "--lang", "en"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("the name of a file"), err::toString);
        assertEquals(2, run("treefile", "check", dir.resolve("none").toString(), "--lang", "en"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("neither a treefile nor a repository"), err::toString);
    }

    @Test
    void helpTellsOptionsFromCommandsOfTheSameName() {
        for (String command : List.of("init", "adopt", "configure")) {
            assertEquals(0, run(command, "--help", "--lang", "en"));
            assertTrue(said().contains("--delta-channels=") && said().contains("What rpm-ostree composes"), said());
        }
        assertEquals(0, run("treefile", "--help", "--lang", "en"));
        assertTrue(said().contains("Let the treefile of production say"), said());
    }

    @Test
    void whatATreefileIncludesIsShownAndEditedByItsName() throws Exception {
        String root = dir.resolve("kinoite").toString();
        run("init", root, "--kind", "ostree", "--ref", "k/dev");
        Path file = Files.writeString(dir.resolve("dev.yaml"), "ref: k/dev\npackages: [kernel]\n");
        assertEquals(0, run("treefile", "set", root, "--from", file.toString()));
        assertEquals(2, run("treefile", "show", root, "--file", "base.yaml"));
        Files.writeString(file, "selinux: true\npackages: [vim]\n");
        assertEquals(0, run("treefile", "set", root, "--beside", "base.yaml", "--from", file.toString()));
        Files.writeString(file, "ref: k/dev\ninclude: base.yaml\n");
        assertEquals(0, run("treefile", "set", root, "--from", file.toString()));
        assertEquals(0, run("treefile", "show", root, "--file", "base.yaml"));
        assertEquals("selinux: true\npackages: [vim]\n", said());
        assertEquals(0, run("treefile", "edit", root, "--file", "base.yaml", "--editor", "sed -i s/vim/htop/"));
        assertTrue(said().contains(".tidemark/recipes/base.yaml"), said());
        Files.writeString(file, "selinux: true\n");
        assertEquals(3, run("treefile", "set", root, "--file", "base.yaml", "--from", file.toString()));
        assertEquals(3, run("treefile", "set", root, "--beside", "base.yaml", "--from", file.toString()));
        assertEquals(2, run("treefile", "edit", root, "--file", "other.yaml", "--editor", "true"));
        assertEquals(0, run("treefile", "show", root, "--file", "base.yaml"));
        assertEquals("selinux: true\npackages: [htop]\n", said());
        assertEquals(0, run("treefile", "history", root, "--file", "base.yaml"));
        assertEquals(2, said().lines().count(), said());
        assertEquals(0, run("treefile", "check", root));
        assertTrue(said().contains("base.yaml"), said());
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        String workspace = dir.resolve("workspace.json").toString();
        String[] all = Stream.concat(Stream.of(args), Stream.of("--workspace", workspace))
                .toArray(String[]::new);
        return new CommandLineFace(
                        RealEngine::make,
                        (file, language) -> 0,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(all);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

package io.tidemark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree that packaging leaves, started as a person starts it: as modules, through its wrapper. */
class PackagedTreeIT {

    private static final Path TREE = Path.of("target/tidemark").toAbsolutePath();

    private static final Set<String> LIBRARIES = Set.of(
            "tidemark",
            "asn-one",
            "atlantafx-base",
            "bcpkix-jdk18on",
            "bcprov-jdk18on",
            "bcutil-jdk18on",
            "commons-codec",
            "commons-compress",
            "commons-io",
            "commons-lang3",
            "commons-net",
            "controlsfx",
            "ikonli-core",
            "ikonli-feather-pack",
            "ikonli-javafx",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "javafx-base",
            "javafx-controls",
            "javafx-graphics",
            "picocli",
            "slf4j-api",
            "slf4j-jdk14",
            "snakeyaml-engine",
            "sshj",
            "zstd-jni");

    @TempDir
    Path scratch;

    @Test
    void saysItsVersion() throws Exception {
        Run run = run(TREE.resolve("bin/tidemark"), Map.of(), "--version");
        assertEquals(0, run.status(), run.output());
        assertTrue(run.output().startsWith("tidemark 0."), run.output());
    }

    @Test
    void startsThroughLinksFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(scratch.resolve("first"), TREE.resolve("bin/tidemark"));
        Path relative = Files.createSymbolicLink(scratch.resolve("second"), link.getFileName());
        Run run = run(relative, Map.of(), "--version");
        Files.delete(link);
        assertEquals(0, run.status(), run.output());
    }

    @Test
    void startsInSilenceAfterTheTreeMoved() throws Exception {
        Path moved = scratch.resolve("a moved é tree");
        copy(TREE, moved);
        Run run = run(moved.resolve("bin/tidemark"), Map.of(), "--version");
        assertEquals(0, run.status(), run.output());
        assertFalse(run.output().contains("["), "Java complains: " + run.output());
    }

    @Test
    void startsWhereTheLocaleIsUnknown() throws Exception {
        Run run = run(TREE.resolve("bin/tidemark"), Map.of("LC_ALL", "fr_XX.ISO-8859-1"), "--version");
        assertEquals(0, run.status(), run.output());
    }

    @Test
    void speaksTheUsersLanguageWhereItsLocaleIsNotInstalled() throws Exception {
        Run asked = run(TREE.resolve("bin/tidemark"), Map.of(), "--lang", "fr", "--help");
        Run understood = run(TREE.resolve("bin/tidemark"), Map.of("LC_ALL", "fr_XX.ISO-8859-1"), "--help");
        assertEquals(asked.output(), understood.output());
    }

    @Test
    void walksThroughTheDemonstrationWhereTheLocaleIsNotUnicode() throws Exception {
        Path place = scratch.resolve("dépôt œuvre");
        Run run = run(TREE.resolve("bin/tidemark"), Map.of("LC_ALL", "C"), "demo", place.toString(), "--walk");
        assertEquals(0, run.status(), run.output());
        assertEquals(Path.of("3.15.4"), Files.readSymbolicLink(place.resolve("alpine/latest-stable")));
        assertTrue(run.output().contains("http://127.0.0.1:"), run.output());
        String settings = Files.readString(place.resolve("alpine/.tidemark/repository.json"));
        assertTrue(settings.contains("\"url\":\"file:///"), settings);
    }

    @Test
    @NeedsProgram({"xvfb-run", "xauth"})
    void opensItsWindowOnADisplay() throws Exception {
        Map<String, String> untilShown = Map.of("TIDEMARK_JAVA_OPTIONS", "-Dtidemark.exit-when-shown=true");
        String program = TREE.resolve("bin/tidemark").toString();
        String place = scratch.resolve("demo").toString();
        Run run = run(Path.of("xvfb-run"), untilShown, "-a", program, "demo", place, "--open");
        assertEquals(0, run.status(), run.output());
        assertFalse(run.output().contains("WARN"), run.output());
    }

    @Test
    void startsFromItsCache() throws Exception {
        Map<String, String> strict = Map.of("TIDEMARK_JAVA_OPTIONS", "-XX:AOTMode=on");
        Run run = run(TREE.resolve("bin/tidemark"), strict, "--version");
        assertEquals(0, run.status(), "the cache does not fit: " + run.output());
        assertTrue(Files.isRegularFile(TREE.resolve("lib/gui.aot")));
        Path file = TREE.resolve("bin/tidemark");
        Run delta = run(file, strict, "delta", "make", "" + file, "" + file, "" + scratch.resolve("delta"));
        assertEquals(0, delta.status(), "the cache of deltas does not fit: " + delta.output());
    }

    @Test
    void carriesTheLibrariesThatWereDecidedAndNoOthers() throws Exception {
        try (Stream<Path> files = Files.list(TREE.resolve("lib"))) {
            Set<String> jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.replaceFirst("(-[0-9][^/]*)?\\.jar$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(LIBRARIES), jars);
        }
    }

    private Run run(Path program, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        Path output = Files.createTempFile(scratch, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(scratch.toFile()).environment().putAll(environment);
        for (String own : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")) {
            builder.environment().put(own, scratch.resolve(own).toString());
        }
        int status = builder.start().waitFor();
        return new Run(status, Files.readString(output, StandardCharsets.UTF_8));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private record Run(int status, String output) {}
}

package io.tidemark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            "atlantafx-base",
            "commons-codec",
            "commons-compress",
            "commons-io",
            "commons-lang3",
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
            "zstd-jni");

    @TempDir
    Path scratch;

    @Test
    void saysItsVersion() throws Exception {
        Run run = run(TREE.resolve("bin/tidemark"), Map.of(), "--version");
        assertEquals(0, run.status(), run.output());
        assertTrue(run.output().startsWith("Tidemark 0."), run.output());
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
    void startsFromItsCache() throws Exception {
        Run run = run(TREE.resolve("bin/tidemark"), Map.of("TIDEMARK_JAVA_OPTIONS", "-XX:AOTMode=on"), "--version");
        assertEquals(0, run.status(), "the cache does not fit: " + run.output());
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

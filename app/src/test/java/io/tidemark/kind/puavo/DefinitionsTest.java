package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.kind.ImageTree;
import io.tidemark.model.Notice;
import io.tidemark.program.Unsquashfs;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram({"mksquashfs", "unsquashfs"})
class DefinitionsTest {

    @TempDir
    Path dir;

    private Path tree;
    private Path definitions;

    @BeforeEach
    void plant() throws Exception {
        tree = dir.resolve("tree");
        definitions = Files.createDirectories(tree.resolve("usr/share/puavo-conf/definitions"));
        Files.createDirectories(tree.resolve("etc"));
        Files.writeString(tree.resolve("etc/other.json"), "{\"never\":1}");
    }

    private ImageTree.Definitions read() throws Exception {
        Path image = dir.resolve("image.img");
        Files.deleteIfExists(image);
        int exit = new ProcessBuilder("mksquashfs", tree.toString(), image.toString(), "-noappend", "-comp", "lzo")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertEquals(0, exit);
        return Sample.TREE.definitions(image, Sample.JOB);
    }

    private static String key(ImageTree.Definitions definitions) {
        return definitions.notice().map(Notice::phrase).orElseThrow().key();
    }

    @Test
    void joinsTheDefinitionsInAnImage() throws Exception {
        Files.writeString(definitions.resolve("b.json"), "{\n  \"z\": {\"default\": \"é\"}\n}");
        Files.writeString(definitions.resolve("a.json"), "{\"y\":{\"default\":\"1.50\"}, \"x\":{}}");
        Files.writeString(definitions.resolve("notes.txt"), "{\"never\":1}");
        Files.createSymbolicLink(definitions.resolve("c.json"), Path.of("a.json"));
        assertEquals(
                new ImageTree.Definitions(
                        "{\"y\":{\"default\":\"1.50\"},\"x\":{},\"z\":{\"default\":\"é\"}}", Optional.empty()),
                read());
    }

    @Test
    void anImageWithoutDefinitionsSaysNothingAndNobodyIsWarned() throws Exception {
        assertEquals(new ImageTree.Definitions("{}", Optional.empty()), read());
    }

    @Test
    void aDefinitionThatStandsTwiceIsNamed() throws Exception {
        Files.writeString(definitions.resolve("a.json"), "{\"y\":{}}");
        Files.writeString(definitions.resolve("b.json"), "{\"y\":{}}");
        ImageTree.Definitions read = read();
        assertEquals("{}", read.json());
        assertEquals("notice.puavo.conf.duplicate", key(read));
        assertEquals("y", read.notice().orElseThrow().phrase().args().get("key"));
    }

    @Test
    void whatIsNoJsonOrTooMuchIsLeftOut() throws Exception {
        Files.writeString(definitions.resolve("a.json"), "{\"y\":");
        assertEquals("notice.puavo.conf.unreadable", key(read()));
        Files.write(definitions.resolve("a.json"), new byte[9 << 20]);
        assertEquals("notice.puavo.conf.unreadable", key(read()));
    }

    @Test
    void whatIsNoImageAndAMissingProgramAreTold() throws Exception {
        Path plain = Files.writeString(dir.resolve("plain.img"), "not squashfs, but long enough to be one".repeat(9));
        assertEquals("notice.puavo.conf.squashfs", key(Sample.TREE.definitions(plain, Sample.JOB)));
        read();
        ImageTree poor = new PuavoImages(new Unsquashfs(dir.resolve("nowhere").toString()));
        assertEquals("notice.puavo.conf.program", key(poor.definitions(dir.resolve("image.img"), Sample.JOB)));
    }

    @Test
    void aDamagedImageIsTold() throws Exception {
        read();
        byte[] bytes = Files.readAllBytes(dir.resolve("image.img"));
        Arrays.fill(bytes, 96, bytes.length, (byte) 0x55);
        Path damaged = Files.write(dir.resolve("damaged.img"), bytes);
        assertEquals("notice.puavo.conf.unreadable", key(Sample.TREE.definitions(damaged, Sample.JOB)));
    }

    @Test
    void factsComeFromTheHeadOfAnImage() throws Exception {
        read();
        Path image = dir.resolve("puavo-os-demo-bookworm-2026-01-05-080000-amd64.img");
        Files.move(dir.resolve("image.img"), image);
        var facts = new PuavoKind().inspect(image, Sample.JOB).attributes();
        assertEquals("lzo", facts.get("image.compression"));
        assertEquals("20260105080000", facts.get("image.version"));
        assertEquals("2026-01-05T08:00:00Z", facts.get("image.time"));
        assertEquals(Long.toString(Files.size(image)), facts.get("image.size"));
    }

    @Test
    void listsWhatAnImageHolds() throws Exception {
        Files.writeString(tree.resolve("etc/a name"), "four");
        read();
        var files = new Unsquashfs("/usr/bin:/bin").list(dir.resolve("image.img"));
        assertEquals(
                Optional.of(new Unsquashfs.Listed("etc/a name", '-', 4)),
                files.stream().filter(each -> each.path().endsWith("name")).findFirst());
    }
}

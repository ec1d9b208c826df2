package io.tidemark.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.ChangedFile;
import io.tidemark.engine.Images.Owners;
import io.tidemark.engine.Images.Span;
import io.tidemark.engine.Images.Told;
import io.tidemark.kind.ImageLayout;
import io.tidemark.kind.ImageLayout.Owner;
import io.tidemark.kind.ImageLayout.Piece;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a block map names. */
class ChangedFilesTest {

    @TempDir
    Path temp;

    private final Random random = new Random(11);

    @Test
    @NeedsProgram("mksquashfs")
    void whatChangedInASquashfsImageIsNamed() throws Exception {
        BlockMap map = compare("lzo");
        assertEquals(Told.PLACES, map.contents().told());
        ChangedFile first = map.contents().files().getFirst();
        assertEquals("usr/bin/changed", first.path());
        assertTrue(first.fresh() > 30_000 && first.fresh() <= first.stored(), "fresh " + first.fresh());
        assertTrue(map.contents().files().stream().noneMatch(file -> file.path().equals("usr/bin/same")));
        assertEquals(map.permille().size(), map.contents().owners().size());
        Span span = first.spans().getFirst();
        for (int cell = span.first(); cell <= span.last(); cell++) {
            assertTrue(map.contents().owners().get(cell).files().contains("usr/bin/changed"));
        }
        assertTrue(map.sizes().backward() > 0);
    }

    @Test
    @NeedsProgram({"mksquashfs", "unsquashfs"})
    void whereTablesAreNotReadSizesAreAllThereIs() throws Exception {
        BlockMap map = compare("xz");
        assertEquals(Told.SIZES, map.contents().told());
        assertEquals(List.of(), map.contents().owners());
        assertEquals(
                List.of("etc/grown"),
                map.contents().files().stream().map(ChangedFile::path).toList());
    }

    @Test
    void newBytesGoToTheFilesThatLieThereByWeight() {
        OwnerMap map = new OwnerMap(ImageLayout.of(
                List.of(
                        new Piece(100, 200, List.of(new Owner("a", 200))),
                        new Piece(300, 100, List.of(new Owner("b", 30), new Owner("c", 10))),
                        new Piece(500, 100, List.of(new Owner("a", 100)))),
                Map.of()));
        map.run(0, 150);
        map.run(250, 100);
        map.run(590, 400);
        Map<String, OwnerMap.Part> parts = map.parts(100);
        assertEquals(new OwnerMap.Part(110, 300, List.of(new Span(1, 2), new Span(5, 5))), parts.get("a"));
        assertEquals(37.5, parts.get("b").fresh());
        assertEquals(12.5, parts.get("c").fresh());
        List<Owners> owners = map.owners(200, 3);
        assertEquals(new Owners(List.of("a"), 0), owners.get(0));
        assertEquals(new Owners(List.of("a", "b", "c"), 0), owners.get(1));
        assertEquals(new Owners(List.of("a"), 0), owners.get(2));
    }

    private BlockMap compare(String compression) throws Exception {
        try (ImageLab lab = new ImageLab(temp)) {
            byte[] content = new byte[600_000];
            random.nextBytes(content);
            Path tree = temp.resolve("tree");
            Files.createDirectories(tree.resolve("usr/bin"));
            Files.createDirectories(tree.resolve("etc"));
            Files.write(tree.resolve("usr/bin/same"), content);
            Files.write(tree.resolve("usr/bin/changed"), java.util.Arrays.copyOf(content, 300_000));
            Files.write(tree.resolve("etc/grown"), new byte[10]);
            squash(lab, compression, 0);
            byte[] change = new byte[40_000];
            random.nextBytes(change);
            System.arraycopy(change, 0, content, 150_000, change.length);
            Files.write(tree.resolve("usr/bin/changed"), java.util.Arrays.copyOf(content, 300_000));
            Files.write(tree.resolve("etc/grown"), new byte[11]);
            squash(lab, compression, 1);
            lab.init(Map.of());
            lab.takeInAndPublish();
            String from = ImageLab.id(ImageLab.STAMPS.get(0));
            String to = ImageLab.id(ImageLab.STAMPS.get(1));
            return lab.engine().images().compare(lab.mirror(), from, to, lab.job());
        }
    }

    private void squash(ImageLab lab, String compression, int number) throws Exception {
        Path image = lab.dir.resolve("images").resolve(ImageLab.id(ImageLab.STAMPS.get(number)) + ".img");
        Process made = new ProcessBuilder(
                        "mksquashfs",
                        temp.resolve("tree").toString(),
                        image.toString(),
                        "-noappend",
                        "-comp",
                        compression)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("made").toFile())
                .start();
        assertEquals(0, made.waitFor());
    }
}

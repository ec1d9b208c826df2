package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeFilesTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private static List<String> texts(Mirror mirror) throws ProblemException {
        return mirror.open().recipes().history("dev").reversed().stream()
                .map(RecipeFiles.Saved::text)
                .toList();
    }

    @Test
    void everySavedTextStaysAndSoDoesWhatOthersWrote() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        assertTrue(mirror.open().recipes().text("dev.json").isEmpty());
        Path outside = Files.writeString(temp.resolve("outside.json"), "by hand");
        mirror.write(s -> {
            s.saveRecipe("dev", outside.toString(), "one");
            s.saveRecipe("dev", outside.toString(), "one");
            s.saveRecipe("dev", "dev.json", "two");
        });
        Files.writeString(mirror.root.resolve(".tidemark/recipes/history/dev/README"), "by hand");
        assertEquals("one", Files.readString(outside));
        assertEquals("two", mirror.open().recipes().text("dev.json").orElseThrow());
        assertEquals(List.of("by hand", "one", "two"), texts(mirror));
        assertEquals(List.of(), mirror.open().recipes().history("prod"));
        for (String place : List.of("../x", "history", "a/b")) {
            assertThrows(ProblemException.class, () -> mirror.write(s -> s.saveRecipe("dev", place, "x")), place);
        }
        Files.write(outside, new byte[] {(byte) 0xff});
        assertThrows(ProblemException.class, () -> mirror.write(s -> s.saveRecipe("dev", outside.toString(), "x")));
    }

    @Test
    void aLinkThatWasPlantedAmongKeptFilesIsNotRead() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        mirror.write(s -> s.saveRecipe("dev", "dev.json", "old"));
        Path kept = mirror.root.resolve(".tidemark/recipes/dev.json");
        Path secret = Files.writeString(temp.resolve("secret"), "of another account");
        Files.delete(kept);
        Files.createSymbolicLink(kept, secret);
        RecipeFiles files = mirror.open().recipes();
        assertThrows(ProblemException.class, () -> files.text("dev.json"));
        assertThrows(ProblemException.class, () -> mirror.write(s -> s.saveRecipe("dev", "dev.json", "new")));
        assertEquals(List.of("old"), texts(mirror));
        assertEquals("of another account", Files.readString(secret));
    }

    @Test
    void keptFilesMayBeRunWhereThoseTakenInMay() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        Path kept = mirror.root.resolve(".tidemark/recipes/post.sh");
        mirror.write(s -> s.saveRecipe("post.sh", "post.sh", "one", 0750));
        assertEquals(0750, RecipeFiles.mode(kept));
        mirror.write(s -> s.saveRecipe("post.sh", "post.sh", "two"));
        assertEquals(0750, RecipeFiles.mode(kept));
    }

    @Test
    void aKilledSavingLosesNoText() throws Exception {
        int kills = 0;
        for (int n = 1; ; n++, kills++) {
            Mirror mirror = Mirror.adopted(temp.resolve("kill-" + n));
            mirror.write(s -> s.saveRecipe("dev", "dev.json", "old"));
            try {
                mirror.write(new Disk(Faults.killAt(n)), s -> s.saveRecipe("dev", "dev.json", "new"));
                break;
            } catch (Killed killed) {
                String now = mirror.open().recipes().text("dev.json").orElseThrow();
                assertTrue(List.of("old", "new").contains(now), now);
                assertTrue(texts(mirror).contains(now));
                mirror.write(s -> s.saveRecipe("dev", "dev.json", "next"));
                assertTrue(texts(mirror).containsAll(List.of("old", "next")));
            }
        }
        assertTrue(kills > 8, "only " + kills + " changes to the disk");
    }
}

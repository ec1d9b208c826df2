package io.tidemark.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.DirectoryChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private final Directory root = Directory.tree(List.of(
            new DirectoryChange("community/x86_64", 4, 3, 2, 1, 100),
            new DirectoryChange("main/aarch64", 1, 0, 0, 0, 7),
            new DirectoryChange("main/x86_64", 0, 2, 0, 0, -5),
            new DirectoryChange("main", 0, 0, 1, 0, 40)));

    @Test
    void directoriesStandBelowTheirParents() {
        assertEquals(
                List.of("community", "main"),
                root.parts().stream().map(Directory::name).toList());
        assertEquals("main/aarch64", root.parts().getLast().parts().getFirst().path());
    }

    @Test
    void aParentSumsUpItsPartsAndWhatLiesRightInIt() {
        Directory main = root.parts().getLast();
        assertEquals(new DirectoryChange("main", 1, 2, 1, 0, 42), main.total());
        assertEquals(1, main.own().changed());
    }

    @Test
    void aFileStandsUnderTheDeepestDirectoryThatCountsIt() {
        assertEquals("main/x86_64", root.holding("main/x86_64/a.apk").path());
        assertEquals("main/x86_64", root.holding("main/x86_64/deep/down/a.apk").path());
        assertEquals("main", root.holding("main/README").path());
        assertEquals("", root.holding("README").path());
    }
}

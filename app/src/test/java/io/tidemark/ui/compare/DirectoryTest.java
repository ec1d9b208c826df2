package io.tidemark.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.DirectoryChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private final Directory root = Directory.tree(List.of(
            new DirectoryChange("community/x86_64", 4, 3, 2, 1, 100),
            new DirectoryChange("main/aarch64", 1, 0, 0, 0, 7),
            new DirectoryChange("main/x86_64", 0, 2, 0, 0, -5)));

    @Test
    void directoriesStandBelowTheirParents() {
        assertEquals(
                List.of("community", "main"),
                root.parts().stream().map(Directory::name).toList());
        assertEquals("main/aarch64", root.parts().getLast().parts().getFirst().path());
    }

    @Test
    void aParentSumsUpItsParts() {
        assertEquals(
                new DirectoryChange("main", 1, 2, 0, 0, 2),
                root.parts().getLast().total());
        assertEquals(13, root.count());
    }
}

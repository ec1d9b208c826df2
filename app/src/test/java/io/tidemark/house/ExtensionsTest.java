package io.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidemark.model.Extension;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the module provides is what class paths find. */
class ExtensionsTest {

    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void bothListsAreTheSame() throws IOException {
        try (InputStream in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            List<String> provided = ModuleDescriptor.read(in).provides().stream()
                    .filter(each -> each.service().equals(Extension.class.getName()))
                    .flatMap(each -> each.providers().stream())
                    .toList();
            assertFalse(provided.isEmpty());
            assertEquals(
                    Files.readAllLines(CLASSES.resolve("META-INF/services/" + Extension.class.getName())), provided);
        }
    }
}

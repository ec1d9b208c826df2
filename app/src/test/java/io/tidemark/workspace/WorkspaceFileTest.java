package io.tidemark.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFileTest {

    @TempDir
    private Path dir;

    private WorkspaceFile file;

    @BeforeEach
    void open() {
        file = new WorkspaceFile(dir.resolve("config/workspace.json"));
    }

    @Test
    void isEmptyUntilItIsSaved() throws Exception {
        assertEquals(Inventory.empty(), file.read());
        Inventory saved = file.change(old -> old.with(List.of(new Inventory.Entry("alpine", "/srv/alpine"))));
        assertEquals(saved, new WorkspaceFile(file.path()).read());
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedAndNeverOverwritten() throws Exception {
        for (String content : List.of("", "{", "[]", "null", "{\"format\":1}", "{\"format\":1,\"surprise\":1}")) {
            put(content);
            refused("workspace.damaged");
            assertEquals(content, Files.readString(file.path()));
        }
        put("{\"format\":2,\"anything\":true}");
        refused("workspace.format");
        assertEquals("{\"format\":2,\"anything\":true}", Files.readString(file.path()));
    }

    @Test
    void everyTruncationIsRefused() throws Exception {
        file.change(old -> old.with(List.of(new Inventory.Entry("alpine", "/srv/alpine"))));
        String whole = Files.readString(file.path()).strip();
        for (int length = 0; length < whole.length(); length++) {
            put(whole.substring(0, length));
            refused("workspace.damaged");
        }
    }

    @Test
    void manyWritersLoseNothing() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "r" + i;
            threads.add(Thread.ofPlatform().start(() -> add(name)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(8, file.read().repositories().size());
    }

    private void add(String name) {
        try {
            file.change(old -> {
                List<Inventory.Entry> entries = new ArrayList<>(old.repositories());
                entries.add(new Inventory.Entry(name, "/srv/" + name));
                return old.with(entries);
            });
        } catch (ProblemException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void put(String content) throws Exception {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), content);
    }

    private void refused(String code) {
        assertEquals(
                code, assertThrows(ProblemException.class, file::read).problem().code());
        assertEquals(
                code,
                assertThrows(ProblemException.class, () -> file.change(old -> old))
                        .problem()
                        .code());
    }
}

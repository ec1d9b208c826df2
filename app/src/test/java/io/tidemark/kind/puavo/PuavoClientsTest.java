package io.tidemark.kind.puavo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.kind.ServedRepository;
import io.tidemark.model.ClientLines;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PuavoClientsTest {

    private static ClientLines lines(String web, String rsync) {
        return PuavoClients.lines(new ServedRepository(
                        "images", web, rsync, List.of(), List.of("puavo-os-demo-amd64"), Optional.empty()))
                .getFirst();
    }

    @Test
    void settingsNameTheDocumentsAndTheHost() {
        assertEquals(
                List.of(
                        "puavo.image.series.urls=[\"https://i.example/meta/puavo-os-demo-amd64.json\"]",
                        "puavo.image.servers=i.example"),
                lines("https://i.example", "rsync://i.example/images").lines());
    }

    @Test
    void whatLaptopsCannotUseIsSaid() {
        assertEquals(
                5,
                lines("http://i.example/puavo", "rsync://i.example/puavo")
                        .lines()
                        .size());
    }
}

package io.tidemark.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.HostReport;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedFileTest {

    private static final Logger LOG = Logger.getLogger(ObservedFile.class.getName());

    @TempDir
    private Path dir;

    @BeforeAll
    static void sayNothing() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void sayAgain() {
        LOG.setLevel(null);
    }

    private static HostReport report(String host) {
        HostReport.Finding finding =
                new HostReport.Finding("space", Severity.GOOD, Phrase.of("host.found.space", "free", 1, "disk", 2));
        return new HostReport(
                host,
                Instant.EPOCH,
                "Debian",
                Optional.empty(),
                Map.of("cores", 4L),
                List.of(finding),
                List.of(new HostReport.Copy("alpine", List.of(), List.of(), Optional.of(Instant.EPOCH))));
    }

    private ObservedFile open() {
        return new ObservedFile(new WorkspaceFile(dir.resolve("config/workspace.json")));
    }

    @Test
    void whatWasFoundIsFoundAgain() throws Exception {
        assertEquals(Optional.empty(), open().last("paris"));
        open().keep(report("paris"));
        open().keep(report("lyon"));
        assertEquals(Optional.of(report("paris")), open().last("paris"));
        open().forget("paris");
        assertEquals(Optional.empty(), open().last("paris"));
        assertEquals(Optional.of(report("lyon")), open().last("lyon"));
    }

    @Test
    void aDamagedFileIsPassedOverAndReplaced() throws Exception {
        open().keep(report("paris"));
        Path file = dir.resolve("config/workspace.hosts.json");
        for (String content :
                List.of("", "{", "null", "{\"format\":1}", "{\"format\":2,\"hosts\":{}}", "\u0000\u0001")) {
            Files.writeString(file, content);
            assertEquals(Optional.empty(), open().last("paris"), content);
            open().keep(report("lyon"));
            assertEquals(Optional.of(report("lyon")), open().last("lyon"));
        }
    }
}

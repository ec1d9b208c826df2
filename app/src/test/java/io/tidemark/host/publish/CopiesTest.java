package io.tidemark.host.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.model.HostReport;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram({"sshd", "ssh-keygen"})
class CopiesTest {

    @TempDir(factory = QuickDisk.class)
    private Path dir;

    @Test
    void whatNobodySealedIsShownAsItIs() throws Exception {
        try (MirrorHost mirror = new MirrorHost(dir);
                SshConnection connection = mirror.open()) {
            Unwatched job = new Unwatched(new MachinePool());
            assertEquals(List.of(), Copies.read(connection, mirror.host(), job));
            Path alpine = Files.createDirectories(mirror.root.resolve("al pine'$(x)"));
            Files.createDirectories(alpine.resolve("3.15.4"));
            Files.createDirectories(alpine.resolve("-3.15.5\n"));
            Files.createSymbolicLink(alpine.resolve("latest-stable"), Path.of("3.15.4/"));
            Files.createSymbolicLink(alpine.resolve("out"), Path.of("../../elsewhere"));
            Files.createDirectories(mirror.root.resolve("bad/.tidemark/holds"));
            Files.writeString(mirror.root.resolve("bad/.tidemark/copy.json"), "{");
            Files.writeString(mirror.root.resolve("index.html"), "");
            List<HostReport.Copy> copies = Copies.read(connection, mirror.host(), job);
            assertEquals(
                    List.of("al pine'$(x)", "bad"),
                    copies.stream().map(HostReport.Copy::name).toList());
            assertEquals(
                    List.of("-3.15.5\\x0a", "3.15.4"),
                    copies.getFirst().versions().stream()
                            .map(HostReport.CopiedVersion::name)
                            .toList());
            assertTrue(copies.getFirst().versions().stream().noneMatch(HostReport.CopiedVersion::complete));
            assertEquals(1, copies.getFirst().lanes().size());
            assertEquals(
                    "3.15.4",
                    copies.getFirst().lanes().getFirst().spans().getFirst().version());
        }
    }
}

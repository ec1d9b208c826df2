package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.demo.AlpineTampering;
import io.tidemark.store.QuickDisk;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upstream that lies: refused with exit 3, told in full, and nothing that clients see has changed. */
class LyingUpstreamTest {

    @TempDir(factory = QuickDisk.class)
    Path base;

    private Mirror mirror;
    private AlpineTampering lies;

    @BeforeEach
    void live() throws Exception {
        mirror = Mirror.at(base);
        mirror.living(mirror.url());
        mirror.upstream().mutate(30);
        lies = new AlpineTampering(mirror.upstream());
    }

    private void refused(String... said) throws Exception {
        SortedMap<String, String> before = mirror.seen();
        mirror.update("--promote", Mirror.CHANNEL, "--allow-boot-critical", "--quiet")
                .refused(3, said);
        assertEquals(before, mirror.seen());
        assertEquals("3.15.4", mirror.live());
        mirror.console().does("verify", mirror.place(), "3.15.4");
    }

    @Test
    void sizeOtherThanPromised() throws Exception {
        lies.lieAboutSize("main", "linux-lts");
        refused("linux-lts", ".apk", "bytes long", "promised");
    }

    @Test
    void contentOtherThanPromised() throws Exception {
        lies.corrupt("main", "linux-lts");
        refused("linux-lts", ".apk", "not what upstream promised");
    }

    @Test
    void packageCutShort() throws Exception {
        lies.truncate("main", "linux-lts");
        refused("linux-lts", ".apk", "has ", "its index promises");
    }

    @Test
    void olderIndexRightlySigned() throws Exception {
        mirror.update("--quiet").done();
        mirror.upstream().mutate(10);
        mirror.update("--quiet").done();
        lies.replayOlderIndex();
        refused("community/x86_64", "playing back", "--override older");
    }

    @Test
    void indexByAnUnknownKey() throws Exception {
        String stranger = lies.signWithUnknownKey("main").name();
        refused(stranger, "another key", "SHA256:", "--override key-changed");
    }

    @Test
    void anotherKeyUnderTheKnownName() throws Exception {
        lies.signWithKeyOfSameName("main");
        refused(mirror.upstream().key().name(), "changed");
    }

    @Test
    void nameThatClimbsOut() throws Exception {
        lies.addTraversal("main");
        refused("APKINDEX", "../../../etc/evil");
    }

    @Test
    void indexWithoutSignature() throws Exception {
        lies.unsign("main");
        refused("APKINDEX", "not signed");
    }
}

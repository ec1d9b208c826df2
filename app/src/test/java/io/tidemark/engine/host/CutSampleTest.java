package io.tidemark.engine.host;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few cuts of the long campaign. */
@NeedsProgram({"sshd", "ssh-keygen", "rsync"})
class CutSampleTest {

    @TempDir(factory = QuickDisk.class)
    private Path dir;

    @Test
    void aCutConnectionLeavesNoTornVersionAndTheNextRunFinishes() throws Exception {
        cut(new TreeCuts(dir, 7), 2);
    }

    @Test
    void aCutConnectionLeavesNoDocumentThatNamesWhatIsNotThere() throws Exception {
        cut(new ImageCuts(dir), 1);
    }

    @Test
    @NeedsProgram("ostree")
    void aCutConnectionLeavesNoRefWhoseCommitIsNotWhole() throws Exception {
        cut(new CommitCuts(dir), 1);
    }

    private void cut(CutSubject subject, int cuts) throws Exception {
        try (CutCampaign campaign = new CutCampaign(subject, dir, 7)) {
            for (int i = 0; i < cuts; i++) {
                assertDoesNotThrow(campaign::cut);
            }
        }
    }
}

package io.tidemark.engine.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small part of the campaign. */
@NeedsProgram("ostree")
class CommitKillTest {

    @TempDir(factory = QuickDisk.class)
    Path dir;

    @Test
    void productionIsWholeAfterAKill() throws Exception {
        try (CommitKillCampaign campaign = new CommitKillCampaign(dir, 7, 1200, Optional.empty())) {
            while (campaign.killed() < 1) {
                campaign.step();
            }
            assertEquals(List.of(), campaign.violations());
        }
    }
}

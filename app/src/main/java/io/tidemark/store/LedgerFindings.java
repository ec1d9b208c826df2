package io.tidemark.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What looking at a sealed version found.
 *
 * @param tampered paths that differ from what was recorded, missing and foreign ones among them
 * @param unsettled files that look right but of which the ledger knows too little
 */
record LedgerFindings(List<String> tampered, List<Unsettled> unsettled) {

    static LedgerFindings none() {
        return new LedgerFindings(new ArrayList<>(), new ArrayList<>());
    }

    /** A file whose bytes must be read before it counts as unchanged. */
    record Unsettled(SealedFolder folder, SealedItem item) {}

    /** All findings of several threads; paths sorted. */
    static LedgerFindings all(List<LedgerFindings> parts) {
        LedgerFindings all = none();
        for (LedgerFindings part : parts) {
            all.tampered.addAll(part.tampered);
            all.unsettled.addAll(part.unsettled);
        }
        all.tampered.sort(null);
        return all;
    }
}

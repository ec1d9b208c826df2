package io.tidemark.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What looking at a sealed version found.
 *
 * @param tampered paths that differ from what was recorded, missing and foreign ones among them
 * @param doubtful files that look right but were touched by somebody else: a link to them may have been removed in another
 *     version, or their bytes may have been changed and their time put back
 * @param unsettled files that look right but of which the ledger knows too little
 */
record LedgerFindings(List<String> tampered, List<Unsettled> doubtful, List<Unsettled> unsettled) {

    static LedgerFindings none() {
        return new LedgerFindings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Nothing of the version is there any more. */
    static LedgerFindings gone() {
        LedgerFindings gone = none();
        gone.tampered.add(".");
        return gone;
    }

    /** Whether nothing speaks against the version, as far as is known. */
    boolean clean() {
        return tampered.isEmpty() && doubtful.isEmpty();
    }

    /** A file whose bytes must be read before it counts as unchanged. */
    record Unsettled(SealedFolder folder, SealedItem item) {}

    /** All findings of several threads; paths sorted. */
    static LedgerFindings all(List<LedgerFindings> parts) {
        LedgerFindings all = none();
        for (LedgerFindings part : parts) {
            all.tampered.addAll(part.tampered);
            all.doubtful.addAll(part.doubtful);
            all.unsettled.addAll(part.unsettled);
        }
        all.tampered.sort(null);
        return all;
    }
}

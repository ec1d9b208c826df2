package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says, durably, that we ourselves are making or removing links of sealed files, so that their change times may differ
 * from the ledger without anybody else having touched them. Lies as {@code .tidemark/ledger.pending}.
 *
 * @param format version of this format
 * @param versions versions whose inodes are concerned; all when the list is empty
 * @param replacing whether files of these versions are also being replaced by equal ones
 */
record LedgerMark(int format, List<String> versions, boolean replacing) {

    static final String FILE = "ledger.pending";
    static final LedgerMark ALL = new LedgerMark(1, List.of(), false);

    private static final int FORMAT = 1;
    private static final int LARGEST = 1 << 20;

    LedgerMark {
        versions = List.copyOf(versions);
    }

    /** Links of the files of one version. */
    static LedgerMark of(String version) {
        return new LedgerMark(FORMAT, List.of(version), false);
    }

    /** Links and files of all versions. */
    static LedgerMark replacingAll() {
        return new LedgerMark(FORMAT, List.of(), true);
    }

    /** What is written there now. */
    static Optional<LedgerMark> read(Home home) throws ProblemException {
        Optional<byte[]> bytes = home.read(home.own, FILE, LARGEST);
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.read(bytes.get(), LedgerMark.class, FORMAT, home.own.path(Disk.raw(FILE))));
    }

    void write(Home home) throws ProblemException {
        home.replace(home.own, FILE, Json.write(this));
    }

    boolean concerns(String version) {
        return versions.isEmpty() || versions.contains(version);
    }

    boolean covers(LedgerMark other) {
        boolean all = versions.isEmpty() || (!other.versions.isEmpty() && versions.containsAll(other.versions));
        return all && (replacing || !other.replacing);
    }

    LedgerMark and(LedgerMark other) {
        Set<String> both = new TreeSet<>(versions);
        both.addAll(other.versions);
        boolean all = versions.isEmpty() || other.versions.isEmpty();
        return new LedgerMark(FORMAT, all ? List.of() : List.copyOf(both), replacing || other.replacing);
    }
}

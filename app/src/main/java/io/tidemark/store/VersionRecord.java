package io.tidemark.store;

import io.tidemark.model.Notice;
import io.tidemark.model.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a version in {@code version.json}. The figures mean what they mean in
 * {@link io.tidemark.model.Version}.
 *
 * @param format version of this format
 * @param path where its tree lies, relative to the repository; its name unless it was adopted elsewhere
 * @param damaged paths found changed behind our back while it is quarantined
 */
record VersionRecord(
        int format,
        String name,
        String path,
        long sequence,
        VersionState state,
        Instant created,
        String actor,
        long files,
        long bytes,
        long newBytes,
        String rootDigest,
        Optional<String> base,
        Optional<Instant> verified,
        List<Notice> marks,
        List<String> damaged) {

    static final int FORMAT = 1;

    VersionRecord {
        marks = List.copyOf(marks);
        damaged = List.copyOf(damaged);
    }

    /** A version found by adoption: nobody has read its bytes yet. */
    static VersionRecord adopted(String name, String path, long sequence, String actor, Instant created) {
        return new VersionRecord(
                FORMAT,
                name,
                path,
                sequence,
                VersionState.ADOPTED,
                created,
                actor,
                -1,
                -1,
                -1,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The same version shut away. */
    VersionRecord quarantined(List<String> paths) {
        return with(VersionState.QUARANTINED, verified, paths);
    }

    /** The same version after every byte was found right. */
    VersionRecord verifiedAt(Instant time) {
        return with(VersionState.SEALED, Optional.of(time), List.of());
    }

    /** The same adopted version after every byte was read. */
    VersionRecord sealed(SealingRecord.Written written, Optional<Instant> time, List<Notice> newMarks) {
        return new VersionRecord(
                format,
                name,
                path,
                sequence,
                VersionState.SEALED,
                created,
                actor,
                written.files(),
                written.bytes(),
                newBytes,
                written.root(),
                base,
                time,
                newMarks,
                List.of());
    }

    /** The same version with other figures. */
    VersionRecord holding(long newFiles, long newTotal, long bytesOfItsOwn) {
        return new VersionRecord(
                format,
                name,
                path,
                sequence,
                state,
                created,
                actor,
                newFiles,
                newTotal,
                bytesOfItsOwn,
                rootDigest,
                base,
                verified,
                marks,
                damaged);
    }

    private VersionRecord with(VersionState newState, Optional<Instant> newVerified, List<String> newDamaged) {
        return new VersionRecord(
                format,
                name,
                path,
                sequence,
                newState,
                created,
                actor,
                files,
                bytes,
                newBytes,
                rootDigest,
                base,
                newVerified,
                marks,
                newDamaged);
    }
}

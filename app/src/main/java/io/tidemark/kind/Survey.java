package io.tidemark.kind;

import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.VersionFacts;
import java.util.List;

/**
 * What upstream has now.
 *
 * @param fingerprint digest over everything upstream promises; equal fingerprints mean nothing changed
 * @param files every file the new version shall hold, in the order in which it is to be built: data before indexes
 * @param facts facts of the version that these files make
 * @param gates guards against an upstream that went wrong: {@code older}, {@code shrank}, {@code key-changed},
 *     {@code stale}; an overridden guard is open
 * @param newKeys keys met and trusted now, to be pinned
 * @param notices remarks: files not inspected, odd entries left out
 */
public record Survey(
        String fingerprint,
        List<WantedFile> files,
        VersionFacts facts,
        List<Gate> gates,
        List<PinnedKey> newKeys,
        List<Notice> notices) {

    public Survey {
        files = List.copyOf(files);
        gates = List.copyOf(gates);
        newKeys = List.copyOf(newKeys);
        notices = List.copyOf(notices);
    }
}

package io.tidemark.engine.change;

import io.tidemark.engine.repository.Base;
import io.tidemark.kind.WantedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each file of a new version comes from.
 *
 * @param kept complete and verified in staging already
 * @param shared unchanged in the sealed base
 * @param copied in the base, which is not sealed: read and verified there, not shared
 * @param fetched from upstream
 * @param given indexes that the survey holds, and links
 * @param leftOut paths of the base that the new version does not have
 */
record Shopping(
        List<WantedFile> kept,
        List<WantedFile> shared,
        List<WantedFile> copied,
        List<WantedFile> fetched,
        List<WantedFile> given,
        Set<String> leftOut) {

    /**
     * Sorts the wanted files.
     *
     * @param present identity by path of what is in staging
     */
    static Shopping of(List<WantedFile> wanted, Base base, Map<String, String> present) {
        Shopping list = new Shopping(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashSet<>(base.identities().keySet()));
        for (WantedFile file : wanted) {
            list.place(file, base, present).add(file);
            list.leftOut.remove(file.path());
        }
        return list;
    }

    /** Bytes of files; one that has several names counts once. */
    static long bytes(List<WantedFile> files) {
        if (files.stream().allMatch(file -> file.sameAs().isEmpty())) {
            return files.stream().mapToLong(file -> Math.max(0, file.size())).sum();
        }
        Set<String> counted = new HashSet<>();
        return files.stream()
                .filter(file -> counted.add(file.sameAs().orElse(file.path())))
                .mapToLong(file -> Math.max(0, file.size()))
                .sum();
    }

    /** Files that upstream does not say the size of. */
    long unknownSizes() {
        return fetched.stream().filter(file -> file.size() < 0).count();
    }

    long files() {
        return (long) kept.size() + shared.size() + copied.size() + fetched.size() + given.size();
    }

    long totalBytes() {
        return bytes(kept) + bytes(shared) + bytes(copied) + bytes(fetched) + bytes(given);
    }

    private List<WantedFile> place(WantedFile file, Base base, Map<String, String> present) {
        if (file.linkTarget().isPresent()) {
            return given;
        } else if (same(file, present)) {
            return kept;
        } else if (base.sealed() && same(file, base.identities())) {
            return shared;
        } else if (file.content().isPresent()) {
            return given;
        }
        return same(file, base.identities()) ? copied : fetched;
    }

    private static boolean same(WantedFile file, Map<String, String> identities) {
        return !file.identity().isEmpty() && file.identity().equals(identities.get(file.path()));
    }
}

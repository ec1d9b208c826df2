package io.tidemark.ui;

import io.tidemark.model.BootRole;
import io.tidemark.model.Comparison;
import io.tidemark.model.DirectoryChange;
import io.tidemark.model.FileChange;
import io.tidemark.model.PackageChange;
import io.tidemark.model.PackageChange.Kind;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git mirror in the pictures. */
final class SampleCommits {

    static final String NAME = "deploy-scripts";

    private SampleCommits() {}

    static VersionFacts facts() {
        List<PackageInfo> refs = new ArrayList<>();
        for (String branch : List.of("main", "stable", "feature/wake-on-lan")) {
            refs.add(new PackageInfo("heads", branch, "9bc1f0a2d4", 0, "", "9bc1f0a2d4"));
        }
        for (int i = 0; i < 9; i++) {
            refs.add(new PackageInfo("tags", "v1." + i, "77aa0" + i + "e3b1", 0, "", "77aa0" + i));
        }
        return new VersionFacts(refs, List.of(), Map.of("git.head", "main"));
    }

    static Comparison comparison(Version before, Version after) {
        List<PackageChange> changes = new ArrayList<>(List.of(
                change(Kind.UPGRADED, "heads", "main", "4be1760c2f", "9bc1f0a2d4"),
                change(Kind.REBUILT, "heads", "feature/wake-on-lan", "0d1f22aa87", "c1b40e9d55"),
                change(Kind.REMOVED, "heads", "try-ipxe", "e0c4d1b7aa", ""),
                change(Kind.ADDED, "tags", "v1.9", "", "77aa09e3b1"),
                change(Kind.REMOVED, "feature/wake-on-lan", "Wake each room by itself", "0d1f22aa87", ""),
                change(Kind.ADDED, "feature/wake-on-lan", "Wake rooms one after the other", "", "c1b40e9d55")));
        for (int i = 0; i < 14; i++) {
            changes.add(change(
                    Kind.ADDED, "main", "Roll out to room " + (201 + i), "", "%010x".formatted(0x9bc1f0a2d4L - i)));
        }
        return new Comparison(
                before,
                after,
                Map.of(FileChange.Kind.ADDED, 3L, FileChange.Kind.CHANGED, 11L),
                48_213,
                List.of(new DirectoryChange("main:roles", 2, 0, 9, 0, 41_000)),
                changes,
                List.of(),
                List.of(),
                Comparison.Items.COMMITS);
    }

    private static PackageChange change(Kind kind, String section, String name, String before, String after) {
        return new PackageChange(kind, section, name, before, after, 0, BootRole.NONE);
    }
}

package io.tidemark.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two versions side by side, without the single files (those are asked for in pages).
 *
 * @param before older side
 * @param after newer side
 * @param files number of changed files by kind of change
 * @param bytes bytes after minus bytes before
 * @param directories changes rolled up by directory, deepest common directories first in path order
 * @param packages changed packages, boot-critical first, then by name
 * @param boot boot-critical changes: packages and files of the boot set
 * @param advice what it means for the clients, most important first
 * @param items what {@code packages} holds
 */
public record Comparison(
        Version before,
        Version after,
        Map<FileChange.Kind, Long> files,
        long bytes,
        List<DirectoryChange> directories,
        List<PackageChange> packages,
        List<BootChange> boot,
        List<Notice> advice,
        Items items) {

    /** What the parts are that changed. */
    public enum Items {
        PACKAGES,
        /** Branches, tags, and commits that came or left. */
        COMMITS;

        /** Name of texts about them: {@code packages}, {@code commits}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Comparison {
        files = Map.copyOf(files);
        directories = List.copyOf(directories);
        packages = List.copyOf(packages);
        boot = List.copyOf(boot);
        advice = List.copyOf(advice);
    }

    /** One boot-critical change: what, from, to (either may be empty). */
    public record BootChange(BootRole role, String name, String before, String after) {}
}

package io.tidemark.kind.ostree;

import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Finding;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.program.OstreeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Says what rpm-ostree would refuse in a treefile, what is likely a slip, and where. Used once. */
final class TreefileCheck {

    private static final String REPOS = "repos";

    /** Of rpm-ostree's keys those with a type of their own; others are let through, with a remark when they are unknown. */
    private static final Map<String, Predicate<Object>> TYPES = Map.ofEntries(
            Map.entry(Treefile.REF, String.class::isInstance),
            Map.entry(REPOS, TreefileCheck::texts),
            Map.entry("releasever", value -> value instanceof String || value instanceof Integer),
            Map.entry("automatic-version-prefix", value -> value instanceof String || value instanceof Number),
            Map.entry("add-commit-metadata", Map.class::isInstance),
            Map.entry("automatic_version_prefix", value -> value instanceof String || value instanceof Number),
            Map.entry("gpg-key", String.class::isInstance),
            Map.entry("gpg_key", String.class::isInstance),
            Map.entry("ima", Boolean.class::isInstance),
            Map.entry("ignore-devices", Boolean.class::isInstance),
            Map.entry("selinux-label-version", Integer.class::isInstance),
            Map.entry("ostree-override-layers", TreefileCheck::texts),
            Map.entry("container-cmd", TreefileCheck::texts),
            Map.entry("cliwrap-binaries", TreefileCheck::texts),
            Map.entry("rpmdb-normalize", Boolean.class::isInstance),
            Map.entry("platform-module", String.class::isInstance),
            Map.entry("repo_metadata", String.class::isInstance),
            Map.entry("boot_location", String.class::isInstance),
            Map.entry("default_target", String.class::isInstance),
            Map.entry("selinux", Boolean.class::isInstance),
            Map.entry("documentation", Boolean.class::isInstance),
            Map.entry("recommends", Boolean.class::isInstance),
            Map.entry("include", value -> value instanceof String || texts(value)),
            Map.entry("arch-include", Map.class::isInstance),
            Map.entry("conditional-include", List.class::isInstance),
            Map.entry("add-files", List.class::isInstance),
            Map.entry("variables", Map.class::isInstance),
            Map.entry("edition", value -> value instanceof String || value instanceof Integer),
            Map.entry("container", Boolean.class::isInstance),
            Map.entry("preserve-passwd", Boolean.class::isInstance),
            Map.entry("readonly-executables", Boolean.class::isInstance),
            Map.entry("opt-usrlocal", String.class::isInstance),
            Map.entry("lockfile-repos", TreefileCheck::texts),
            Map.entry("repovars", Map.class::isInstance),
            Map.entry("automatic-version-suffix", String.class::isInstance),
            Map.entry("exclude-packages", TreefileCheck::texts),
            Map.entry("ostree-layers", TreefileCheck::texts),
            Map.entry("postprocess", TreefileCheck::texts),
            Map.entry("postprocess-script", String.class::isInstance),
            Map.entry("units", TreefileCheck::texts),
            Map.entry("default-target", String.class::isInstance),
            Map.entry("install-langs", TreefileCheck::texts),
            Map.entry("initramfs-args", TreefileCheck::texts),
            Map.entry("boot-location", String.class::isInstance),
            Map.entry("mutate-os-release", value -> value instanceof String || value instanceof Number),
            Map.entry("remove-files", TreefileCheck::texts),
            Map.entry("remove-from-packages", List.class::isInstance),
            Map.entry("etc-group-members", TreefileCheck::texts),
            Map.entry("check-passwd", Map.class::isInstance),
            Map.entry("check-groups", Map.class::isInstance),
            Map.entry("modules", Map.class::isInstance),
            Map.entry("repo-packages", List.class::isInstance),
            Map.entry("metadata", Map.class::isInstance),
            Map.entry("machineid-compat", Boolean.class::isInstance),
            Map.entry("tmp-is-dir", Boolean.class::isInstance),
            Map.entry("cliwrap", Boolean.class::isInstance),
            Map.entry("rpmdb", String.class::isInstance),
            Map.entry("ignore-removed-users", TreefileCheck::texts),
            Map.entry("ignore-removed-groups", TreefileCheck::texts));

    private static final Predicate<String> PACKAGE =
            Pattern.compile("[A-Za-z0-9_.+~:/@()\\[\\]*<>=,^'\" -]{1,200}").asMatchPredicate();
    private static final int MOST = 100;

    private final Treefile file;
    private final TreefileFamily family;
    private final TreefileSpots spots;
    private final Extent extent;
    private final List<Finding> found = new ArrayList<>();

    private TreefileCheck(Treefile file, TreefileFamily family, TreefileSpots spots, Extent extent) {
        this.file = file;
        this.family = family;
        this.spots = spots;
        this.extent = extent;
    }

    /** Faults first (dangers), then what may be a slip (warnings), both in the order of the text. */
    static List<Finding> of(Draft draft) {
        boolean yaml = TreefileText.isYaml(draft.file());
        try {
            Treefile file = TreefileReader.read(draft.text(), yaml);
            TreefileSpots spots = TreefileSpots.of(draft.text(), yaml);
            return new TreefileCheck(file, TreefileFamily.of(draft, file), spots, Extent.HEAD).run();
        } catch (Malformed broken) {
            return List.of(syntax(draft, broken));
        }
    }

    /** The same of one that another one includes: the part is read by itself, what is missing is asked of the whole. */
    static List<Finding> of(Draft head, Draft part) {
        boolean yaml = TreefileText.isYaml(part.file());
        try {
            Treefile file = TreefileReader.read(part.text(), yaml);
            TreefileSpots spots = TreefileSpots.of(part.text(), yaml);
            Optional<TreefileFamily> all = family(head, part);
            return all.isPresent()
                    ? new TreefileCheck(file, all.get(), spots, Extent.PART).run()
                    : new TreefileCheck(file, TreefileFamily.of(part, file), spots, Extent.ALONE).run();
        } catch (Malformed broken) {
            return List.of(syntax(part, broken));
        }
    }

    /** A head that cannot be read is mended by itself, and stops nobody from mending what it includes. */
    private static Optional<TreefileFamily> family(Draft head, Draft part) {
        try {
            return Optional.of(TreefileFamily.of(head, TreefileText.parsed(head), Optional.of(part)));
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    private static Finding syntax(Draft draft, Malformed broken) {
        Notice said = Notice.danger("treefile.syntax", "object", draft.file().getFileName(), "found", broken.said());
        return new Finding(said, broken.line(), broken.column());
    }

    private List<Finding> run() {
        ref();
        file.values().forEach(this::type);
        includes();
        packages();
        repositories();
        found.sort(Comparator.<Finding, Boolean>comparing(each -> !each.stops()).thenComparing(Finding::line));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private void ref() {
        boolean inherited =
                family.treefiles().stream().anyMatch(each -> !each.ref().isEmpty());
        String ref = file.ref().replaceAll("\\$\\{[a-z_]+}", "x");
        if (!inherited && extent != Extent.ALONE) {
            fault("treefile.missing", Treefile.REF, "", Spot.NOWHERE);
        } else if (!ref.isEmpty() && !OstreeNames.isRef(ref)) {
            fault("treefile.ref", Treefile.REF, file.ref(), spots.value(Treefile.REF));
        }
    }

    private void type(String key, Object value) {
        boolean packages = Treefile.isPackages(key);
        if (!packages && !TYPES.containsKey(key)) {
            slip(Notice.warning("treefile.unknown", "object", EntryPath.of(key)), spots.key(key));
        } else if (!(packages ? texts(value) : TYPES.get(key).test(value))) {
            fault("treefile.type", key, String.valueOf(value), spots.value(key));
        }
    }

    private void includes() {
        Map<String, TreefileFamily.Broken> wrong = new LinkedHashMap<>(family.broken());
        if (extent != Extent.HEAD) {
            // What others include is the affair of those others.
            wrong.keySet().retainAll(TreefileNeeds.includes(file).keySet());
        }
        wrong.forEach((name, broken) -> {
            Spot spot = spots.word(broken.key(), name);
            if (broken.always()) {
                fault("treefile.include", name, broken.why(), spot);
            } else {
                slip(Notice.warning("treefile.include", "object", EntryPath.of(name), "found", broken.why()), spot);
            }
        });
    }

    private void packages() {
        boolean none =
                family.treefiles().stream().allMatch(each -> each.packages().isEmpty());
        boolean wrong = file.values().entrySet().stream()
                .anyMatch(each -> Treefile.isPackages(each.getKey()) && !texts(each.getValue()));
        if (none && !wrong && extent != Extent.ALONE) {
            fault("treefile.missing", Treefile.PACKAGES, "", Spot.NOWHERE);
        }
        List<String> excluded = Treefile.words(file.values().get("exclude-packages"));
        file.values().forEach((key, value) -> {
            Set<String> seen = new HashSet<>();
            for (String name : Treefile.words(Treefile.isPackages(key) ? value : List.of())) {
                if (!seen.add(name)) {
                    slip(Notice.warning("treefile.twice", "object", name, "key", key), spots.again(key, name));
                } else if (name.startsWith("-") || !PACKAGE.test(name)) {
                    fault("treefile.package", Treefile.PACKAGES, name, spots.word(key, name));
                } else if (excluded.contains(name)) {
                    fault("treefile.excluded", Treefile.PACKAGES, name, spots.word(key, name));
                }
            }
        });
    }

    /** rpm-ostree reads package repositories from the directory of the treefile, not from those of the machine. */
    private void repositories() {
        List<String> asked = Treefile.words(file.values().get(REPOS));
        if (!asked.isEmpty()) {
            Set<String> known = family.repositories();
            asked.stream()
                    .filter(id -> !known.contains(id))
                    .forEach(id -> slip(Notice.warning("treefile.repo", "object", id), spots.word(REPOS, id)));
        }
    }

    private void slip(Notice notice, Spot spot) {
        found.add(new Finding(notice, spot.line(), spot.column()));
    }

    private void fault(String code, String key, String value, Spot spot) {
        String shown = EntryPath.of(value).text();
        slip(Notice.danger(code, "object", key, "found", shown.substring(0, Math.min(120, shown.length()))), spot);
    }

    private static boolean texts(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    /** What is checked: a treefile with all that it includes, one that another one includes, or such a one by itself. */
    private enum Extent {
        HEAD,
        PART,
        ALONE
    }
}

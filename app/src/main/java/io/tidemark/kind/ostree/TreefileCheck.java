package io.tidemark.kind.ostree;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Notice;
import io.tidemark.program.OstreeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Says what rpm-ostree would refuse in a treefile, and what is likely a slip. Used once. */
final class TreefileCheck {

    /** Of rpm-ostree's keys those with a type of their own; others are let through, with a remark when they are unknown. */
    private static final Map<String, Predicate<Object>> TYPES = Map.ofEntries(
            Map.entry(Treefile.REF, String.class::isInstance),
            Map.entry("repos", TreefileCheck::texts),
            Map.entry("releasever", value -> value instanceof String || value instanceof Integer),
            Map.entry("automatic-version-prefix", value -> value instanceof String || value instanceof Number),
            Map.entry("add-commit-metadata", Map.class::isInstance),
            Map.entry("gpg-key", String.class::isInstance),
            Map.entry("selinux", Boolean.class::isInstance),
            Map.entry("documentation", Boolean.class::isInstance),
            Map.entry("recommends", Boolean.class::isInstance),
            Map.entry("include", value -> value instanceof String || texts(value)),
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
            Pattern.compile("[A-Za-z0-9_.+~:/@()\\[\\]*<>=,^'\"-]{1,200}").asMatchPredicate();
    private static final int MOST = 100;

    private final Treefile file;
    private final List<Notice> found = new ArrayList<>();

    TreefileCheck(Treefile file) {
        this.file = file;
    }

    /** Faults first (dangers), then what may be a slip (warnings). */
    List<Notice> run() {
        ref();
        file.values().forEach(this::type);
        packages();
        found.sort((a, b) -> b.severity().compareTo(a.severity()));
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private void ref() {
        String ref = file.ref().replaceAll("\\$\\{[a-z_]+}", "x");
        if (ref.isEmpty()) {
            fault("treefile.missing", Treefile.REF, "");
        } else if (!OstreeNames.isRef(ref)) {
            fault("treefile.ref", Treefile.REF, file.ref());
        }
    }

    private void type(String key, Object value) {
        if (Treefile.isPackages(key)) {
            if (!texts(value)) {
                fault("treefile.type", key, String.valueOf(value));
            }
        } else if (TYPES.containsKey(key)) {
            if (!TYPES.get(key).test(value)) {
                fault("treefile.type", key, String.valueOf(value));
            }
        } else {
            found.add(Notice.warning("treefile.unknown", "object", EntryPath.of(key)));
        }
    }

    private void packages() {
        if (file.packages().isEmpty()) {
            fault("treefile.missing", Treefile.PACKAGES, "");
        }
        List<String> excluded = Treefile.words(file.values().get("exclude-packages"));
        for (String name : file.packages()) {
            if (name.startsWith("-") || !PACKAGE.test(name)) {
                fault("treefile.package", Treefile.PACKAGES, name);
            } else if (excluded.contains(name)) {
                fault("treefile.excluded", Treefile.PACKAGES, name);
            }
        }
        file.values().forEach((key, value) -> {
            Set<String> seen = new HashSet<>();
            Treefile.words(Treefile.isPackages(key) ? value : List.of()).stream()
                    .filter(name -> !seen.add(name))
                    .forEach(name -> found.add(Notice.warning("treefile.twice", "object", name, "key", key)));
        });
    }

    private void fault(String code, String key, String value) {
        String shown = EntryPath.of(value).text();
        found.add(Notice.danger(code, "object", key, "found", shown.substring(0, Math.min(120, shown.length()))));
    }

    private static boolean texts(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }
}

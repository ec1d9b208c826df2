package io.tidemark.kind.ostree;

import io.tidemark.kind.ostree.PackageList.Package;
import io.tidemark.model.PackageChange;
import io.tidemark.model.PackageChange.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the packages of two commits. Several versions of one package at a time, as of kernels, are paired by age. */
final class PackageComparison {

    private static final Comparator<PackageChange> ORDER = Comparator.comparing(PackageChange::role)
            .thenComparing(PackageChange::name)
            .thenComparing(PackageChange::section)
            .thenComparing(PackageChange::before);

    private PackageComparison() {}

    /** Changed packages, those that matter for booting first, then by name. */
    static List<PackageChange> of(PackageList before, PackageList after) {
        Map<String, List<Package>> old = byName(before);
        Map<String, List<Package>> now = byName(after);
        List<PackageChange> changes = new ArrayList<>();
        old.forEach((name, versions) -> changes(versions, now.getOrDefault(name, List.of()), changes));
        now.forEach((name, versions) -> {
            if (!old.containsKey(name)) {
                changes(List.of(), versions, changes);
            }
        });
        changes.sort(ORDER);
        return changes;
    }

    private static Map<String, List<Package>> byName(PackageList list) {
        Map<String, List<Package>> byName = new TreeMap<>();
        list.packages()
                .forEach(each -> byName.computeIfAbsent(each.name() + " " + each.architecture(), _ -> new ArrayList<>())
                        .add(each));
        return byName;
    }

    private static void changes(List<Package> before, List<Package> after, List<PackageChange> changes) {
        List<Package> old = new ArrayList<>(before);
        List<Package> now = new ArrayList<>(after);
        old.removeAll(after);
        now.removeAll(before);
        while (!old.isEmpty() && !now.isEmpty()) {
            changes.add(changed(old.removeLast(), now.removeLast()));
        }
        old.forEach(
                each -> changes.add(change(Kind.REMOVED, each, each.version().text(), "")));
        now.forEach(
                each -> changes.add(change(Kind.ADDED, each, "", each.version().text())));
    }

    private static PackageChange changed(Package before, Package after) {
        int order = before.version().compareTo(after.version());
        Kind kind = order < 0 ? Kind.UPGRADED : order > 0 ? Kind.DOWNGRADED : Kind.REBUILT;
        return change(kind, after, before.version().text(), after.version().text());
    }

    private static PackageChange change(Kind kind, Package each, String before, String after) {
        return new PackageChange(kind, each.architecture(), each.name(), before, after, 0, RpmRoles.of(each.name()));
    }
}

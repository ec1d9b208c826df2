package io.tidemark.kind.alpine;

import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.Comparison.BootChange;
import io.tidemark.model.PackageChange;
import io.tidemark.model.PackageChange.Kind;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.VersionFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what two versions list.
 *
 * @param before older side
 * @param after newer side
 */
record PackageComparison(VersionFacts before, VersionFacts after) {

    private static final int SHORT = 12;

    /** Changed packages, boot-critical first in the order of their roles, then by name. */
    List<PackageChange> packages() {
        Map<String, PackageInfo> old = newest(before.packages());
        Map<String, PackageInfo> now = newest(after.packages());
        List<PackageChange> changes = new ArrayList<>();
        old.forEach((key, each) -> change(each, now.get(key)).ifPresent(changes::add));
        now.forEach((key, each) -> {
            if (!old.containsKey(key)) {
                changes.add(made(Kind.ADDED, each, "", each.version(), each.size()));
            }
        });
        changes.sort(Comparator.comparing(PackageChange::role)
                .thenComparing(PackageChange::name)
                .thenComparing(PackageChange::section));
        return changes;
    }

    /** Changed parts of the boot set, by role and name. */
    List<BootChange> boot() {
        Map<String, BootItem> old = items(before.bootSet());
        Map<String, BootItem> now = items(after.bootSet());
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<BootChange> changes = new ArrayList<>();
        for (String key : keys) {
            bootChange(Optional.ofNullable(old.get(key)), Optional.ofNullable(now.get(key)))
                    .ifPresent(changes::add);
        }
        changes.sort(Comparator.comparing(BootChange::role).thenComparing(BootChange::name));
        return changes;
    }

    private static Optional<PackageChange> change(PackageInfo old, PackageInfo now) {
        if (now == null) {
            return Optional.of(made(Kind.REMOVED, old, old.version(), "", -old.size()));
        }
        int order = new ApkVersion(old.version()).compareTo(new ApkVersion(now.version()));
        boolean same = old.version().equals(now.version());
        if (same && old.identity().equals(now.identity())) {
            return Optional.empty();
        }
        Kind kind = order < 0 ? Kind.UPGRADED : order > 0 ? Kind.DOWNGRADED : Kind.REBUILT;
        return Optional.of(made(kind, now, old.version(), now.version(), now.size() - old.size()));
    }

    private static PackageChange made(Kind kind, PackageInfo each, String before, String after, long delta) {
        BootRole role = BootRoles.ofPackage(each.name());
        return new PackageChange(kind, each.section(), each.name(), before, after, delta, role);
    }

    /** One package a name: where an index lists several versions, clients take the newest. */
    private static Map<String, PackageInfo> newest(List<PackageInfo> packages) {
        Map<String, PackageInfo> newest = new TreeMap<>();
        for (PackageInfo each : packages) {
            newest.merge(each.section() + "/" + each.name(), each, PackageComparison::newer);
        }
        return newest;
    }

    private static PackageInfo newer(PackageInfo a, PackageInfo b) {
        return new ApkVersion(a.version()).compareTo(new ApkVersion(b.version())) >= 0 ? a : b;
    }

    private static Map<String, BootItem> items(List<BootItem> items) {
        Map<String, BootItem> byName = new TreeMap<>();
        items.forEach(each -> byName.put(each.role() + " " + shown(each), each));
        return byName;
    }

    /** Files keep one name over releases and wherever they lie: {@code releases/x86_64/netboot/vmlinuz-lts}. */
    private static String shown(BootItem item) {
        return item.name().replaceFirst("^.*/(?=releases/)", "").replaceFirst("/netboot-[^/]+/", "/netboot/");
    }

    private static Optional<BootChange> bootChange(Optional<BootItem> old, Optional<BootItem> now) {
        BootItem any = now.or(() -> old).orElseThrow();
        if (old.isEmpty() || now.isEmpty()) {
            String was = old.map(BootItem::version).orElse("");
            return Optional.of(new BootChange(
                    any.role(), shown(any), was, now.map(BootItem::version).orElse("")));
        }
        String was = old.get().version();
        String is = now.get().version();
        if (sameContent(old.get(), now.get()).orElse(was.equals(is))) {
            return Optional.empty();
        }
        boolean tell = was.equals(is);
        return Optional.of(
                new BootChange(any.role(), shown(any), tell ? told(old.get()) : was, tell ? told(now.get()) : is));
    }

    /** Version and the beginning of the digest, where the version alone would look unchanged. */
    private static String told(BootItem item) {
        String first = item.digest().split(" ")[0];
        if (first.isEmpty() || first.startsWith("list:")) {
            return item.version() + " (…)";
        }
        String digest = first.substring(first.indexOf(':') + 1);
        return item.version() + " (" + (digest.length() > SHORT ? digest.substring(0, SHORT) : digest) + ")";
    }

    /** Whether two items hold the same, by the best digest that both have; empty where they have none in common. */
    private static Optional<Boolean> sameContent(BootItem old, BootItem now) {
        for (String digest : old.digest().split(" ")) {
            for (String other : now.digest().split(" ")) {
                if (scheme(digest).equals(scheme(other))) {
                    return Optional.of(digest.equals(other));
                }
            }
        }
        return Optional.empty();
    }

    private static String scheme(String digest) {
        int colon = digest.indexOf(':');
        return colon < 0 ? "index" : digest.substring(0, colon);
    }
}

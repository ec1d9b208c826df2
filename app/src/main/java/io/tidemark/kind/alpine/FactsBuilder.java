package io.tidemark.kind.alpine;

import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.VersionFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the facts of a version together from what was read of it. Used by one thread. */
final class FactsBuilder {

    private final List<PackageInfo> packages = new ArrayList<>();
    private final List<BootItem> boot = new ArrayList<>();
    private final Map<String, String> attributes = new TreeMap<>();

    /** Adds a small fact; an empty one is left out. */
    FactsBuilder put(String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
        return this;
    }

    FactsBuilder boot(List<BootItem> items) {
        boot.addAll(items);
        return this;
    }

    FactsBuilder indexes(List<SignedIndex> indexes) {
        Instant newest = null;
        for (SignedIndex index : indexes) {
            index.entries().forEach(entry -> add(index.section(), entry));
            put(Attributes.INDEX_DATE + "." + index.section(), index.made().toString());
            newest = newest == null || index.made().isAfter(newest) ? index.made() : newest;
        }
        return newest == null ? this : put(Attributes.INDEX_DATE, newest.toString());
    }

    FactsBuilder signers(List<Signer> signers) {
        put(
                Attributes.KEY_FINGERPRINTS,
                Attributes.list(signers.stream().map(Signer::fingerprint).toList()));
        put(
                Attributes.KEY_NAMES,
                Attributes.list(signers.stream().map(each -> each.key().name()).toList()));
        return put(
                Attributes.KEY_ALGORITHM,
                signers.stream()
                        .map(Signer::algorithm)
                        .min(Comparator.comparingInt(SignatureEntry::strength))
                        .orElse(""));
    }

    VersionFacts build() {
        packages.sort(Comparator.comparing(PackageInfo::section)
                .thenComparing(PackageInfo::name)
                .thenComparing(each -> new ApkVersion(each.version())));
        boot.sort(Comparator.comparing(BootItem::role).thenComparing(BootItem::name));
        return new VersionFacts(packages, boot, attributes);
    }

    private void add(String section, IndexEntry entry) {
        packages.add(new PackageInfo(
                section, entry.name(), entry.version(), entry.size(), entry.origin(), entry.checksum()));
        BootRole role = BootRoles.ofPackage(entry.name());
        if (role != BootRole.NONE) {
            boot.add(new BootItem(role, entry.name(), entry.version(), entry.checksum()));
        }
    }
}

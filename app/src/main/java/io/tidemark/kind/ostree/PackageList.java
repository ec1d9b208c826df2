package io.tidemark.kind.ostree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The packages of a commit that rpm-ostree composed: its metadata {@code rpmostree.rpmdb.pkglist}, {@code a(sssss)} of name,
 * epoch, version, release and architecture ({@code rpmostree-rpm-util.cxx}).
 *
 * @param packages by name, architecture and version
 */
record PackageList(List<Package> packages) {

    static final String KEY = "rpmostree.rpmdb.pkglist";
    private static final int MOST = 200_000;
    private static final Comparator<Package> ORDER = Comparator.comparing(Package::name)
            .thenComparing(Package::architecture)
            .thenComparing(Package::version);

    PackageList {
        packages = packages.stream().sorted(ORDER).toList();
    }

    /** One package. */
    record Package(String name, RpmVersion version, String architecture) {}

    /** The packages of a commit, none where it lists none. */
    static PackageList of(Commit commit) throws Malformed {
        Variant value = commit.metadata().get(KEY);
        if (value == null) {
            return new PackageList(List.of());
        }
        Variant list = value.inner();
        if (!list.type().text().equals("a(sssss)")) {
            throw new Malformed(
                    "list of packages of another type: " + list.type().text());
        } else if (list.count() > MOST) {
            throw new Malformed("more than " + MOST + " packages");
        }
        List<Package> packages = new ArrayList<>();
        for (int i = 0; i < list.count(); i++) {
            packages.add(one(list.child(i)));
        }
        return new PackageList(packages);
    }

    private static Package one(Variant each) throws Malformed {
        RpmVersion version = new RpmVersion(
                each.child(1).string(), each.child(2).string(), each.child(3).string());
        return new Package(each.child(0).string(), version, each.child(4).string());
    }
}

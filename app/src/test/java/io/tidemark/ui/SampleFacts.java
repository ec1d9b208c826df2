package io.tidemark.ui;

import static io.tidemark.model.PackageChange.Kind.ADDED;
import static io.tidemark.model.PackageChange.Kind.REMOVED;
import static io.tidemark.model.PackageChange.Kind.UPGRADED;

import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.Comparison;
import io.tidemark.model.DirectoryChange;
import io.tidemark.model.FileChange;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Notice;
import io.tidemark.model.PackageChange;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What differs between the versions of the Alpine mirror in the pictures. */
final class SampleFacts {

    private SampleFacts() {}

    static VersionFacts facts() {
        List<PackageInfo> packages = new ArrayList<>();
        for (int i = 0; i < 5412; i++) {
            packages.add(new PackageInfo("main/x86_64", "package-" + i, "1." + i + "-r0", 10_000 + i, "", "Q1" + i));
        }
        return new VersionFacts(
                packages,
                List.of(
                        new BootItem(BootRole.KERNEL, "linux-lts", "5.15.53-r0", "Q1kernel"),
                        new BootItem(BootRole.XEN, "xen", "4.15.3-r0", "Q1xen")),
                Map.of("release", "3.15.5", "branch", "v3.15"));
    }

    static Comparison comparison(Version before, Version after) {
        List<PackageChange> packages = packages();
        return new Comparison(
                before,
                after,
                Map.of(
                        FileChange.Kind.ADDED, 618L,
                        FileChange.Kind.REMOVED, 609L,
                        FileChange.Kind.CHANGED, 1_176L,
                        FileChange.Kind.MOVED, 4L),
                3_100_000_000L,
                directories(),
                packages,
                List.of(
                        new Comparison.BootChange(BootRole.KERNEL, "linux-lts", "5.15.41-r0", "5.15.53-r0"),
                        new Comparison.BootChange(BootRole.XEN, "xen", "4.15.2-r0", "4.15.3-r0"),
                        new Comparison.BootChange(BootRole.MICROCODE, "intel-ucode", "20220207-r0", "20220510-r0")),
                List.of(
                        Notice.warning("advice.alpine.restart"),
                        Notice.warning("advice.alpine.playbook"),
                        Notice.info("advice.alpine.upgrade", "packages", 94)),
                Comparison.Items.PACKAGES);
    }

    static Comparison same(Version before, Version after) {
        return new Comparison(
                before, after, Map.of(), 0, List.of(), List.of(), List.of(), List.of(), Comparison.Items.PACKAGES);
    }

    /** One image went, another came. */
    static Comparison images(Version before, Version after) {
        return new Comparison(
                before,
                after,
                Map.of(FileChange.Kind.ADDED, 1L, FileChange.Kind.REMOVED, 1L),
                after.bytes() - before.bytes(),
                List.of(new DirectoryChange("", 1, 1, 0, 0, after.bytes() - before.bytes())),
                List.of(),
                List.of(),
                List.of(),
                Comparison.Items.PACKAGES);
    }

    static List<FileChange> images(String before, String after) {
        return List.of(
                new FileChange(
                        FileChange.Kind.REMOVED, before + ".img", "", SamplePuavo.SIZE, 0, ManifestEntry.Type.FILE),
                new FileChange(
                        FileChange.Kind.ADDED, after + ".img", "", 0, SamplePuavo.SIZE, ManifestEntry.Type.FILE));
    }

    static List<FileChange> files() {
        List<FileChange> all = new ArrayList<>();
        for (int i = 0; i < 2_407; i++) {
            FileChange.Kind kind = FileChange.Kind.values()[i % 40 == 0 ? 3 : i % 3];
            String path = "%s/x86_64/package-%04d-1.%d-r0.apk".formatted(i < 1_500 ? "community" : "main", i, i % 40);
            all.add(new FileChange(
                    kind,
                    path,
                    kind == FileChange.Kind.MOVED ? "main/x86_64/old-" + i + ".apk" : "",
                    kind == FileChange.Kind.ADDED ? 0 : 20_000L + i * 700,
                    kind == FileChange.Kind.REMOVED ? 0 : 21_000L + i * 730,
                    ManifestEntry.Type.FILE));
        }
        return all;
    }

    private static List<DirectoryChange> directories() {
        return List.of(
                new DirectoryChange("community/x86_64", 402, 398, 700, 2, 1_900_000_000L),
                new DirectoryChange("main/x86_64", 205, 204, 470, 2, 1_100_000_000L),
                new DirectoryChange("releases/x86_64", 8, 4, 2, 0, 98_000_000L),
                new DirectoryChange("releases/x86_64/netboot", 3, 3, 4, 0, 2_000_000L));
    }

    private static List<PackageChange> packages() {
        List<PackageChange> changes = new ArrayList<>(List.of(
                boot("linux-lts", "5.15.41-r0", "5.15.53-r0", 1_800_000, BootRole.KERNEL),
                boot("xen", "4.15.2-r0", "4.15.3-r0", 112_000, BootRole.XEN),
                boot("xen-hypervisor", "4.15.2-r0", "4.15.3-r0", 9_000, BootRole.XEN),
                boot("intel-ucode", "20220207-r0", "20220510-r0", 214_000, BootRole.MICROCODE),
                boot("linux-firmware-i915", "20220209-r0", "20220610-r0", 486_000, BootRole.FIRMWARE),
                plain("busybox", "1.34.1-r5", "1.34.1-r7", -1_000),
                plain("ca-certificates", "20211220-r0", "20220614-r0", 3_000),
                plain("curl", "7.80.0-r1", "7.80.0-r2", 2_000),
                plain("firefox-esr", "91.8.0-r0", "91.11.0-r0", 1_100_000),
                plain("freerdp", "2.6.1-r0", "2.7.0-r0", 74_000),
                plain("openssl", "1.1.1n-r0", "1.1.1q-r0", 4_000),
                new PackageChange(ADDED, "community/x86_64", "pipewire-pulse", "", "0.3.56-r0", 388_000, BootRole.NONE),
                plain("postgresql14-client", "14.2-r0", "14.4-r0", 12_000),
                plain("samba-client", "4.15.5-r0", "4.15.7-r0", 61_000),
                new PackageChange(
                        REMOVED, "main/x86_64", "xf86-video-savage", "2.3.9-r4", "", -96_000, BootRole.NONE)));
        for (int i = 0; changes.size() < 131; i++) {
            PackageChange.Kind kind = i < 22 ? ADDED : i < 35 ? REMOVED : UPGRADED;
            changes.add(new PackageChange(
                    kind,
                    "community/x86_64",
                    "library-" + i,
                    kind == ADDED ? "" : "1.2." + i + "-r0",
                    kind == REMOVED ? "" : "1.3." + i + "-r0",
                    i * 311L,
                    BootRole.NONE));
        }
        return changes;
    }

    private static PackageChange boot(String name, String before, String after, long bytes, BootRole role) {
        return new PackageChange(UPGRADED, "main/x86_64", name, before, after, bytes, role);
    }

    private static PackageChange plain(String name, String before, String after, long bytes) {
        return new PackageChange(UPGRADED, "community/x86_64", name, before, after, bytes, BootRole.NONE);
    }
}

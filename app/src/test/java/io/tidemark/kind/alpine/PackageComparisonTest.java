package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.Notice;
import io.tidemark.model.PackageChange;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.VersionFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageComparisonTest {

    private final AlpineKind kind = new AlpineKind();

    @Test
    void everyKindOfChangeIsTold() {
        VersionFacts before = facts(
                pack("a", "1.2-r0", "Q1a"),
                pack("down", "2.10-r0", "Q1b"),
                pack("gone", "1-r0", "Q1c"),
                pack("rebuilt", "1-r0", "Q1d"),
                pack("same", "1-r0", "Q1e"),
                pack("linux-lts", "5.15.9-r0", "Q1f"));
        VersionFacts after = facts(
                pack("a", "1.10-r0", "Q1A"),
                pack("down", "2.9-r0", "Q1B"),
                pack("fresh", "1-r0", "Q1C"),
                pack("rebuilt", "1-r0", "Q1D"),
                pack("same", "1-r0", "Q1e"),
                pack("linux-lts", "5.15.53-r0", "Q1F"));
        List<String> told = kind.comparePackages(before, after).stream()
                .map(change -> change.kind() + " " + change.name() + " " + change.before() + ">" + change.after())
                .toList();
        assertEquals(
                List.of(
                        "UPGRADED linux-lts 5.15.9-r0>5.15.53-r0",
                        "UPGRADED a 1.2-r0>1.10-r0",
                        "DOWNGRADED down 2.10-r0>2.9-r0",
                        "ADDED fresh >1-r0",
                        "REMOVED gone 1-r0>",
                        "REBUILT rebuilt 1-r0>1-r0"),
                told);
    }

    @Test
    void aNameInTwoSectionsIsTwoPackages() {
        PackageInfo community = new PackageInfo("community/x86_64", "a", "9-r0", 1, "", "Q1z");
        VersionFacts before = facts(pack("a", "1-r0", "Q1a"), community);
        VersionFacts after = facts(pack("a", "2-r0", "Q1b"), community);
        List<PackageChange> changes = kind.comparePackages(before, after);
        assertEquals(1, changes.size());
        assertEquals("main/x86_64", changes.getFirst().section());
    }

    @Test
    void filesOfDifferentReleasesAreComparedByNameAndTheirDigestsOnlyWhereTheyAreOfOneKind() {
        VersionFacts before = boot("netboot-3.15.4/vmlinuz-lts", "3.15.4", "sha256:aa");
        assertEquals(0, changes(before, boot("netboot-3.15.5/vmlinuz-lts", "3.15.5", "sha256:aa")));
        assertEquals(1, changes(before, boot("netboot-3.15.5/vmlinuz-lts", "3.15.5", "sha256:bb")));
        assertEquals(0, changes(before, boot("netboot-3.15.4/vmlinuz-lts", "3.15.4", "list:1:2")));
        assertEquals(1, changes(before, boot("netboot-3.15.5/vmlinuz-lts", "3.15.5", "list:1:2")));
        VersionFacts both = boot("netboot-3.15.4/vmlinuz-lts", "3.15.4", "sha256:aa list:1:2");
        assertEquals(0, changes(both, boot("netboot-3.15.4/vmlinuz-lts", "3.15.4", "sha256:aa list:1:3")));
        assertEquals(1, changes(both, boot("netboot-3.15.4/vmlinuz-lts", "3.15.4", "list:1:3")));
        assertEquals(0, changes(both, boot("netboot-3.15.5/vmlinuz-lts", "3.15.5", "list:1:2")));
    }

    @Test
    void aFileThatChangedWithinOneReleaseIsToldByItsDigest() {
        VersionFacts before = boot("netboot/vmlinuz-lts", "3.15.4", "sha256:" + "ab".repeat(32));
        VersionFacts after = boot("netboot/vmlinuz-lts", "3.15.4", "sha256:" + "cd".repeat(32));
        assertEquals(
                "3.15.4 (cdcdcdcdcdcd)",
                kind.compareBoot(before, after).getFirst().after());
    }

    @Test
    void adviceFollowsFromWhatChanged() {
        VersionFacts before =
                facts(pack("musl", "1-r0", "Q1a"), pack("alpine-keys", "1-r0", "Q1b"), pack("z", "2", "Q1c"));
        VersionFacts after =
                facts(pack("musl", "2-r0", "Q1A"), pack("alpine-keys", "2-r0", "Q1B"), pack("z", "1", "Q1C"));
        List<String> keys = kind.advise(kind.comparePackages(before, after), List.of()).stream()
                .map(Notice::phrase)
                .map(phrase -> phrase.key())
                .toList();
        assertEquals(
                List.of(
                        "advice.alpine.restart",
                        "advice.alpine.keys",
                        "advice.alpine.downgrade",
                        "advice.alpine.upgrade"),
                keys);
        assertEquals(List.of(), kind.advise(List.of(), List.of()));
    }

    @Test
    void rolesFollowFromNames() {
        Map<String, BootRole> roles = Map.of(
                "linux-lts", BootRole.KERNEL,
                "linux-firmware-i915", BootRole.FIRMWARE,
                "linux-lts-dev", BootRole.NONE,
                "linux-headers", BootRole.NONE,
                "xen-hypervisor", BootRole.XEN,
                "amd-ucode", BootRole.MICROCODE,
                "grub-efi", BootRole.BOOT_LOADER,
                "musl", BootRole.LIBC,
                "musl-dev", BootRole.NONE,
                "alpine-keys", BootRole.SIGNING_KEYS);
        roles.forEach((name, role) -> assertEquals(role, BootRoles.ofPackage(name), name));
        assertEquals(BootRole.MODLOOP, BootRoles.ofFile("modloop-lts"));
        assertEquals(BootRole.XEN, BootRoles.ofFile("xen.gz"));
        assertEquals(BootRole.NONE, BootRoles.ofFile("config-lts"));
    }

    private int changes(VersionFacts before, VersionFacts after) {
        return kind.compareBoot(before, after).size();
    }

    private static VersionFacts boot(String file, String release, String digest) {
        BootItem item = new BootItem(BootRole.KERNEL, "releases/x86_64/" + file, release, digest);
        return new VersionFacts(List.of(), List.of(item), Map.of());
    }

    private static VersionFacts facts(PackageInfo... packages) {
        return new VersionFacts(List.of(packages), List.of(), Map.of());
    }

    private static PackageInfo pack(String name, String version, String identity) {
        return new PackageInfo("main/x86_64", name, version, 10, name, identity);
    }
}

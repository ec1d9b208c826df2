package io.tidemark.kind.alpine;

import io.tidemark.model.BootRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what a package or a file for network boot does when a client boots. */
final class BootRoles {

    private static final BootRoles PACKAGES = new BootRoles(List.of(
            role("linux-firmware(-.+)?", BootRole.FIRMWARE),
            role("wireless-regdb|sof-firmware", BootRole.FIRMWARE),
            role(
                    "linux-(lts|virt|edge|rpi[0-9]*|vanilla|hardened|grsec|elm|gru|octeon|asahi|openpax|stable)",
                    BootRole.KERNEL),
            role("xen|xen-hypervisor|xen-libs|xen-qemu|xen-efi", BootRole.XEN),
            role("mkinitfs|alpine-conf|dracut(-.+)?|booster", BootRole.INITRAMFS),
            role("(intel|amd)-ucode", BootRole.MICROCODE),
            role(
                    "syslinux|grub(-(efi|bios|xenhost|ieee1275|emu))?|gummiboot|systemd-boot|limine.*|u-boot.*"
                            + "|refind|efibootmgr|update-extlinux|raspberrypi-bootloader.*",
                    BootRole.BOOT_LOADER),
            role("musl", BootRole.LIBC),
            role("alpine-keys", BootRole.SIGNING_KEYS)));

    private static final BootRoles FILES = new BootRoles(List.of(
            role("vmlinuz-.+", BootRole.KERNEL),
            role("initramfs-.+", BootRole.INITRAMFS),
            role("modloop-.+", BootRole.MODLOOP),
            role("xen.*\\.gz|xen.*\\.efi", BootRole.XEN),
            role("(intel|amd)-ucode\\.img", BootRole.MICROCODE)));

    /** Each role's names as a group of its own; the first that matches decides. */
    private final Pattern names;

    private final List<BootRole> roles;

    private BootRoles(List<Map.Entry<String, BootRole>> each) {
        roles = each.stream().map(Map.Entry::getValue).toList();
        names = Pattern.compile(IntStream.range(0, each.size())
                .mapToObj(i -> "(?<r" + i + ">" + each.get(i).getKey() + ")")
                .collect(Collectors.joining("|")));
    }

    static BootRole ofPackage(String name) {
        return PACKAGES.of(name);
    }

    static BootRole ofFile(String name) {
        return FILES.of(name);
    }

    private BootRole of(String name) {
        Matcher matcher = names.matcher(name);
        return matcher.matches()
                ? IntStream.range(0, roles.size())
                        .filter(i -> matcher.group("r" + i) != null)
                        .mapToObj(roles::get)
                        .findFirst()
                        .orElse(BootRole.NONE)
                : BootRole.NONE;
    }

    private static Map.Entry<String, BootRole> role(String pattern, BootRole role) {
        return Map.entry(pattern, role);
    }
}

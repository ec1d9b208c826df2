package io.tidemark.kind.alpine;

import io.tidemark.model.BootRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what a package or a file for network boot does when a client boots. */
final class BootRoles {

    /** The first pattern that matches decides. */
    private static final List<Map.Entry<Pattern, BootRole>> PACKAGES = List.of(
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
            role("alpine-keys", BootRole.SIGNING_KEYS));

    private static final List<Map.Entry<Pattern, BootRole>> FILES = List.of(
            role("vmlinuz-.+", BootRole.KERNEL),
            role("initramfs-.+", BootRole.INITRAMFS),
            role("modloop-.+", BootRole.MODLOOP),
            role("xen.*\\.gz|xen.*\\.efi", BootRole.XEN),
            role("(intel|amd)-ucode\\.img", BootRole.MICROCODE));

    private BootRoles() {}

    static BootRole ofPackage(String name) {
        return first(PACKAGES, name);
    }

    static BootRole ofFile(String name) {
        return first(FILES, name);
    }

    private static BootRole first(List<Map.Entry<Pattern, BootRole>> roles, String name) {
        return roles.stream()
                .filter(each -> each.getKey().matcher(name).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(BootRole.NONE);
    }

    private static Map.Entry<Pattern, BootRole> role(String pattern, BootRole role) {
        return Map.entry(Pattern.compile(pattern), role);
    }
}

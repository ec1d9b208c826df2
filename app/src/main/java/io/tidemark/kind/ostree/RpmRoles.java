package io.tidemark.kind.ostree;

import io.tidemark.model.BootRole;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what an rpm package does when a computer boots. */
final class RpmRoles {

    private static final Map<BootRole, Pattern> NAMES = names();

    private RpmRoles() {}

    static BootRole of(String name) {
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(BootRole.NONE);
    }

    private static Map<BootRole, Pattern> names() {
        Map<BootRole, Pattern> names = new LinkedHashMap<>();
        names.put(BootRole.KERNEL, Pattern.compile("kernel(-(core|modules(-core|-extra)?|rt.*|debug.*))?"));
        names.put(BootRole.XEN, Pattern.compile("xen(-hypervisor|-libs|-runtime)?"));
        names.put(BootRole.INITRAMFS, Pattern.compile("dracut(-.+)?"));
        names.put(BootRole.MICROCODE, Pattern.compile("microcode_ctl|amd-ucode-firmware"));
        names.put(BootRole.FIRMWARE, Pattern.compile("linux-firmware.*|.+-firmware|wireless-regdb"));
        names.put(
                BootRole.BOOT_LOADER,
                Pattern.compile("grub2.*|shim.*|bootupd|efibootmgr|systemd-boot.*|ostree(-libs|-grub2)?"));
        names.put(BootRole.LIBC, Pattern.compile("glibc(-.+)?"));
        names.put(BootRole.SIGNING_KEYS, Pattern.compile(".+-gpg-keys"));
        return Collections.unmodifiableMap(names);
    }
}

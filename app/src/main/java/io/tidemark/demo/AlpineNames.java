package io.tidemark.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Plausible package names: the ones a thin client cares for, then as many made-up ones as wanted. */
final class AlpineNames {

    private static final List<String> MAIN = List.of(
            "linux-lts=5.15.41-r0",
            "linux-virt=5.15.41-r0",
            "linux-firmware=20220509-r1",
            "linux-firmware-i915=20220509-r1",
            "linux-firmware-amdgpu=20220509-r1",
            "linux-firmware-none=20220509-r1",
            "xen=4.15.2-r1",
            "xen-hypervisor=4.15.2-r1",
            "xen-libs=4.15.2-r1",
            "intel-ucode=20220510-r0",
            "amd-ucode=20220509-r1",
            "mkinitfs=3.6.0-r1",
            "syslinux=6.04_pre1-r9",
            "grub=2.06-r2",
            "grub-efi=2.06-r2",
            "musl=1.2.2-r7",
            "musl-utils=1.2.2-r7",
            "alpine-keys=2.4-r1",
            "alpine-base=3.15.4-r0",
            "alpine-baselayout=3.2.0-r18",
            "alpine-conf=3.13.1-r0",
            "apk-tools=2.12.7-r3",
            "busybox=1.34.1-r5",
            "busybox-initscripts=4.0-r5",
            "openrc=0.44.7-r5",
            "openssl=1.1.1o-r0",
            "libssl1.1=1.1.1o-r0",
            "libcrypto1.1=1.1.1o-r0",
            "ca-certificates=20211220-r0",
            "ca-certificates-bundle=20211220-r0",
            "zlib=1.2.12-r1",
            "xz=5.2.5-r1",
            "zstd=1.5.0-r0",
            "g++=10.3.1_git20211027-r0",
            "gcc=10.3.1_git20211027-r0",
            "libstdc++=10.3.1_git20211027-r0",
            "python3=3.9.7-r4",
            "perl=5.34.0-r1",
            "openssh=8.8_p1-r1",
            "chrony=4.1-r0",
            "dnsmasq=2.86-r1",
            "nftables=1.0.1-r0",
            "e2fsprogs=1.46.4-r0",
            "util-linux=2.37.4-r0",
            "tzdata=2022a-r0",
            "wpa_supplicant=2.9-r17");

    private static final List<String> COMMUNITY = List.of(
            "clamav=0.104.3-r0",
            "clamav-daemon=0.104.3-r0",
            "freshclam=0.104.3-r0",
            "ansible=4.8.0-r0",
            "ansible-core=2.11.6-r0",
            "firefox-esr=91.9.0-r0",
            "xfce4-terminal=0.8.10-r2",
            "remmina=1.4.23-r0",
            "udiskie=2.4.0-r0",
            "usbguard=1.0.0-r2",
            "qemu-guest-agent=6.1.1-r0",
            "networkmanager=1.32.12-r0");

    private static final String[] FRONT = {
        "py3-", "perl-", "lib", "lib", "lib", "", "", "", "ruby-", "lua5.3-", "php8-", "font-", "kde-", "xf86-", "gst-"
    };
    private static final String[] STEM = {
        "amber", "birch", "cobalt", "delta", "ember", "fjord", "glyph", "harbor", "iris", "jasper", "kelp", "lumen",
        "marble", "nimbus", "onyx", "pewter", "quartz", "river", "saffron", "tundra", "umbra", "velvet", "willow",
        "xenon", "yarrow", "zephyr", "anchor", "beacon", "cinder", "drift", "eddy", "flint", "grove", "heron"
    };
    private static final String[] BACK = {
        "", "", "", "-dev", "-doc", "-libs", "-tools", "-lang", "-openrc", "d", "ctl", "2", "kit", "-utils", "++"
    };

    private AlpineNames() {}

    /** What a repository starts with, as {@code name=version}: the known names and then others, {@code count} in all. */
    static List<String> start(String section, int count, SplittableRandom random) {
        Set<String> used = new LinkedHashSet<>();
        List<String> start = new ArrayList<>();
        for (String known :
                section.equals("main") ? MAIN : section.equals("community") ? COMMUNITY : List.<String>of()) {
            if (start.size() < count) {
                start.add(known);
                used.add(known.substring(0, known.indexOf('=')));
            }
        }
        while (start.size() < count) {
            String name = fresh(used, random);
            used.add(name);
            start.add(name + "=" + version(random));
        }
        return start;
    }

    /** A name that is not used yet. */
    static String fresh(Set<String> used, SplittableRandom random) {
        for (int tries = 0; ; tries++) {
            String name = one(FRONT, random) + one(STEM, random) + "-" + one(STEM, random) + one(BACK, random);
            if (tries > 20) {
                name = name + random.nextInt(1000);
            }
            if (!used.contains(name)) {
                return name;
            }
        }
    }

    static String version(SplittableRandom random) {
        return random.nextInt(12) + "." + random.nextInt(30) + "." + random.nextInt(20) + "-r" + random.nextInt(4);
    }

    private static String one(String[] from, SplittableRandom random) {
        return from[random.nextInt(from.length)];
    }
}

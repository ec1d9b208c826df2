package io.tidemark.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Release files of the upstream as {@code releases/ARCH} holds them: images with their sums, the files for network boot,
 * and {@code latest-releases.yaml} last. Earlier point releases stay beside the newest.
 */
record AlpineReleases(AlpineRecipe recipe, Path directory) {

    private static final Map<String, String> FLAVORS = new TreeMap<>(Map.of(
            "alpine-standard", "iso",
            "alpine-extended", "iso",
            "alpine-virt", "iso",
            "alpine-xen", "iso",
            "alpine-minirootfs", "tar.gz",
            "alpine-netboot", "tar.gz"));
    private static final List<String> BOOT = List.of(
            "vmlinuz-lts", "initramfs-lts", "modloop-lts", "vmlinuz-virt", "initramfs-virt", "modloop-virt", "xen.gz");

    void write(String release, String kernel, long time) throws IOException {
        writeNetboot(release, kernel, time);
        List<String> items = new ArrayList<>();
        for (Map.Entry<String, String> flavor : FLAVORS.entrySet()) {
            items.add(writeImage(flavor.getKey(), flavor.getValue(), release, time));
        }
        Disk.write(directory.resolve("latest-releases.yaml"), Bytes.utf8("---\n" + String.join("", items)), time);
    }

    private void writeNetboot(String release, String kernel, long time) throws IOException {
        for (String name : BOOT) {
            byte[] content = Bytes.content(recipe.seed() + " " + name + " " + kernel, recipe.payload() * 12);
            Disk.write(directory.resolve("netboot-" + release).resolve(name), content, time);
        }
        Disk.link(directory.resolve("netboot"), "netboot-" + release);
    }

    private String writeImage(String flavor, String extension, String release, long time) throws IOException {
        String file = flavor + "-" + release + "-" + recipe.arch() + "." + extension;
        byte[] content = Bytes.content(recipe.seed() + " " + file, recipe.payload() * 25);
        String sha256 = Bytes.hex("SHA-256", content);
        String sha512 = Bytes.hex("SHA-512", content);
        Disk.write(directory.resolve(file), content, time);
        sibling(file + ".sha256", sha256 + "  " + file + "\n", time);
        sibling(file + ".sha512", sha512 + "  " + file + "\n", time);
        sibling(file + ".asc", armor(file), time);
        return item(flavor, release, file, content.length, List.of(sha256, sha512), time);
    }

    private void sibling(String name, String text, long time) throws IOException {
        Disk.write(directory.resolve(name), Bytes.utf8(text), time);
    }

    private static String armor(String file) {
        return "-----BEGIN PGP SIGNATURE-----\n\n" + Bytes.hex("SHA-512", Bytes.utf8(file))
                + "\n-----END PGP SIGNATURE-----\n";
    }

    private String item(String flavor, String release, String file, long size, List<String> sums, long time) {
        String title = flavor.substring("alpine-".length());
        return """
            -
              title: "%s"
              desc: |
                Made up for the demonstration.
                Boots nothing.
              branch: %s
              arch: %s
              version: %s
              flavor: %s
              file: %s
              iso: %s
              date: %s
              time: %s
              size: %d
              sha256: %s
              sha512: %s
            """.formatted(
                        title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
                        recipe.branch(),
                        recipe.arch(),
                        release,
                        flavor,
                        file,
                        file,
                        format("yyyy-MM-dd", time),
                        format("HH:mm:ss", time),
                        size,
                        sums.getFirst(),
                        sums.getLast());
    }

    private static String format(String pattern, long time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochSecond(time));
    }
}

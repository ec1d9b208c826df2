package io.tidemark.demo;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One package of the made-up upstream, built in the structure of apk version 2: three gzip members (signature, control,
 * data) whose content concatenated is one tar stream. Source of the structure: apk-v2(5), abuild.
 *
 * @param name package name
 * @param version with its {@code -rN}
 * @param origin source package
 * @param description one line
 * @param built build time, seconds of the epoch
 */
record ApkPackage(String name, String version, String origin, String description, long built) {

    /** A built package: its bytes and its block of the index. */
    record Built(byte[] bytes, String checksum, String block) {}

    String fileName() {
        return name + "-" + version + ".apk";
    }

    ApkPackage at(String newVersion, long newBuilt) {
        return new ApkPackage(name, newVersion, origin, description, newBuilt);
    }

    Built build(String arch, SigningKey key, Map<String, byte[]> files) {
        long installed = files.values().stream().mapToLong(f -> f.length).sum();
        byte[] data = Bytes.gzip(data(files));
        byte[] control = Bytes.gzip(new Tar(built)
                .file(".PKGINFO", Bytes.utf8(info(arch, installed, Bytes.hex("SHA-256", data))))
                .bytes());
        byte[] whole = Bytes.concat(key.member("RSA", control, built), control, data);
        String checksum = "Q1" + Base64.getEncoder().encodeToString(Bytes.digest("SHA-1", control));
        return new Built(whole, checksum, block(arch, checksum, whole.length, installed));
    }

    private byte[] data(Map<String, byte[]> files) {
        Tar tar = new Tar(built);
        TreeSet<String> directories = new TreeSet<>();
        new TreeMap<>(files).forEach((path, content) -> {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                if (directories.add(path.substring(0, slash))) {
                    tar.directory(path.substring(0, slash));
                }
            }
            tar.file(path, content, mode(path), "APK-TOOLS.checksum.SHA1=" + Bytes.hex("SHA-1", content));
        });
        return tar.end().bytes();
    }

    private static int mode(String path) {
        return path.contains("bin/") ? 0755 : 0644;
    }

    private String info(String arch, long installed, String datahash) {
        return """
            # Generated for the Tidemark demonstration
            pkgname = %s
            pkgver = %s
            pkgdesc = %s
            url = https://example.org/%s
            builddate = %d
            packager = Demo Upstream <demo@example.org>
            size = %d
            arch = %s
            origin = %s
            license = MIT
            depend = so:libc.musl-x86_64.so.1
            datahash = %s
            """.formatted(name, version, description, origin, built, installed, arch, origin, datahash);
    }

    private String block(String arch, String checksum, long size, long installed) {
        return """
            C:%s
            P:%s
            V:%s
            A:%s
            S:%d
            I:%d
            T:%s
            U:https://example.org/%s
            L:MIT
            o:%s
            m:Demo Upstream <demo@example.org>
            t:%d
            c:%s
            D:so:libc.musl-x86_64.so.1

            """.formatted(
                        checksum,
                        name,
                        version,
                        arch,
                        size,
                        installed,
                        description,
                        origin,
                        origin,
                        built,
                        Bytes.hex("SHA-1", Bytes.utf8(origin + version)));
    }
}

package io.tidemark.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Turns a made-up upstream hostile, one lie at a time, so that tests can show each refused. Lies stay until the upstream
 * changes the file concerned.
 */
public record AlpineTampering(AlpineUpstream upstream) {

    /** The package file has more bytes than its index says. */
    public void lieAboutSize(String section, String name) throws IOException {
        Path file = upstream.packageFile(section, name);
        rewrite(file, Bytes.concat(Files.readAllBytes(file), new byte[100]));
    }

    /** The package file is cut short. */
    public void truncate(String section, String name) throws IOException {
        Path file = upstream.packageFile(section, name);
        byte[] bytes = Files.readAllBytes(file);
        rewrite(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** One bit in the middle of the package's last quarter is turned: right size, wrong content. */
    public void corrupt(String section, String name) throws IOException {
        corrupt(upstream.packageFile(section, name));
    }

    /** One bit of a release file is turned. */
    public void corruptRelease(String file) throws IOException {
        corrupt(upstream.directory("releases").resolve(file));
    }

    /** A package that the index lists is gone. */
    public void lose(String section, String name) throws IOException {
        Files.delete(upstream.packageFile(section, name));
    }

    /** The indexes of before the last change are back, rightly signed. */
    public void replayOlderIndex() throws IOException {
        for (String name : new String[] {"main", "community"}) {
            AlpineSection section = upstream.section(name);
            rewrite(section.index(), section.olderIndex());
        }
    }

    /** The index is signed with a key that nobody knows; its public part can be had under {@code keys/}. */
    public SigningKey signWithUnknownKey(String section) throws IOException {
        SigningKey stranger = SigningKey.of(upstream.recipe().seed() + 7_000);
        Disk.write(upstream.root().resolve("keys").resolve(stranger.name()), stranger.pemBytes(), upstream.time());
        republish(section, "", stranger);
        return stranger;
    }

    /** The index is signed with another key that claims the name of the known one; {@code keys/} has it. */
    public SigningKey signWithKeyOfSameName(String section) throws IOException {
        SigningKey stranger = SigningKey.of(upstream.recipe().seed() + 7_001)
                .named(upstream.key().name());
        Disk.write(upstream.root().resolve("keys").resolve(stranger.name()), stranger.pemBytes(), upstream.time());
        republish(section, "", stranger);
        return stranger;
    }

    /** The index lists a package whose name climbs out of its directory. */
    public void addTraversal(String section) throws IOException {
        republish(section, block("../../../etc/evil", "1.0-r0"), upstream.key());
    }

    /** The index lists one package twice, with other content. */
    public void addDuplicate(String section) throws IOException {
        ApkPackage first =
                upstream.section(section).packages().values().iterator().next();
        republish(section, block(first.name(), first.version()), upstream.key());
    }

    /** The index holds a line of zeros that deflates to next to nothing, {@code mebibytes} of it; made piece by piece. */
    public void bomb(String section, int mebibytes) throws IOException {
        byte[] zeros = Bytes.utf8("0".repeat(1 << 20));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (OutputStream plain = new GZIPOutputStream(body)) {
            plain.write(new Tar(upstream.time())
                    .heading("APKINDEX", (long) mebibytes << 20)
                    .bytes());
            for (int i = 0; i < mebibytes; i++) {
                plain.write(zeros);
            }
            plain.write(new Tar(upstream.time()).end().bytes());
        }
        byte[] signed = body.toByteArray();
        byte[] signature = upstream.key().member("RSA", signed, upstream.time());
        rewrite(upstream.section(section).index(), Bytes.concat(signature, signed));
    }

    /** The index is signed with the known key in another algorithm: RSA, RSA256 or RSA512. */
    public void signWith(String section, String algorithm) throws IOException {
        AlpineSection target = upstream.section(section);
        target.publish(target.text(), algorithm, upstream.key(), upstream.time());
    }

    /** The index has no signature. */
    public void unsign(String section) throws IOException {
        AlpineSection target = upstream.section(section);
        byte[] body = Bytes.gzip(new Tar(upstream.time())
                .file("APKINDEX", Bytes.utf8(target.text()))
                .end()
                .bytes());
        rewrite(target.index(), body);
    }

    /** Puts extra text into the signed index. */
    public void addText(String section, String text) throws IOException {
        republish(section, text, upstream.key());
    }

    /** Puts any bytes in the place of an index. */
    public void replaceIndex(String section, byte[] bytes) throws IOException {
        rewrite(upstream.section(section).index(), bytes);
    }

    private void republish(String section, String extra, SigningKey key) throws IOException {
        AlpineSection target = upstream.section(section);
        target.publish(target.text() + extra, "RSA", key, upstream.time());
    }

    private void corrupt(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length * 7 / 8] ^= 0x10;
        rewrite(file, bytes);
    }

    private void rewrite(Path file, byte[] bytes) throws IOException {
        Disk.write(file, bytes, upstream.time());
    }

    private static String block(String name, String version) {
        return "C:Q18SGEgBCUBuKsON0gsDHwIt6EqBk=\nP:" + name + "\nV:" + version
                + "\nA:x86_64\nS:1234\nI:1\nT:x\nt:1\n\n";
    }
}

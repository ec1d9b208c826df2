package io.tidemark.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** One signed repository of the upstream, for example {@code main}: its packages and its index. Used by one thread. */
final class AlpineSection {

    private final String name;
    private final Path directory;
    private final AlpineForge forge;
    private final Map<String, ApkPackage> packages = new TreeMap<>();
    private final Map<String, String> blocks = new ConcurrentSkipListMap<>();
    private byte[] olderIndex = {};

    AlpineSection(String name, Path directory, AlpineForge forge) {
        this.name = name;
        this.directory = directory;
        this.forge = forge;
    }

    String name() {
        return name;
    }

    Path directory() {
        return directory;
    }

    Map<String, ApkPackage> packages() {
        return packages;
    }

    Path file(String packageName) {
        return directory.resolve(packages.get(packageName).fileName());
    }

    Path index() {
        return directory.resolve("APKINDEX.tar.gz");
    }

    /** The index as it was before the last change, empty at first. */
    byte[] olderIndex() {
        return olderIndex;
    }

    /** Builds packages and writes them beside what is there; the index does not name them yet. */
    void add(Collection<ApkPackage> wanted) {
        wanted.parallelStream().forEach(this::writePackage);
        wanted.forEach(each -> packages.put(each.name(), each));
    }

    private void writePackage(ApkPackage wanted) {
        try {
            ApkPackage.Built built = forge.build(wanted);
            Disk.write(directory.resolve(wanted.fileName()), built.bytes(), wanted.built());
            blocks.put(wanted.name(), built.block());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs and writes the index of all packages. */
    void publish(long time) throws IOException {
        publish(text(), "RSA", forge.key(), time);
    }

    /** Signs and writes an index of any text; {@code algorithm} is RSA, RSA256 or RSA512. */
    void publish(String text, String algorithm, SigningKey key, long time) throws IOException {
        olderIndex = Files.exists(index()) ? Files.readAllBytes(index()) : olderIndex;
        byte[] body = Bytes.gzip(new Tar(time)
                .file("DESCRIPTION", Bytes.utf8("v" + forge.recipe().release() + "-" + time % 1000 + "-gdemo"))
                .file("APKINDEX", Bytes.utf8(text))
                .end()
                .bytes());
        Disk.write(index(), Bytes.concat(key.member(algorithm, body, time), body), time);
    }

    /** The text of the index as it would be published now. */
    String text() {
        return String.join("", blocks.values());
    }

    /**
     * Changes a share of the packages: four fifths get a new version, the rest is removed or new in equal parts. The old
     * files go after the new index is there.
     */
    void mutate(double percent, SplittableRandom random, long time) throws IOException {
        List<String> touched = pick(percent, random);
        List<Path> obsolete = new ArrayList<>();
        List<ApkPackage> fresh = new ArrayList<>();
        int others = touched.size() / 10;
        for (String each : touched.subList(0, others)) {
            obsolete.add(file(each));
            packages.remove(each);
            blocks.remove(each);
            String added = AlpineNames.fresh(packages.keySet(), random);
            fresh.add(new ApkPackage(added, AlpineNames.version(random), added, describe(added), time));
        }
        for (String each : touched.subList(others, touched.size())) {
            obsolete.add(file(each));
            fresh.add(packages.get(each).at(bump(packages.get(each).version(), random), time));
        }
        replace(fresh, obsolete, time);
    }

    /** Puts new packages in place of old files. */
    void replace(List<ApkPackage> fresh, List<Path> obsolete, long time) throws IOException {
        add(fresh);
        publish(time);
        for (Path old : obsolete) {
            Files.deleteIfExists(old);
        }
    }

    /** Takes packages out of the index, and their files away. */
    void remove(List<String> names, long time) throws IOException {
        List<Path> obsolete = names.stream().map(this::file).toList();
        names.forEach(packages::remove);
        names.forEach(blocks::remove);
        replace(List.of(), obsolete, time);
    }

    /** Packages without which no client boots are never removed, only raised. */
    private List<String> pick(double percent, SplittableRandom random) {
        List<String> names = new ArrayList<>(packages.keySet());
        names.removeIf(each -> each.startsWith("linux-") || each.startsWith("xen") || each.equals("alpine-keys"));
        List<String> picked = new ArrayList<>();
        int count = (int) Math.round(packages.size() * percent / 100);
        while (picked.size() < count && !names.isEmpty()) {
            picked.add(names.remove(random.nextInt(names.size())));
        }
        return picked;
    }

    static String describe(String name) {
        return "Made-up package " + name;
    }

    /** A later version: the next revision, or the next patch level with revision 0. */
    static String bump(String version, SplittableRandom random) {
        int r = version.lastIndexOf("-r");
        int revision = Integer.parseInt(version.substring(r + 2));
        String base = version.substring(0, r);
        int dot = base.lastIndexOf('.');
        if (random.nextBoolean() || dot < 0 || !base.substring(dot + 1).matches("[1-9][0-9]{0,3}")) {
            return base + "-r" + (revision + 1);
        }
        return base.substring(0, dot + 1) + (Integer.parseInt(base.substring(dot + 1)) + 1) + "-r0";
    }
}

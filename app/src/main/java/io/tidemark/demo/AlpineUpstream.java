package io.tidemark.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A signed Alpine upstream made up in a directory, in the tree of a real one: {@code v3.15/{main,community,releases}/
 * ARCH/…}, real apk v2 packages, release images with sums, files for network boot, the public key under {@code keys/}.
 * Each change moves it on by a day, packages first, indexes next, deletions last, so that it may be served meanwhile.
 * Used by one thread.
 */
public final class AlpineUpstream {

    /** 2022-04-04, the day of 3.15.4. */
    private static final long FIRST_DAY = 1_649_030_400L;

    private static final long DAY = 86_400L;
    private static final List<String> BOOT_PACKAGES =
            List.of("linux-lts", "linux-virt", "xen", "xen-hypervisor", "xen-libs");

    private final AlpineRecipe recipe;
    private final Path root;
    private final SigningKey key;
    private final Map<String, AlpineSection> sections = new TreeMap<>();
    private String release;
    private int day;

    private AlpineUpstream(Path root, AlpineRecipe recipe, SigningKey key) {
        this.recipe = recipe;
        this.root = root;
        this.key = key;
        this.release = recipe.release();
    }

    /** Makes the upstream's first state in a directory, which is created. */
    public static AlpineUpstream create(Path root, AlpineRecipe recipe) throws IOException {
        return create(root, recipe, SigningKey.of(recipe.seed()));
    }

    /** The same signed with a key that is at hand; making one takes as long as a hundred packages. */
    public static AlpineUpstream create(Path root, AlpineRecipe recipe, SigningKey key) throws IOException {
        AlpineUpstream upstream = new AlpineUpstream(root, recipe, key);
        Disk.write(root.resolve("keys").resolve(upstream.key.name()), upstream.key.pemBytes(), FIRST_DAY);
        int main = recipe.packages() - recipe.packages() / 3;
        upstream.start("main", main);
        upstream.start("community", recipe.packages() - main);
        upstream.writeReleases();
        return upstream;
    }

    /** Where it lies; its parent URL is what a repository is given as upstream. */
    public Path root() {
        return root;
    }

    /** What it was made from. */
    public AlpineRecipe recipe() {
        return recipe;
    }

    /** The newest point release, for example {@code 3.15.5}. */
    public String release() {
        return release;
    }

    /** What signs it. */
    public SigningKey key() {
        return key;
    }

    /** Packages that the indexes list now. */
    public int packages() {
        return sections.values().stream().mapToInt(s -> s.packages().size()).sum();
    }

    /** Where a listed package lies. */
    public Path packageFile(String section, String name) {
        return section(section).file(name);
    }

    /** The directory with packages of one section, or {@code releases}. */
    public Path directory(String section) {
        return root.resolve(recipe.branch()).resolve(section).resolve(recipe.arch());
    }

    /** The next day: a share of all packages changed, a few of them removed or new, and a new kernel. */
    public void mutate(double percent) throws IOException {
        day++;
        for (AlpineSection section : sections.values()) {
            section.mutate(percent, Bytes.random(recipe.seed() + " day " + day + section.name()), time());
        }
        raiseBootPackages();
    }

    /** The next day with a new point release: new images, new files for network boot, a new kernel and Xen. */
    public void pointRelease() throws IOException {
        day++;
        int dot = release.lastIndexOf('.') + 1;
        release = release.substring(0, dot) + (Integer.parseInt(release.substring(dot)) + 1);
        raiseBootPackages();
        writeReleases();
    }

    /** The same state with packages missing, as after an accident upstream. */
    public void shrink(double percent) throws IOException {
        day++;
        for (AlpineSection section : sections.values()) {
            List<String> names = new ArrayList<>(section.packages().keySet());
            section.remove(names.subList(names.size() - (int) (names.size() * percent / 100), names.size()), time());
        }
    }

    AlpineSection section(String name) {
        return sections.get(name);
    }

    /** Seconds of the epoch of the state that is published now. */
    long time() {
        return FIRST_DAY + day * DAY;
    }

    private void start(String name, int count) throws IOException {
        AlpineSection section = new AlpineSection(name, directory(name), new AlpineForge(recipe, key));
        SplittableRandom random = Bytes.random(recipe.seed() + " start " + name);
        List<ApkPackage> first = new ArrayList<>();
        for (String each : AlpineNames.start(name, count, random)) {
            int equals = each.indexOf('=');
            String packageName = each.substring(0, equals);
            long built = time() - random.nextInt(200) * DAY;
            first.add(new ApkPackage(
                    packageName, each.substring(equals + 1), packageName, AlpineSection.describe(packageName), built));
        }
        section.add(first);
        section.publish(time());
        sections.put(name, section);
    }

    /** Kernel and Xen go up together, as point releases and most updates bring them. */
    private void raiseBootPackages() throws IOException {
        AlpineSection main = section("main");
        List<ApkPackage> fresh = new ArrayList<>();
        List<Path> obsolete = new ArrayList<>();
        for (String name : BOOT_PACKAGES) {
            ApkPackage now = main.packages().get(name);
            if (now != null) {
                obsolete.add(main.file(name));
                fresh.add(now.at(raised(now.version()), time()));
            }
        }
        main.replace(fresh, obsolete, time());
    }

    private static String raised(String version) {
        String base = version.substring(0, version.indexOf("-r"));
        int dot = base.lastIndexOf('.') + 1;
        int step = version.startsWith("5.") ? 12 : 1;
        return base.substring(0, dot) + (Integer.parseInt(base.substring(dot)) + step) + "-r0";
    }

    private void writeReleases() throws IOException {
        ApkPackage kernel = section("main").packages().get("linux-lts");
        new AlpineReleases(recipe, directory("releases"))
                .write(release, kernel == null ? release : kernel.version(), time());
    }
}

package io.tidemark.demo;

/**
 * What a made-up Alpine upstream shall look like.
 *
 * @param seed equal seeds make equal bytes
 * @param packages packages in all, two thirds of them in {@code main}, the rest in {@code community}
 * @param release the first point release, for example {@code 3.15.4}; the branch follows from it
 * @param arch architecture of everything
 * @param payload mean bytes of content in a package; release files are larger by factors
 */
public record AlpineRecipe(long seed, int packages, String release, String arch, int payload) {

    /** A small upstream that is made in well under a second. */
    public static AlpineRecipe small() {
        return new AlpineRecipe(1, 90, "3.15.4", "x86_64", 2_000);
    }

    /** The same with another number of packages. */
    public AlpineRecipe withPackages(int count) {
        return new AlpineRecipe(seed, count, release, arch, payload);
    }

    /** The same with packages of another mean size. */
    public AlpineRecipe withPayload(int bytes) {
        return new AlpineRecipe(seed, packages, release, arch, bytes);
    }

    /** The same from another seed. */
    public AlpineRecipe withSeed(long other) {
        return new AlpineRecipe(other, packages, release, arch, payload);
    }

    /** {@code v} and the first two numbers of the release. */
    public String branch() {
        return "v" + release.substring(0, release.lastIndexOf('.'));
    }
}

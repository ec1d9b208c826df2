package io.tidemark.kind.alpine;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which part of an Alpine upstream is mirrored.
 *
 * @param branch directory below the upstream's root, for example {@code v3.15}
 * @param archs architectures
 * @param repos directories below the branch; {@code releases} is the one without packages
 * @param flavors flavours of release images, {@code all} among them for every one
 * @param prefix directory inside each version that everything lies in, empty for directly below
 */
record AlpineOptions(String branch, List<String> archs, List<String> repos, List<String> flavors, String prefix) {

    static final String BRANCH = "branch";
    static final String ARCH = "arch";
    static final String REPOS = "repos";
    static final String FLAVORS = "flavors";
    static final String PREFIX = "prefix";
    static final String RELEASES = "releases";
    static final String ALL = "all";

    static final List<String> KNOWN_ARCHS =
            List.of("x86_64", "x86", "aarch64", "armhf", "armv7", "ppc64le", "s390x", "riscv64", "loongarch64");
    static final List<String> KNOWN_REPOS = List.of("main", "community", RELEASES, "testing");
    static final List<String> KNOWN_FLAVORS =
            List.of(ALL, "standard", "extended", "virt", "xen", "netboot", "minirootfs", "uboot", "rpi");
    static final List<String> DEFAULT_REPOS = List.of("main", "community", RELEASES);

    /** One component of a path, hiding nothing. */
    private static final Predicate<String> COMPONENT =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}").asMatchPredicate();

    /** The same for places in a version: {@code wget --mirror} calls a directory {@code host:8080}. */
    private static final Predicate<String> PLACE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+~@-]{0,254}").asMatchPredicate();

    private static final Set<String> NAMES = Set.of(BRANCH, ARCH, REPOS, FLAVORS, PREFIX);

    static AlpineOptions of(Upstream upstream) {
        return new AlpineOptions(
                upstream.one(BRANCH, ""),
                upstream.all(ARCH),
                upstream.all(REPOS),
                upstream.all(FLAVORS),
                upstream.one(PREFIX, ""));
    }

    /** The same upstream with presets filled in and every value checked. */
    static Upstream complete(Upstream given) throws ProblemException {
        if (given.url().isEmpty()) {
            return given;
        }
        for (String name : given.options().keySet()) {
            if (!NAMES.contains(name)) {
                throw problem("alpine.option.unknown", name, "");
            }
        }
        if (given.one(BRANCH, "").isBlank()) {
            throw problem("alpine.option.missing", BRANCH, "");
        }
        return new Upstream(
                given.url(),
                new HashMap<>(Map.of(
                        BRANCH,
                        checked(BRANCH, given.all(BRANCH), List.of()),
                        ARCH,
                        checked(ARCH, given.all(ARCH), List.of("x86_64")),
                        REPOS,
                        checked(REPOS, given.all(REPOS), DEFAULT_REPOS),
                        FLAVORS,
                        checked(FLAVORS, given.all(FLAVORS), List.of(ALL)),
                        PREFIX,
                        path(given.all(PREFIX)))));
    }

    /** Directories of a path, each of them harmless; {@code /} at the ends does not matter. */
    private static List<String> path(List<String> given) throws ProblemException {
        String path = given.isEmpty() ? "" : given.getFirst().strip().replaceAll("^/+|/+$", "");
        for (String each : path.split("/", -1)) {
            if (!path.isEmpty() && !PLACE.test(each)) {
                throw problem("alpine.option.value", PREFIX, path);
            }
        }
        return path.isEmpty() ? List.of() : List.of(path);
    }

    /** Directories with package indexes, below branch and version alike: {@code main/x86_64} … */
    List<String> sections() {
        return archs.stream()
                .flatMap(arch ->
                        repos.stream().filter(repo -> !repo.equals(RELEASES)).map(repo -> repo + "/" + arch))
                .toList();
    }

    /** Directories with release files: {@code releases/x86_64} … */
    List<String> releases() {
        return repos.contains(RELEASES)
                ? archs.stream().map(arch -> RELEASES + "/" + arch).toList()
                : List.of();
    }

    /** Whether images of a flavour are wanted, named with or without {@code alpine-}. */
    boolean wantsFlavor(String flavor) {
        String plain = flavor.startsWith("alpine-") ? flavor.substring("alpine-".length()) : flavor;
        return flavors.isEmpty()
                || flavors.contains(ALL)
                || flavors.contains(plain)
                || flavors.contains("alpine-" + plain);
    }

    /** Whether files for network boot are wanted. */
    boolean wantsNetboot() {
        return repos.contains(RELEASES) && wantsFlavor(Layout.NETBOOT);
    }

    private static List<String> checked(String option, List<String> given, List<String> preset)
            throws ProblemException {
        Set<String> values = new LinkedHashSet<>();
        for (String each : given) {
            for (String value : each.split(",")) {
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        }
        for (String value : values) {
            if (!COMPONENT.test(value)) {
                throw problem("alpine.option.value", option, value);
            }
        }
        return values.isEmpty() ? preset : List.copyOf(values);
    }

    private static ProblemException problem(String code, String option, String value) {
        return new ProblemException(
                Problem.of(code, Problem.Category.USAGE, "object", "--" + option, "value", Malformed.quote(value)));
    }
}

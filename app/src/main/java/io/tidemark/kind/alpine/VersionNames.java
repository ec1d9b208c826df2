package io.tidemark.kind.alpine;

import io.tidemark.model.VersionFacts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names of versions: which directories are some, in which order, and what a new one is called. */
final class VersionNames {

    /** {@code v?N.N(.N)?} with what a repository appends to tell states of one release apart, and {@code edge}. */
    private static final Pattern VERSION =
            Pattern.compile("v?\\d{1,4}\\.\\d{1,4}(\\.\\d{1,4})?([._-][0-9A-Za-z.]{1,40})*|edge(-\\d{8}(\\.\\d+)?)?");

    private static final Pattern BRANCH = Pattern.compile("v?\\d{1,4}\\.\\d{1,4}|edge");

    private VersionNames() {}

    static boolean isVersion(String name) {
        return VERSION.matcher(name).matches();
    }

    /** Whether clients are likely to have the name itself in their settings, because it is a branch of upstream's. */
    static boolean isBranch(String name) {
        return BRANCH.matcher(name).matches();
    }

    /** By number and not by text, {@code edge} last. */
    static Comparator<String> order() {
        return Comparator.comparing((String name) -> name.startsWith("edge"))
                .thenComparing(name -> new ApkVersion(numbers(name)))
                .thenComparing(Comparator.naturalOrder());
    }

    private static String numbers(String name) {
        return name.replaceFirst("^v", "").replaceFirst("[-_].*$", "");
    }

    /** The point release; the same with the day when that is taken; then {@code .2}, {@code .3} … */
    static String suggest(VersionFacts facts, Predicate<String> taken, LocalDate today) {
        String release = Attributes.text(facts, Attributes.RELEASE);
        if (!release.isEmpty() && !taken.test(release)) {
            return release;
        }
        String stem = release.isEmpty() ? facts.attributes().getOrDefault(Attributes.BRANCH, "version") : release;
        String day = stem + "-"
                + DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).format(today);
        String name = day;
        for (int n = 2; taken.test(name); n++) {
            name = day + "." + n;
        }
        return name;
    }
}

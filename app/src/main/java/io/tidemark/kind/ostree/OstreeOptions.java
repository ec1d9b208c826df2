package io.tidemark.kind.ostree;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import io.tidemark.program.Ostree;
import io.tidemark.program.OstreeNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a repository of commits needs to be told.
 *
 * @param refs refs that are taken from upstream, or made from a directory; all of them when empty
 * @param prodRef ref under which versions are published in {@code prod}, possibly empty
 * @param signing who signs commits and summaries, if anybody does
 * @param unsigned whether it is wanted that what was signed goes on without signatures
 * @param keys file with the public keys that upstream's commits must be signed with, if it is asked for
 * @param scratchDeltas whether clients that have nothing get a static delta, too
 * @param treefile what rpm-ostree composes new versions of, in place of an upstream: the name of a file kept with the
 *     repository, or an absolute path
 * @param prodTreefile the treefile of production, which is compared with that one
 */
record OstreeOptions(
        List<String> refs,
        String prodRef,
        Optional<Ostree.Signing> signing,
        boolean unsigned,
        Optional<Path> keys,
        boolean scratchDeltas,
        Optional<String> treefile,
        Optional<String> prodTreefile) {

    static final String REF = "ref";
    static final String PROD_REF = "prod-ref";
    static final String SIGN = "gpg-sign";
    static final String HOME = "gpg-home";
    static final String KEYS = "gpg-keys";
    static final String DELTAS = "scratch-deltas";
    static final String TREEFILE = "treefile";
    static final String PROD_TREEFILE = "prod-treefile";
    static final String CHANNELS = "delta-channels";
    static final String CLIENTS = "clients";
    static final List<String> NUMBERS =
            List.of("delta-targets", "delta-commits", "delta-share", "delta-budget", "workers");
    static final Set<String> NAMES = Stream.concat(
                    Stream.of(REF, PROD_REF, SIGN, HOME, KEYS, DELTAS, TREEFILE, PROD_TREEFILE, CHANNELS, CLIENTS),
                    NUMBERS.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final String NOBODY = "none";
    private static final Set<String> LISTS = Set.of(REF, CHANNELS, CLIENTS);
    private static final Predicate<String> NUMBER =
            Pattern.compile("[0-9]{1,18}").asMatchPredicate();
    private static final Predicate<String> COUNT =
            Pattern.compile("[A-Za-z0-9._+-]{1,255}=[0-9]{1,9}").asMatchPredicate();

    static OstreeOptions of(Upstream upstream) {
        Optional<Path> home = path(upstream, HOME);
        String key = upstream.one(SIGN, "");
        return new OstreeOptions(
                upstream.all(REF),
                upstream.one(PROD_REF, ""),
                key.isEmpty() || key.equals(NOBODY) ? Optional.empty() : Optional.of(new Ostree.Signing(key, home)),
                key.equals(NOBODY),
                path(upstream, KEYS),
                upstream.one(DELTAS, "").equals("true"),
                text(upstream, TREEFILE),
                text(upstream, PROD_TREEFILE));
    }

    private static Optional<Path> path(Upstream upstream, String option) {
        return text(upstream, option).map(Path::of);
    }

    private static Optional<String> text(Upstream upstream, String option) {
        return Optional.of(upstream.one(option, "")).filter(text -> !text.isEmpty());
    }

    /** The same upstream with every value checked and written in one way. */
    static Upstream complete(Upstream given) throws ProblemException {
        for (String name : given.options().keySet()) {
            if (!NAMES.contains(name)) {
                throw wrong("ostree.option.unknown", name, "");
            }
        }
        Map<String, List<String>> options = new HashMap<>();
        put(options, given, REF, OstreeNames::isRef);
        put(options, given, PROD_REF, OstreeNames::isRef);
        put(options, given, SIGN, key -> OstreeNames.isKey(key) || key.equals(NOBODY));
        put(options, given, HOME, OstreeOptions::isPath);
        put(options, given, KEYS, OstreeOptions::isPath);
        put(options, given, TREEFILE, OstreeOptions::isTreefile);
        put(options, given, PROD_TREEFILE, OstreeOptions::isTreefile);
        put(options, given, DELTAS, Set.of("true", "false")::contains);
        put(options, given, CHANNELS, Names::validChannel);
        put(options, given, CLIENTS, COUNT);
        for (String number : NUMBERS) {
            put(options, given, number, NUMBER);
        }
        return new Upstream(given.url(), options);
    }

    private static boolean isPath(String text) {
        return text.startsWith("/") && !EntryPath.of(text).escaped();
    }

    /** The name of a file kept with the repository, or the path of another one. */
    private static boolean isTreefile(String text) {
        return isPath(text) || Names.validVersion(text) && TreefileText.isTreefile(text);
    }

    private static void put(Map<String, List<String>> options, Upstream given, String option, Predicate<String> valid)
            throws ProblemException {
        List<String> values = given.all(option).stream()
                .flatMap(each -> Stream.of(each.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        for (String each : values) {
            if (!valid.test(each)) {
                throw wrong("ostree.option.value", option, each);
            }
        }
        if (!values.isEmpty()) {
            options.put(option, LISTS.contains(option) ? values : values.subList(0, 1));
        }
    }

    private static ProblemException wrong(String code, String option, String value) {
        String shown = EntryPath.of(value).text();
        return new ProblemException(Problem.of(code, Problem.Category.USAGE, "object", "--" + option, "value", shown));
    }
}

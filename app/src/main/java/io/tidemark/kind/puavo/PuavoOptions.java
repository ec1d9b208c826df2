package io.tidemark.kind.puavo;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a repository of images needs to be told.
 *
 * @param series names of the series to take from another repository
 * @param baseUrl what URLs in the published documents begin with, possibly empty
 * @param images directory that new images are put into, possibly empty
 */
record PuavoOptions(List<String> series, String baseUrl, String images) {

    static final String SERIES = "series";
    static final String BASE_URL = "base-url";
    static final String IMAGES = "images";
    static final String TARGETS = "delta-targets";
    static final String SHARE = "delta-share";
    static final String BUDGET = "delta-budget";
    static final String ZSYNC = "zsync";
    static final String METALINK = "metalink";
    static final String WORKERS = "workers";
    static final String CLIENTS = "clients";

    private static final Set<String> NAMES =
            Set.of(SERIES, BASE_URL, IMAGES, TARGETS, SHARE, BUDGET, WORKERS, CLIENTS, ZSYNC, METALINK);
    private static final Predicate<String> NUMBER =
            Pattern.compile("[0-9]{1,18}").asMatchPredicate();
    private static final Predicate<String> COUNT =
            Pattern.compile("[A-Za-z0-9._+-]{1,255}=[0-9]{1,9}").asMatchPredicate();
    private static final Predicate<String> URL = Pattern.compile(
                    "https?://[A-Za-z0-9._:\\[\\]-]{1,255}(/[A-Za-z0-9._~/-]{0,1000})?")
            .asMatchPredicate();

    static PuavoOptions of(Upstream upstream) {
        return new PuavoOptions(upstream.all(SERIES), upstream.one(BASE_URL, ""), upstream.one(IMAGES, ""));
    }

    /** The same upstream with every value checked and written in one way. */
    static Upstream complete(Upstream given) throws ProblemException {
        Map<String, List<String>> options = new HashMap<>();
        for (String name : given.options().keySet()) {
            if (!NAMES.contains(name)) {
                throw Problems.option("puavo.option.unknown", name, "");
            }
        }
        put(options, SERIES, list(given, SERIES, Names::validLink));
        put(options, CLIENTS, list(given, CLIENTS, COUNT));
        put(options, BASE_URL, checked(BASE_URL, given.one(BASE_URL, "").replaceFirst("/+$", ""), URL));
        put(options, IMAGES, checked(IMAGES, given.one(IMAGES, ""), path -> path.startsWith("/") && isPlain(path)));
        for (String number : List.of(TARGETS, SHARE, BUDGET, WORKERS)) {
            put(options, number, checked(number, given.one(number, ""), NUMBER));
        }
        for (String flag : List.of(ZSYNC, METALINK)) {
            put(options, flag, checked(flag, given.one(flag, ""), Set.of("true", "false")::contains));
        }
        if (given.url().matches("(?i)https?:.*") && !options.containsKey(SERIES)) {
            throw new ProblemException(
                    Problem.of("puavo.series", Problem.Category.USAGE, "object", EntryPath.of(given.url())));
        }
        return new Upstream(given.url(), options);
    }

    /** Whether an option can have these values. */
    static boolean accepts(String name, List<String> values) {
        try {
            complete(new Upstream("", Map.of(name, values)));
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static void put(Map<String, List<String>> options, String name, List<String> values) {
        if (!values.isEmpty()) {
            options.put(name, values);
        }
    }

    private static List<String> list(Upstream given, String option, Predicate<String> valid) throws ProblemException {
        Set<String> names = new LinkedHashSet<>();
        for (String each : given.all(option)) {
            for (String name : each.split(",")) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        for (String name : names) {
            checked(option, name, valid);
        }
        return new ArrayList<>(names);
    }

    private static List<String> checked(String option, String value, Predicate<String> valid) throws ProblemException {
        String text = value.strip();
        if (!text.isEmpty() && !valid.test(text)) {
            throw Problems.option("puavo.option.value", option, text);
        }
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static boolean isPlain(String path) {
        return !EntryPath.of(path).escaped();
    }
}

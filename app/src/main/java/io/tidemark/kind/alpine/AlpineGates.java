package io.tidemark.kind.alpine;

import io.tidemark.kind.SurveyRequest;
import io.tidemark.model.Gate;
import io.tidemark.model.PackageInfo;
import io.tidemark.model.Phrase;
import io.tidemark.model.VersionFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The guards against an upstream that went wrong: older than what we have, shrunk, signed otherwise, or long unchanged.
 *
 * @param request policies, base and overrides
 * @param options which part of the upstream is mirrored
 * @param now the time of the survey
 */
record AlpineGates(SurveyRequest request, AlpineOptions options, Instant now) {

    static final String OLDER = "older";
    static final String SHRANK = "shrank";
    static final String KEY_CHANGED = "key-changed";
    static final String STALE = "stale";

    /** Every guard that applies, open or closed. */
    List<Gate> of(VersionFacts facts, List<Signer> signers) {
        List<Gate> gates = new ArrayList<>();
        request.base().ifPresent(base -> {
            gates.add(older(base, facts));
            gates.add(shrank(base, facts));
            if (!signers.isEmpty()) {
                gates.add(keyChanged(base, signers));
            }
        });
        if (request.config().policies().maxIndexAgeDays() > 0) {
            Attributes.time(facts, Attributes.INDEX_DATE).ifPresent(date -> gates.add(stale(date)));
        }
        return gates;
    }

    /** Any index or the release going back is a replay, even when the others went on. */
    private Gate older(VersionFacts base, VersionFacts facts) {
        String ours = Attributes.text(base, Attributes.RELEASE);
        String theirs = Attributes.text(facts, Attributes.RELEASE);
        if (!ours.isEmpty() && !theirs.isEmpty() && new ApkVersion(theirs).compareTo(new ApkVersion(ours)) < 0) {
            return gate(OLDER, false, Phrase.of("gate.alpine.older.release", "ours", ours, "theirs", theirs));
        }
        for (String name : facts.attributes().keySet()) {
            if (name.startsWith(Attributes.INDEX_DATE + ".")) {
                Optional<Instant> before = Attributes.time(base, name);
                Optional<Instant> after = Attributes.time(facts, name);
                if (before.isPresent() && after.isPresent() && after.get().isBefore(before.get())) {
                    String section = name.substring(Attributes.INDEX_DATE.length() + 1);
                    return gate(OLDER, false, olderIndex(section, before.get(), after.get()));
                }
            }
        }
        return gate(OLDER, true, Phrase.of("gate.alpine.older.ok"));
    }

    private static Phrase olderIndex(String section, Instant ours, Instant theirs) {
        return Phrase.of("gate.alpine.older.index", "object", section, "ours", ours, "theirs", theirs);
    }

    /** The share of packages lost, by name, in the sections that both have to do with. */
    private Gate shrank(VersionFacts base, VersionFacts facts) {
        if (options.wantsNetboot() && hasBootFiles(base) && !hasBootFiles(facts)) {
            return gate(SHRANK, false, Phrase.of("gate.alpine.shrank.boot"));
        }
        Set<String> wanted = Set.copyOf(options.sections());
        Set<String> before = names(base, wanted);
        Set<String> lost = new HashSet<>(before);
        lost.removeAll(names(facts, wanted));
        int limit = request.config().policies().maxShrinkPercent();
        boolean open = lost.size() * 100L <= (long) limit * before.size();
        return gate(
                SHRANK,
                open,
                Phrase.of(
                        open ? "gate.alpine.shrank.ok" : "gate.alpine.shrank",
                        "lost",
                        lost.size(),
                        "all",
                        before.size(),
                        "limit",
                        limit));
    }

    private static boolean hasBootFiles(VersionFacts facts) {
        return facts.bootSet().stream().anyMatch(item -> item.name().contains("/" + Layout.NETBOOT));
    }

    private static Set<String> names(VersionFacts facts, Set<String> sections) {
        return facts.packages().stream()
                .filter(each -> sections.contains(each.section()))
                .map(AlpineGates::key)
                .collect(Collectors.toSet());
    }

    private static String key(PackageInfo each) {
        return each.section() + "/" + each.name();
    }

    private Gate keyChanged(VersionFacts base, List<Signer> signers) {
        for (Signer signer : signers) {
            if (signer.trust() == Signer.Trust.CHANGED) {
                return gate(KEY_CHANGED, false, changed(signer));
            }
            String before = Attributes.text(base, Attributes.KEY_ALGORITHM);
            if (!before.isEmpty() && SignatureEntry.strength(signer.algorithm()) < SignatureEntry.strength(before)) {
                return gate(KEY_CHANGED, false, weaker(signer, before));
            }
        }
        return gate(KEY_CHANGED, true, Phrase.of("gate.alpine.key.ok"));
    }

    private static Phrase changed(Signer signer) {
        return Phrase.of(
                "gate.alpine.key.changed",
                "object",
                signer.section(),
                "name",
                signer.key().name(),
                "fingerprint",
                signer.fingerprint());
    }

    private static Phrase weaker(Signer signer, String before) {
        return Phrase.of(
                "gate.alpine.key.weaker", "object", signer.section(), "before", before, "after", signer.algorithm());
    }

    private Gate stale(Instant date) {
        int limit = request.config().policies().maxIndexAgeDays();
        boolean open = Duration.between(date, now).toDays() <= limit;
        String key = open ? "gate.alpine.stale.ok" : "gate.alpine.stale";
        return gate(STALE, open, Phrase.of(key, "date", date, "limit", limit));
    }

    private Gate gate(String name, boolean open, Phrase phrase) {
        if (open) {
            return new Gate(name, true, phrase, Optional.empty());
        }
        Phrase override = Phrase.of("gate.alpine.override", "name", name);
        return new Gate(name, request.overrides().contains(name), phrase, Optional.of(override));
    }
}

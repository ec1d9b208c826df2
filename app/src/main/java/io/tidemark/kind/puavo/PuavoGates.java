package io.tidemark.kind.puavo;

import io.tidemark.kind.SurveyRequest;
import io.tidemark.model.Gate;
import io.tidemark.model.Phrase;
import io.tidemark.model.VersionFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guards against an upstream that went back, or has stood still for too long. */
final class PuavoGates {

    private final SurveyRequest request;
    private final Instant now;

    PuavoGates(SurveyRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    List<Gate> of(VersionFacts facts) {
        List<Gate> gates = new ArrayList<>();
        Instant theirs = time(facts).orElse(Instant.EPOCH);
        request.base().flatMap(PuavoGates::time).ifPresent(ours -> gates.add(older(ours, theirs)));
        int limit = request.config().policies().maxIndexAgeDays();
        if (limit > 0) {
            gates.add(stale(theirs, limit));
        }
        return gates;
    }

    private Gate older(Instant ours, Instant theirs) {
        boolean open = !theirs.isBefore(ours);
        Phrase said =
                open ? Phrase.of("gate.puavo.older.ok") : Phrase.of("gate.puavo.older", "ours", ours, "theirs", theirs);
        return gate("older", open, said);
    }

    private Gate stale(Instant newest, int limit) {
        boolean open = newest.plus(Duration.ofDays(limit)).isAfter(now);
        String key = open ? "gate.puavo.stale.ok" : "gate.puavo.stale";
        return gate("stale", open, Phrase.of(key, "date", newest, "limit", limit));
    }

    private Gate gate(String name, boolean open, Phrase said) {
        Optional<Phrase> override =
                open ? Optional.empty() : Optional.of(Phrase.of("gate.puavo.override", "name", name));
        return new Gate(name, open || request.overrides().contains(name), said, override);
    }

    private static Optional<Instant> time(VersionFacts facts) {
        return ImageFacts.text(facts, ImageFacts.TIME).map(Instant::parse);
    }
}

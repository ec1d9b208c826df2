package io.tidemark.kind.tree;

import io.tidemark.kind.SurveyRequest;
import io.tidemark.model.Gate;
import io.tidemark.model.Phrase;
import io.tidemark.model.VersionFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guards against an upstream that lost much of what it had, or has stood still for too long. */
final class TreeGates {

    private final SurveyRequest request;
    private final Instant now;

    TreeGates(SurveyRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    /** @param losses what was found to be missing; where that was not looked at, the counts of files tell */
    List<Gate> gates(Facts facts, Optional<Losses> losses) {
        List<Gate> gates = new ArrayList<>();
        request.base().ifPresent(base -> shrank(base, facts, losses, gates));
        stale(facts, gates);
        return gates;
    }

    private void shrank(VersionFacts base, Facts facts, Optional<Losses> losses, List<Gate> gates) {
        long had = losses.map(Losses::files).orElseGet(() -> Facts.count(base, Facts.FILES));
        int limit = request.config().policies().maxShrinkPercent();
        if (had > 0) {
            long lost = losses.map(Losses::lost).orElseGet(() -> Math.max(0, had - facts.files()));
            boolean open = lost * 100 <= had * limit;
            String key = open ? "gate.tree.shrank.ok" : "gate.tree.shrank";
            gates.add(gate("shrank", open, Phrase.of(key, "lost", lost, "all", had, "limit", limit)));
        }
    }

    private void stale(Facts facts, List<Gate> gates) {
        int limit = request.config().policies().maxIndexAgeDays();
        if (limit > 0) {
            boolean open = facts.newest().plus(Duration.ofDays(limit)).isAfter(now);
            String key = open ? "gate.tree.stale.ok" : "gate.tree.stale";
            gates.add(gate("stale", open, Phrase.of(key, "date", facts.newest(), "limit", limit)));
        }
    }

    private Gate gate(String name, boolean open, Phrase phrase) {
        Optional<Phrase> override =
                open ? Optional.empty() : Optional.of(Phrase.of("gate.tree.override", "name", name));
        return new Gate(name, open || request.overrides().contains(name), phrase, override);
    }
}

package io.tidemark.delta;

import io.tidemark.model.Phrase;
import java.util.List;
import java.util.Optional;

/** Puts what was decided of a pair into words. */
record DeltaReasons(DeltaPolicy policy, DeltaCrowd crowd) {

    /** A delta that is there and stays, or is to be made. */
    DeltaDecision stored(DeltaPair pair, DeltaCandidate delta) {
        DeltaDecision.Way way = delta.there() ? DeltaDecision.Way.EXISTS : DeltaDecision.Way.DIRECT;
        return new DeltaDecision(pair, way, List.of(), delta.bytes(), reason(delta));
    }

    private Phrase reason(DeltaCandidate delta) {
        if (delta.there()) {
            return Phrase.of(delta.wanted() ? "delta.reason.exists" : "delta.reason.exists.spare");
        }
        return delta.wish() == DeltaCandidate.Wish.EXTRA
                ? Phrase.of("delta.reason.extra")
                : Phrase.of("delta.reason.policy", "count", policy.targets());
    }

    /** The way where there is no delta of its own. */
    DeltaDecision other(DeltaPair pair, Optional<DeltaCandidate> delta, Optional<DeltaChains.Chain> way) {
        DeltaImage image = crowd.images().get(crowd.place(pair.to()));
        return way.filter(chain -> policy.chains() && policy.isSmall(chain.bytes(), image))
                .map(chain -> chain(pair, delta, chain))
                .orElseGet(() -> full(pair, delta, image));
    }

    private DeltaDecision chain(DeltaPair pair, Optional<DeltaCandidate> delta, DeltaChains.Chain chain) {
        List<String> via = chain.via().stream()
                .map(place -> crowd.images().get(place).id())
                .toList();
        DeltaImage image = crowd.images().get(crowd.place(pair.to()));
        String key = delta.map(each -> policy.isSmall(each.bytes(), image) ? "chain.budget" : "chain.large")
                .orElse("chain.policy");
        Phrase reason = Phrase.of("delta.reason." + key, "via", String.join(", ", via));
        return new DeltaDecision(pair, DeltaDecision.Way.CHAIN, via, chain.bytes(), reason);
    }

    private DeltaDecision full(DeltaPair pair, Optional<DeltaCandidate> delta, DeltaImage image) {
        Phrase reason = delta.map(each -> policy.isSmall(each.bytes(), image)
                        ? Phrase.of("delta.reason.full.budget", "bytes", each.bytes(), "budget", policy.budget())
                        : Phrase.of("delta.reason.full.large", "bytes", each.bytes(), "size", image.size()))
                .orElse(Phrase.of("delta.reason.full.policy"));
        return new DeltaDecision(pair, DeltaDecision.Way.FULL, List.of(), image.size(), reason);
    }
}

package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.Phrase;
import java.util.Optional;

/** Says how things stand. */
final class Items {

    static final Phrase SAME = Phrase.of("drift.same");
    static final Phrase MISSING = Phrase.of("drift.missing");

    private Items() {}

    static Item of(Aim aim, Kind kind, State state, Optional<String> actual, Optional<String> desired, Phrase detail) {
        return new Item(aim.id(), kind, state, actual, desired, detail);
    }

    static Item same(Aim aim, Kind kind, String actual) {
        return of(aim, kind, State.SAME, Optional.of(actual), Optional.of(actual), SAME);
    }

    static Item missing(Aim aim, Kind kind, String desired) {
        return of(aim, kind, State.MISSING, Optional.empty(), Optional.of(desired), MISSING);
    }

    /** It may not be looked at; what would have to be allowed. */
    static Item denied(Aim aim, Kind kind, String desired) {
        return of(aim, kind, State.UNKNOWN, Optional.empty(), Optional.of(desired), Phrase.of("drift.denied"));
    }

    /** The host is left as it is. */
    static Item ignored(Item item) {
        return new Item(
                item.id(), item.kind(), State.IGNORED, item.actual(), item.desired(), Phrase.of("drift.ignored"));
    }
}

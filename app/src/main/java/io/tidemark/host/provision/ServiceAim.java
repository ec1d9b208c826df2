package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A service, or a timer of systemd, that runs now and after the next start.
 *
 * @param name as systemctl(1) or rc-service(8) takes it
 */
record ServiceAim(String name) implements Aim {

    /** What systemctl(1) says of what starts without further ado. */
    private static final Set<String> STARTS =
            Set.of("enabled", "enabled-runtime", "static", "alias", "generated", "indirect");

    private static final String DESIRED = "enabled, active";

    @Override
    public String id() {
        return (timer() ? "timer:" : "service:") + name;
    }

    boolean timer() {
        return name.endsWith(".timer");
    }

    private Kind kind() {
        return timer() ? Kind.TIMER : Kind.SERVICE;
    }

    @Override
    public List<Query> queries() {
        return List.of(new Query("service", name));
    }

    /** Whether the host has something that looks after services. */
    static boolean managed(Sight seen) {
        return seen.fact("manager").equals("systemd") || seen.fact("manager").equals("openrc");
    }

    @Override
    public Item judge(Sights sights) {
        Sight seen = sights.of(queries().getFirst());
        if (!managed(seen)) {
            return Items.of(
                    this,
                    kind(),
                    State.UNKNOWN,
                    Optional.empty(),
                    Optional.of(DESIRED),
                    Phrase.of("drift.service.none"));
        }
        String actual = (STARTS.contains(seen.fact("enabled")) ? "enabled" : said(seen.fact("enabled"))) + ", "
                + said(seen.fact("active"));
        if (actual.equals(DESIRED)) {
            return Items.same(this, kind(), actual);
        }
        State state = seen.fact("enabled").isEmpty() || seen.fact("enabled").equals("not-found")
                ? State.MISSING
                : State.DIFFERENT;
        return Items.of(this, kind(), state, Optional.of(actual), Optional.of(DESIRED), Phrase.of("drift.service"));
    }

    private static String said(String word) {
        return word.isEmpty() ? "-" : word;
    }
}

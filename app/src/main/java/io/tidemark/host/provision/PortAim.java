package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.Phrase;
import java.util.List;
import java.util.Optional;

/** Ports at which the firewall, if one runs, lets clients in. */
record PortAim(int first, int last) implements Aim {

    @Override
    public String id() {
        return "port:" + range("-");
    }

    @Override
    public List<Query> queries() {
        return List.of(Query.firewall());
    }

    /** As that firewall writes it. */
    String rule(String firewall) {
        return range(firewall.equals("ufw") ? ":" : "-") + "/tcp";
    }

    private String range(String between) {
        return first == last ? Integer.toString(first) : first + between + last;
    }

    @Override
    public Item judge(Sights sights) {
        Sight seen = sights.of(Query.firewall());
        String desired = rule(seen.fact("firewall"));
        if (seen.denied()) {
            return Items.denied(this, Kind.FIREWALL, desired);
        }
        String rules = seen.text().orElse("");
        if (!seen.there() || rules.startsWith("Status: inactive")) {
            return Items.of(
                    this, Kind.FIREWALL, State.SAME, Optional.empty(), Optional.empty(), Phrase.of("drift.port.free"));
        }
        return FirewallRules.admits(seen.fact("firewall"), rules, this)
                ? Items.same(this, Kind.FIREWALL, desired)
                : Items.missing(this, Kind.FIREWALL, desired);
    }
}

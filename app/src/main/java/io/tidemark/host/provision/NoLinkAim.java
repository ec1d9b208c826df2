package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * The distribution's own example of a site, which would answer for ours: its link goes if the site is exactly what the
 * distribution brought, and stays if somebody made it theirs.
 *
 * @param path the link that enables it
 * @param site the file it leads to
 */
record NoLinkAim(String path, String site) implements Aim {

    @Override
    public String id() {
        return path;
    }

    @Override
    public List<Query> queries() {
        return List.of(Query.file(path), new Query("pristine", site));
    }

    @Override
    public Item judge(Sights sights) {
        Sight seen = sights.of(queries().getFirst());
        if (!seen.there()) {
            return Items.of(this, Kind.LINK, State.SAME, Optional.empty(), Optional.empty(), Items.SAME);
        }
        Optional<String> leads = Optional.of(seen.isLink() ? seen.target() : "");
        boolean theirs =
                seen.isLink() && sights.of(queries().getLast()).fact("pristine").equals("yes");
        return theirs
                ? Items.of(this, Kind.LINK, State.DIFFERENT, leads, Optional.empty(), Phrase.of("drift.default"))
                : Items.of(this, Kind.LINK, State.SAME, leads, leads, Phrase.of("drift.default.changed"));
    }
}

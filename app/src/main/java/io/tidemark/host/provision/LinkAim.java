package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A link that enables a site or a module. */
record LinkAim(String path, String target) implements Aim {

    @Override
    public String id() {
        return path;
    }

    @Override
    public List<Query> queries() {
        return List.of(Query.file(path));
    }

    @Override
    public Item judge(Sights sights) {
        Sight seen = sights.of(queries().getFirst());
        if (seen.denied()) {
            return Items.denied(this, Kind.LINK, target);
        }
        if (!seen.there()) {
            return Items.missing(this, Kind.LINK, target);
        }
        String leads = seen.isLink() ? seen.target() : "";
        String whole = leads.startsWith("/") ? leads : resolved(leads);
        return whole.equals(target)
                ? Items.same(this, Kind.LINK, leads)
                : Items.of(this, Kind.LINK, State.DIFFERENT, Optional.of(leads), Optional.of(target), seen.changed());
    }

    private String resolved(String leads) {
        return Path.of(path)
                .resolveSibling(leads.replace('\0', ' '))
                .normalize()
                .toString();
    }
}

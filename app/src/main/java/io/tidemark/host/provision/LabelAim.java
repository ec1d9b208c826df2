package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.Phrase;
import java.util.List;
import java.util.Optional;

/** What SELinux lets every server read and none write: {@code public_content_t}, see public_content in ftpd_selinux(8). */
record LabelAim(String path) implements Aim {

    private static final String TYPE = "public_content_t";

    @Override
    public String id() {
        return "label:" + path;
    }

    @Override
    public List<Query> queries() {
        return List.of(new Query("label", path));
    }

    @Override
    public Item judge(Sights sights) {
        Sight seen = sights.of(queries().getFirst());
        String mode = seen.fact("selinux");
        if (!mode.equals("Enforcing") && !mode.equals("Permissive")) {
            return Items.of(
                    this, Kind.LABEL, State.SAME, Optional.empty(), Optional.empty(), Phrase.of("drift.label.off"));
        }
        String[] parts = seen.fact("label").split(":", -1);
        String type = parts.length > 2 ? parts[2] : "";
        if (type.isEmpty()) {
            return Items.missing(this, Kind.LABEL, TYPE);
        }
        return type.equals(TYPE)
                ? Items.same(this, Kind.LABEL, TYPE)
                : Items.of(
                        this,
                        Kind.LABEL,
                        State.DIFFERENT,
                        Optional.of(type),
                        Optional.of(TYPE),
                        Phrase.of("drift.label"));
    }
}

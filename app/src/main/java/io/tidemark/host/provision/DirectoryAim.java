package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.Phrase;
import java.util.List;
import java.util.Optional;

/** A directory that all may read and its owner alone, or a group, may write. A link to one is taken as it is. */
record DirectoryAim(String path, String owner) implements Aim {

    private static final int OTHERS = 07;
    private static final int READ = 05;

    @Override
    public String id() {
        return path;
    }

    @Override
    public List<Query> queries() {
        return List.of(new Query("directory", path));
    }

    @Override
    public Item judge(Sights sights) {
        Sight seen = sights.of(queries().getFirst());
        String desired = owner + " 755";
        if (seen.denied()) {
            return Items.denied(this, Kind.DIRECTORY, desired);
        }
        if (!seen.there()) {
            return Items.missing(this, Kind.DIRECTORY, desired);
        }
        String actual = seen.fact("owner") + " " + seen.fact("mode");
        boolean right = seen.fact("owner").equals(owner) && (seen.mode() & OTHERS) == READ;
        if (seen.isDirectory() && (right || seen.fact("link").equals("yes"))) {
            return Items.same(this, Kind.DIRECTORY, actual);
        }
        String why = seen.isDirectory() ? "drift.directory" : "drift.directory.not";
        return Items.of(
                this, Kind.DIRECTORY, State.DIFFERENT, Optional.of(actual), Optional.of(desired), Phrase.of(why));
    }
}

package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Arrays;
import java.util.Optional;

/** Sets links: made aside, renamed into their place, made durable, read back. For the holder of the lock. */
final class Links {

    private static final byte[] ASIDE = Disk.raw("link");

    private final Home home;

    Links(Home home) {
        this.home = home;
    }

    /** Makes the link say this, whatever it said before; a reader sees the old text or the new one. */
    void set(LinkPlace place, byte[] text) throws ProblemException {
        try (Dir dir = place.open(home.disk, home.root)) {
            requireLink(dir, place);
            if (!says(dir, place, text)) {
                home.reserve.spend(() -> {
                    put(dir, place, text);
                    return null;
                });
            }
            dir.fsync();
            requireText(dir, place, text);
        }
    }

    /** Takes the link away. */
    void remove(LinkPlace place) throws ProblemException {
        try (Dir dir = place.open(home.disk, home.root)) {
            if (home.disk.readlink(dir, place.name()).isPresent()) {
                home.disk.unlink(dir, place.name());
            }
            dir.fsync();
        }
    }

    /** Refuses a place where something lies that is no link: renaming over it would destroy it. */
    void requireLink(Dir dir, LinkPlace place) throws ProblemException {
        Optional<Stat> there = home.disk.stat(dir, place.name());
        if (there.isPresent() && !there.get().isLink()) {
            throw new ProblemException(Problem.of(
                    "channel.not-link",
                    Problem.Category.REFUSED,
                    "object",
                    dir.path(place.name()),
                    "link",
                    place.link()));
        }
    }

    private boolean says(Dir dir, LinkPlace place, byte[] text) throws ProblemException {
        return home.disk
                .readlink(dir, place.name())
                .filter(now -> Arrays.equals(now, text))
                .isPresent();
    }

    private void put(Dir dir, LinkPlace place, byte[] text) throws ProblemException {
        try (Dir aside = home.dir(Layout.TEMPORARY)) {
            home.remove(aside, "link");
            home.disk.symlink(text, aside, ASIDE);
            home.disk.rename(aside, ASIDE, dir, place.name());
        }
    }

    private void requireText(Dir dir, LinkPlace place, byte[] text) throws ProblemException {
        if (!says(dir, place, text)) {
            throw new ProblemException(
                    Problem.of("channel.read-back", Problem.Category.STORAGE, "object", dir.path(place.name()))
                            .in(Problem.State.UNKNOWN));
        }
    }
}

package io.tidemark.store;

import io.tidemark.model.ProblemException;

/**
 * Undoes what {@link Exchanging} did: the version's directory and the channel's link change places in one step, so that the
 * public path is never missing; then the link, the record and the channel go. Once the directory is at the public path it
 * is finished after a crash; before that it is undone.
 */
final class GivingBack implements Doer {

    private static final String RECORD = "record-";

    private final Home home;
    private final Step.GiveBack step;
    private final LinkPlace place;
    private final Trash trash;

    GivingBack(Home home, Step.GiveBack step, Remover remover) throws ProblemException {
        this.home = home;
        this.step = step;
        this.place = LinkPlace.of(home.path, step.channel().link());
        this.trash = new Trash(home, remover);
    }

    @Override
    public void act() throws ProblemException {
        try (Dir dir = place.open(home.disk, home.root);
                Dir parent = parent()) {
            if (!begun()) {
                home.disk.exchange(parent, name(), dir, place.name());
            }
            dir.fsync();
            if (home.disk.stat(parent, name()).filter(Stat::isLink).isPresent()) {
                home.disk.unlink(parent, name());
            }
            parent.fsync();
        }
        try (Dir records = home.dir(Layout.VERSIONS)) {
            trash.take(records, Disk.raw(step.version()), RECORD + step.version());
            records.fsync();
            trash.fsync();
        }
        new ChannelList(home).remove(step.channel().name());
    }

    @Override
    public boolean begun() throws ProblemException {
        try (Dir dir = place.open(home.disk, home.root)) {
            return home.disk.stat(dir, place.name()).filter(Stat::isDirectory).isPresent();
        }
    }

    @Override
    public void undo() throws ProblemException {
        new ChannelList(home).add(step.channel(), step.place());
        try (Dir records = home.dir(Layout.VERSIONS)) {
            trash.giveBack(RECORD + step.version(), records, Disk.raw(step.version()));
            records.fsync();
        }
        try (Dir dir = place.open(home.disk, home.root);
                Dir parent = parent()) {
            if (begun()) {
                if (home.disk.stat(parent, name()).isEmpty()) {
                    home.disk.symlink(place.text(step.path()), parent, name());
                }
                home.disk.exchange(parent, name(), dir, place.name());
            }
            parent.fsync();
            dir.fsync();
        }
    }

    @Override
    public void tidy() throws ProblemException {
        trash.empty();
    }

    private Dir parent() throws ProblemException {
        int slash = step.path().lastIndexOf('/');
        return home.disk.open(home.root, slash < 0 ? "." : step.path().substring(0, slash));
    }

    private byte[] name() {
        return Disk.raw(step.path().substring(step.path().lastIndexOf('/') + 1));
    }
}

package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Optional;

/**
 * Turns a plain directory at a public path into a version and a link to it, without a moment in which the path is
 * missing: the link is made where the version shall lie, and then the two names are exchanged in one step.
 */
final class Exchanging implements Doer {

    private final Home home;
    private final Step.Exchange step;
    private final LinkPlace place;

    Exchanging(Home home, Step.Exchange step) throws ProblemException {
        this.home = home;
        this.step = step;
        this.place = LinkPlace.of(home.path, step.link());
    }

    @Override
    public void act() throws ProblemException {
        describe();
        try (Dir dir = place.open(home.disk, home.root)) {
            if (!begun()) {
                home.disk.symlink(target(), home.root, version());
                home.disk.exchange(home.root, version(), dir, place.name());
            }
            dir.fsync();
        }
        home.root.fsync();
        new ChannelList(home).list(step.channel(), step.link(), true);
    }

    /** After the exchange the public path is the link; before it, the link lies where the version shall be. */
    @Override
    public boolean begun() throws ProblemException {
        return isLink(place)
                && home.disk
                        .stat(home.root, version())
                        .filter(Stat::isDirectory)
                        .isPresent();
    }

    @Override
    public void undo() throws ProblemException {
        try (Dir dir = place.open(home.disk, home.root)) {
            if (begun()) {
                home.disk.exchange(home.root, version(), dir, place.name());
                dir.fsync();
            }
        }
        if (home.disk.stat(home.root, version()).filter(Stat::isLink).isPresent()) {
            home.disk.unlink(home.root, version());
        }
        home.root.fsync();
        forget();
        if (step.create()) {
            new ChannelList(home).list(step.channel(), step.link(), false);
        }
    }

    private void describe() throws ProblemException {
        try (Dir versions = home.dir(Layout.VERSIONS)) {
            home.ensure(versions, step.record().name());
            new Records(home).write(step.record());
            versions.fsync();
        }
    }

    private void forget() throws ProblemException {
        try (Dir versions = home.dir(Layout.VERSIONS)) {
            byte[] name = Disk.raw(step.record().name());
            if (home.disk.stat(versions, name).isPresent()) {
                try (Dir dir = home.disk.open(versions, name)) {
                    home.remove(dir, Layout.RECORD);
                }
                home.disk.rmdir(versions, name);
            }
        }
    }

    private boolean isLink(LinkPlace link) throws ProblemException {
        Optional<byte[]> text = new Channels(home).text(link);
        return text.flatMap(place::meaning).filter(step.record().path()::equals).isPresent();
    }

    private byte[] version() {
        return Disk.raw(step.record().path());
    }

    private byte[] target() {
        return place.text(step.record().path());
    }
}

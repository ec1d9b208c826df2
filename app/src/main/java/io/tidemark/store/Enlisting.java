package io.tidemark.store;

import io.tidemark.model.ProblemException;

/**
 * Enters a version that another program wrote where it stands: its record is made, and nothing else. Without the record the
 * files are nobody's version.
 */
final class Enlisting implements Doer {

    private final Home home;
    private final VersionRecord record;

    Enlisting(Home home, Step.Enlist step) {
        this.home = home;
        this.record = step.record();
    }

    @Override
    public void act() throws ProblemException {
        try (Dir versions = home.dir(Layout.VERSIONS)) {
            home.ensure(versions, record.name());
            new Records(home).write(record);
            versions.fsync();
        }
    }

    @Override
    public boolean begun() throws ProblemException {
        return new Records(home).find(record.name()).isPresent();
    }

    @Override
    public void undo() throws ProblemException {
        try (Dir versions = home.dir(Layout.VERSIONS)) {
            byte[] name = Disk.raw(record.name());
            if (home.disk.stat(versions, name).isPresent()) {
                try (Dir dir = home.disk.open(versions, name)) {
                    home.remove(dir, Layout.RECORD);
                }
                home.disk.rmdir(versions, name);
                versions.fsync();
            }
        }
    }
}

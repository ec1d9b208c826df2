package io.tidemark.store;

import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The records of versions in {@code .tidemark/versions/}. Reading is for everybody, writing for the lock's holder. */
final class Records {

    private static final int LARGEST = 1 << 24;

    private final Home home;

    Records(Home home) {
        this.home = home;
    }

    /** All records by sequence. */
    List<VersionRecord> all() throws ProblemException {
        try (Dir versions = home.dir(Layout.VERSIONS)) {
            List<VersionRecord> records = new ArrayList<>();
            for (DirEntry entry : home.disk.list(versions)) {
                one(versions, entry.name()).ifPresent(records::add);
            }
            records.sort(Comparator.comparingLong(VersionRecord::sequence));
            return records;
        }
    }

    /** One record by name. */
    Optional<VersionRecord> find(String version) throws ProblemException {
        if (!Names.validVersion(version)) {
            return Optional.empty();
        }
        try (Dir versions = home.dir(Layout.VERSIONS)) {
            return one(versions, Disk.raw(version));
        }
    }

    /** The record of the version whose tree lies there: usually the one of that name, so that is looked at first. */
    Optional<VersionRecord> at(String path) throws ProblemException {
        Optional<VersionRecord> named = Names.validVersion(path) ? find(path) : Optional.empty();
        if (named.filter(r -> r.path().equals(path)).isPresent()) {
            return named;
        }
        return all().stream().filter(r -> r.path().equals(path)).findFirst();
    }

    /** One record by name; {@code store.no-version} if there is none. */
    VersionRecord get(String version) throws ProblemException {
        return find(version).orElseThrow(() -> unknown(version));
    }

    /** Writes a record; its directory is there. Durable on return. */
    void write(VersionRecord record) throws ProblemException {
        try (Dir dir = home.dir(Layout.VERSIONS + "/" + record.name())) {
            home.replace(dir, Layout.RECORD, Json.write(record));
        }
    }

    /** A name that no version has. */
    static ProblemException unknown(String version) {
        return new ProblemException(Problem.of("store.no-version", Problem.Category.USAGE, "object", version));
    }

    private Optional<VersionRecord> one(Dir versions, byte[] name) throws ProblemException {
        if (home.disk.stat(versions, name).filter(Stat::isDirectory).isEmpty()) {
            return Optional.empty();
        }
        try (Dir dir = home.disk.open(versions, name)) {
            Optional<byte[]> bytes = home.read(dir, Layout.RECORD, LARGEST);
            return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(dir, bytes.get()));
        }
    }

    private static VersionRecord parse(Dir dir, byte[] bytes) throws ProblemException {
        return Json.read(bytes, VersionRecord.class, VersionRecord.FORMAT, dir.path(Disk.raw(Layout.RECORD)));
    }
}

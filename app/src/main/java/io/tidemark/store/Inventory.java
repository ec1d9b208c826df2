package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a repository has: settings, channels and versions as one consistent look. */
final class Inventory {

    private final Home home;
    private final RepositoryConfig saved;
    private final List<VersionRecord> records;
    private final List<Channel> channels;

    Inventory(Home home) throws ProblemException {
        this.home = home;
        this.saved = new Settings(home).saved();
        this.records = new Records(home).all();
        this.channels = new Channels(home).all();
    }

    /** Settings with targets and holds filled in; does not look at versions that no channel points at. */
    static RepositoryConfig config(Home home) throws ProblemException {
        return Settings.withChannels(new Settings(home).saved(), new Channels(home).all());
    }

    List<Channel> channels() {
        return channels;
    }

    /** One version by name; {@code store.no-version} if there is none. */
    Version version(String name) throws ProblemException {
        return versions().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Records.unknown(name));
    }

    /** Where the tree of a version that is not staged lies, relative to the repository. */
    String path(String version) throws ProblemException {
        return records.stream()
                .filter(r -> r.name().equals(version))
                .map(VersionRecord::path)
                .findFirst()
                .orElseThrow(() -> Records.unknown(version));
    }

    /** Where a version's files lie. */
    Path tree(String name) throws ProblemException {
        return version(name).state() == VersionState.STAGED
                ? home.path.resolve(Layout.OWN, Layout.STAGING, name, Layout.TREE)
                : home.path.resolve(path(name));
    }

    /** Names everything that a plan depends on by one digest. */
    String digest() throws ProblemException {
        Map<String, String> states = new TreeMap<>();
        for (Version version : versions()) {
            states.put(version.name(), version.sequence() + " " + version.state() + " " + version.rootDigest());
        }
        Map<String, List<String>> series = new SeriesList(home).read();
        RepositoryConfig now = Settings.withChannels(saved, channels);
        return Sha256.hex(Json.write(series.isEmpty() ? List.of(now, states) : List.of(now, states, series)));
    }

    /** All versions by sequence, staged ones last by name. */
    List<Version> versions() throws ProblemException {
        List<Version> staged = staged();
        List<Version> versions = new ArrayList<>();
        for (VersionRecord record : records) {
            boolean there = new VersionPlace(record.path()).exists(home.disk, home.root);
            if (there) {
                staged.removeIf(s -> s.name().equals(record.name()));
            }
            if (there || staged.stream().noneMatch(s -> s.name().equals(record.name()))) {
                versions.add(there ? version(record, record.state(), record.marks()) : missing(record));
            }
        }
        versions.addAll(staged);
        return versions;
    }

    /** A record whose tree is gone belongs to a version that somebody removed by hand: it is shown, as damaged. */
    private Version missing(VersionRecord record) {
        List<Notice> marks = new ArrayList<>(record.marks());
        marks.add(Notice.danger("version.mark.missing", "path", record.path()));
        return version(record, VersionState.QUARANTINED, marks);
    }

    private Version version(VersionRecord r, VersionState state, List<Notice> marks) {
        return new Version(
                r.name(),
                r.sequence(),
                state,
                r.created(),
                r.actor(),
                r.files(),
                r.bytes(),
                r.newBytes(),
                r.rootDigest(),
                r.base(),
                r.verified(),
                Optional.ofNullable(saved.pins().get(r.name())),
                pointing(r.name()),
                marks);
    }

    private List<Version> staged() throws ProblemException {
        try (Dir staging = home.dir(Layout.STAGING)) {
            List<Version> staged = new ArrayList<>();
            for (DirEntry entry : home.disk.list(staging)) {
                Optional<Stat> stat = home.disk.stat(staging, entry.name());
                stat.ifPresent(s -> staged.add(staged(entry.text(), s)));
            }
            staged.sort(Comparator.comparing(Version::name));
            return staged;
        }
    }

    private static Version staged(String name, Stat stat) {
        Instant since = Instant.ofEpochSecond(0, stat.mtime());
        return new Version(
                name,
                0,
                VersionState.STAGED,
                since,
                "",
                -1,
                -1,
                -1,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private List<String> pointing(String version) {
        return channels.stream()
                .filter(c -> c.target().filter(version::equals).isPresent())
                .map(Channel::name)
                .toList();
    }
}

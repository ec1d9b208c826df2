package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Recognition.FoundChannel;
import io.tidemark.model.Recognition.FoundVersion;
import io.tidemark.model.RepositoryConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what was recognised in a directory into settings, records and journal lines. Changes nothing. */
final class Adoption {

    private final Disk disk;
    private final Dir root;
    private final Recognition found;

    Adoption(Disk disk, Dir root, Recognition found) {
        this.disk = disk;
        this.root = root;
        this.found = found;
    }

    /** The settings with every channel that was found. */
    RepositoryConfig complete(RepositoryConfig config) {
        List<Channel> channels = new ArrayList<>(config.channels());
        for (FoundChannel channel : found.channels()) {
            if (channels.stream().noneMatch(c -> c.link().equals(channel.link()))) {
                channels.add(new Channel(
                        channel.name(), channel.link(), Optional.empty(), Optional.empty(), ChannelPolicy.careful()));
            }
        }
        return Settings.withChannels(config, channels);
    }

    /** A record for each version, numbered in the order they were found. */
    List<VersionRecord> records(String actor) throws ProblemException {
        Set<String> names = new HashSet<>();
        List<VersionRecord> records = new ArrayList<>();
        for (FoundVersion version : found.versions()) {
            if (!names.add(Names.requireVersion(version.name()))) {
                throw new ProblemException(
                        Problem.of("store.version-exists", Problem.Category.USAGE, "object", version.name()));
            }
            records.add(record(version, records.size() + 1, actor));
        }
        return records;
    }

    /** What the journal says: which versions there are, and where the channels point. */
    List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        for (FoundVersion version : found.versions()) {
            deeds.add(Deed.of(Event.ADOPTED, version.name(), "", Map.of("sequence", deeds.size() + 1L)));
        }
        for (FoundChannel channel : found.channels()) {
            deeds.add(new Deed(Event.ADOPTED, channel.target(), channel.name(), "", "", Map.of()));
        }
        return deeds;
    }

    private VersionRecord record(FoundVersion version, long sequence, String actor) throws ProblemException {
        String path = Path.of(version.path()).normalize().toString();
        if (path.isEmpty() || path.startsWith("..") || path.startsWith(Layout.OWN)) {
            throw new ProblemException(
                    Problem.of("store.version-place", Problem.Category.USAGE, "object", version.path()));
        }
        VersionPlace place = new VersionPlace(path);
        Optional<Stat> file = place.file(disk, root);
        if (file.isPresent()) {
            Instant created = Instant.ofEpochSecond(0, file.get().mtime());
            return VersionRecord.adopted(version.name(), path, sequence, actor, created);
        }
        try (Dir tree = place.top(disk, root)) {
            return VersionRecord.adopted(version.name(), path, sequence, actor, Age.of(disk, tree));
        }
    }
}

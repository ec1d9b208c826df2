package io.tidemark.kind;

import io.tidemark.model.VersionFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A repository as clients reach it on one host.
 *
 * @param name its name
 * @param web what its URLs begin with, without a slash at the end
 * @param rsync the URL of its rsync module, without a slash at the end
 * @param channels public paths that clients follow, below it
 * @param series names of its series, where versions are images
 * @param newest its newest complete version, as it lies on this machine
 */
public record ServedRepository(
        String name, String web, String rsync, List<String> channels, List<String> series, Optional<Newest> newest) {

    public ServedRepository {
        channels = List.copyOf(channels);
        series = List.copyOf(series);
    }

    /** Paths that clients may use: channels first, then the newest version, which never changes. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>(channels);
        newest.ifPresent(version -> paths.add(version.name()));
        return paths;
    }

    /**
     * A version.
     *
     * @param tree where it lies on this machine, for reading only
     */
    public record Newest(String name, Path tree, VersionFacts facts) {}
}

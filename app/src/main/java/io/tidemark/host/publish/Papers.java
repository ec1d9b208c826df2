package io.tidemark.host.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept on a host of a copy whose versions are single files.
 *
 * @param sets documents that clients were given, in the order in which they were made
 * @param companions files that were brought beside versions
 */
public record Papers(List<DocumentSet> sets, List<FileThere> companions) {

    public Papers {
        sets = sets.stream()
                .sorted(Comparator.comparingLong(DocumentSet::sequence))
                .toList();
        companions = List.copyOf(companions);
    }

    /** The set by which a channel is led while its document has that digest. */
    Optional<DocumentSet> shown(String channel, String digest) {
        return of(channel).stream().filter(set -> set.digest().equals(digest)).findFirst();
    }

    /** One set by its name. */
    Optional<DocumentSet> set(String channel, String name) {
        return of(channel).stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** The sets of a channel, newest first. */
    public List<DocumentSet> of(String channel) {
        List<DocumentSet> sets = new ArrayList<>(
                this.sets.stream().filter(set -> set.channel().equals(channel)).toList());
        return sets.reversed();
    }

    /** Versions that a channel ever named. */
    public Set<String> named(String channel) {
        Set<String> named = new HashSet<>();
        of(channel).forEach(set -> named.addAll(set.members()));
        return named;
    }

    /** A companion by its path. */
    public Optional<FileThere> companion(String path) {
        return companions.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** Sequence of the next set. */
    long next() {
        return sets.stream().mapToLong(DocumentSet::sequence).max().orElse(0) + 1;
    }
}

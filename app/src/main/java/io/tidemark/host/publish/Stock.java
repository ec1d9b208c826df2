package io.tidemark.host.publish;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import java.util.List;
import java.util.Set;

/**
 * Files that belong to versions and are named by their content, in one directory of a copy. Paths are relative to that.
 *
 * @param at the directory, here and there, relative to the repository; "." for itself
 * @param send what has to be brought
 * @param read what lies there with the right size, and was not brought from here
 * @param like another such directory there, empty for none
 * @param shared what of that to be brought lies in that one, known to be right
 */
public record Stock(String at, List<ManifestEntry> send, List<ManifestEntry> read, String like, Set<EntryPath> shared) {

    public Stock {
        send = List.copyOf(send);
        read = List.copyOf(read);
        shared = Set.copyOf(shared);
    }

    /** The name of the directory in which they are staged. */
    String staging() {
        return ".stock-" + at.replace('/', '-');
    }
}

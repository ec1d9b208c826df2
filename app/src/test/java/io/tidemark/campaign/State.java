package io.tidemark.campaign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a repository is, in the eyes of its clients and of the next promotion; read with nothing of the program.
 *
 * @param versions version directories that clients can see
 * @param target what the channel points at
 * @param held whether the channel is held there
 */
record State(SortedSet<String> versions, String target, boolean held) {

    static State of(Path repository, String channel) throws IOException {
        Path holds = repository.resolve(".tidemark/holds.json");
        boolean held = Files.exists(holds) && Files.readString(holds).contains('"' + channel + '"');
        Path link = repository.resolve(channel);
        return new State(visible(repository), Files.readSymbolicLink(link).toString(), held);
    }

    /** The versions that the channel does not point at. */
    List<String> idle() {
        List<String> idle = new ArrayList<>(versions);
        idle.remove(target);
        return idle;
    }

    State with(String version) {
        SortedSet<String> more = new TreeSet<>(versions);
        more.add(version);
        return new State(more, target, held);
    }

    State without(String version) {
        SortedSet<String> fewer = new TreeSet<>(versions);
        fewer.remove(version);
        return new State(fewer, target, held);
    }

    State at(String version, boolean holding) {
        return new State(versions, version, holding);
    }

    private static SortedSet<String> visible(Path repository) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(repository)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".") && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}

package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that matters of a repository, to compare before and after: what clients see, byte for byte, and what the store says.
 *
 * @param seen every path outside {@code .tidemark/} with its content or target
 * @param said versions with state, pin and digest, channels with target and hold, settings; nothing of what is staged
 * @param journal what the journal says, without recoveries and stagings
 */
record Picture(Map<String, String> seen, List<String> said, List<String> journal) {

    static Picture of(Mirror mirror) throws ProblemException, IOException {
        DiskRepository repository = mirror.open();
        return new Picture(seen(mirror.root.getParent()), said(repository), journal(repository));
    }

    private static List<String> said(DiskRepository repository) throws ProblemException {
        Stream<String> versions = repository.versions().stream()
                .filter(v -> v.state() != VersionState.STAGED)
                .map(Picture::text);
        Stream<String> channels = repository.channels().stream().map(Picture::text);
        Stream<String> settings = Stream.of(repository.config().policies().toString());
        return Stream.of(versions, channels, settings).flatMap(s -> s).toList();
    }

    private static String text(Version v) {
        return v.name() + " " + v.sequence() + " " + v.state() + " " + v.pin() + " " + v.rootDigest();
    }

    private static String text(Channel c) {
        return c.name() + " " + c.link() + " " + c.target() + " " + c.hold();
    }

    private static List<String> journal(DiskRepository repository) throws ProblemException {
        return repository.journal().stream()
                .filter(e -> e.event() != Event.RECOVERED && e.event() != Event.STAGED)
                .map(Picture::text)
                .toList();
    }

    private static String text(JournalEntry e) {
        return e.event() + " " + e.version() + " " + e.channel() + " " + e.from() + " " + e.reason() + " "
                + e.figures();
    }

    private static Map<String, String> seen(Path top) throws IOException {
        Map<String, String> seen = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path :
                    paths.filter(p -> !p.toString().contains(Layout.OWN)).toList()) {
                seen.put(top.relativize(path).toString(), content(path));
            }
        }
        return seen;
    }

    private static String content(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "directory" : Sha256.hex(Files.readAllBytes(path));
    }
}

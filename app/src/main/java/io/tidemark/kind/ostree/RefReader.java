package io.tidemark.kind.ostree;

import io.tidemark.model.ProblemException;
import io.tidemark.program.OstreeNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the refs below one directory; links count only from one of them to another. Used once. */
final class RefReader {

    private static final int MOST = 20_000;
    private static final int DEEPEST = 32;
    private static final int LENGTH = 64;

    private final Path heads;
    private final List<Ref> refs = new ArrayList<>();

    RefReader(Path heads) {
        this.heads = heads.toAbsolutePath().normalize();
    }

    List<Ref> read() throws ProblemException {
        try {
            below(heads, 0);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (DirectoryIteratorException failed) {
            throw Problems.unreadable(heads, failed.getCause());
        } catch (IOException failed) {
            throw Problems.unreadable(heads, failed);
        }
        refs.sort(Comparator.comparing(Ref::name));
        return refs;
    }

    private void below(Path directory, int depth) throws IOException, ProblemException {
        if (depth > DEEPEST) {
            throw Problems.bounds(directory, String.valueOf(DEEPEST));
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    below(entry, depth + 1);
                } else {
                    entry(entry);
                }
            }
        }
    }

    private void entry(Path file) throws IOException, ProblemException {
        String name = heads.relativize(file).toString();
        if (refs.size() >= MOST) {
            throw Problems.bounds(heads, String.valueOf(MOST));
        } else if (!OstreeNames.isRef(name)) {
            return;
        }
        Optional<String> alias = Optional.empty();
        if (Files.isSymbolicLink(file)) {
            alias = Optional.of(target(file));
        }
        Path source = alias.map(heads::resolve).orElse(file);
        refs.add(new Ref(name, commit(source), alias));
    }

    private String target(Path link) throws IOException, ProblemException {
        Path target = link.resolveSibling(Files.readSymbolicLink(link))
                .toAbsolutePath()
                .normalize();
        String name = target.startsWith(heads) ? heads.relativize(target).toString() : "";
        if (!OstreeNames.isRef(name)) {
            throw Problems.damaged(link, new Malformed("link that leads out of the refs"));
        }
        return name;
    }

    private static Checksum commit(Path file) throws IOException, ProblemException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(LENGTH + 2), StandardCharsets.ISO_8859_1);
            return Checksum.parse(text.strip())
                    .orElseThrow(() -> Problems.damaged(file, new Malformed("ref that is no checksum")));
        }
    }
}

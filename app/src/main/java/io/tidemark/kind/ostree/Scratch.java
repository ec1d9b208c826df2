package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitReady;
import io.tidemark.kind.CommitReady.Document;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A repository for making things ready: its objects, deltas and lock are those of a real one, for nobody follows them by
 * themselves; its refs, summary and settings are copies. The program writes here as ever, and clients of the real one see
 * nothing of it until those are put into their places.
 */
final class Scratch {

    private static final List<String> SHARED = List.of("objects", "deltas", "delta-indexes", "state");
    private static final List<String> COPIED = List.of("config", "summary", "summary.sig");
    private static final String REFS = "refs";
    private static final String LOCK = ".lock";

    private final Member member;
    private final Path path;

    private Scratch(Member member, Path path) {
        this.member = member;
        this.path = path;
    }

    /** A fresh one below a directory of its own, over whatever an earlier run left. */
    static Scratch of(Member member, Path below) throws ProblemException {
        Path path = below.resolve(member.name().isEmpty() ? "single" : member.name());
        try {
            Trees.delete(path);
            Path real = member.repository().path().toAbsolutePath();
            Files.createDirectories(path.resolve("tmp"));
            for (String each : SHARED) {
                Files.createDirectories(real.resolve(each));
                Files.createSymbolicLink(path.resolve(each), real.resolve(each));
            }
            Files.createSymbolicLink(path.resolve(LOCK), real.resolve(LOCK));
            for (String each : COPIED) {
                if (Files.exists(real.resolve(each), LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(real.resolve(each), path.resolve(each), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            Trees.copy(real.resolve(REFS), path.resolve(REFS));
            return new Scratch(member, path);
        } catch (IOException failed) {
            throw Problems.unreadable(path, failed);
        }
    }

    Path path() {
        return path;
    }

    /** It is the objects of the real one that it has. */
    Objects objects() {
        return member.repository().objects();
    }

    Member member() {
        return member;
    }

    /** What is different here from the real one, in the order in which clients may see it. */
    CommitReady ready() throws ProblemException {
        List<Document> documents = new ArrayList<>();
        List<String> removals = new ArrayList<>();
        try {
            Path real = member.repository().path();
            compare("config", real, documents, removals);
            for (String ref : refs(real)) {
                compare(ref, real, documents, removals);
            }
            compare("summary", real, documents, removals);
            compare("summary.sig", real, documents, removals);
            return new CommitReady(documents, removals, List.of());
        } catch (IOException failed) {
            throw Problems.unreadable(path, failed);
        }
    }

    private List<String> refs(Path real) throws IOException {
        List<String> refs = new ArrayList<>();
        for (Path side : List.of(path, real)) {
            Path heads = side.resolve(REFS).resolve("heads");
            if (!Files.isDirectory(heads, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(heads)) {
                files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .map(file -> side.relativize(file).toString())
                        .forEach(refs::add);
            }
        }
        return refs.stream().distinct().sorted().toList();
    }

    private void compare(String file, Path real, List<Document> documents, List<String> removals) throws IOException {
        Path there = real.resolve(file);
        Path here = path.resolve(file);
        boolean known = Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS);
        if (!Files.isRegularFile(here, LinkOption.NOFOLLOW_LINKS)) {
            if (known) {
                removals.add(member.at(file));
            }
            return;
        }
        byte[] content = Files.readAllBytes(here);
        if (!known || !Arrays.equals(content, Files.readAllBytes(there))) {
            documents.add(new Document(member.at(file), content));
        }
    }
}

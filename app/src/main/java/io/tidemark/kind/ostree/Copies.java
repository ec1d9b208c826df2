package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitReady;
import io.tidemark.kind.CommitReady.Document;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that clients follow, as they were when a scratch repository was made. Only what differs from them was done there;
 * what differs in the real repository was done by others meanwhile and is not ours to change.
 *
 * @param before by path inside the repository
 */
record Copies(Member member, Path scratch, Map<String, byte[]> before) {

    static final List<String> SINGLE = List.of("config", "summary", "summary.sig");
    private static final String HEADS = "refs/heads";

    static Copies of(Member member, Path scratch) throws IOException {
        Map<String, byte[]> before = new TreeMap<>();
        for (String file : files(scratch)) {
            before.put(file, Files.readAllBytes(scratch.resolve(file)));
        }
        return new Copies(member, scratch, before);
    }

    /** Refuses to go on if a ref was not copied as the caller saw it. */
    void expect(String ref, Optional<Checksum> seen) throws ProblemException {
        String file = HEADS + "/" + ref;
        Optional<String> copied = Optional.ofNullable(before.get(file))
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).strip());
        if (copied.isPresent() && !copied.equals(seen.map(Checksum::hex))) {
            throw moved(file);
        }
    }

    /** A file is again what it was. */
    void restore(String file) throws ProblemException {
        try {
            Path path = scratch.resolve(file);
            if (before.containsKey(file)) {
                Files.write(path, before.get(file));
            } else {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw Problems.unreadable(scratch, failed);
        }
    }

    /** What is different now, in the order in which clients may see it. */
    CommitReady ready() throws ProblemException {
        try {
            Set<String> all = new LinkedHashSet<>(List.of("config"));
            Stream.concat(before.keySet().stream(), files(scratch).stream())
                    .filter(file -> file.startsWith(HEADS))
                    .sorted()
                    .forEach(all::add);
            all.addAll(SINGLE);
            List<Document> documents = new ArrayList<>();
            List<String> removals = new ArrayList<>();
            for (String file : all) {
                compare(file, documents, removals);
            }
            return new CommitReady(documents, removals, List.of());
        } catch (IOException failed) {
            throw Problems.unreadable(scratch, failed);
        }
    }

    private void compare(String file, List<Document> documents, List<String> removals)
            throws IOException, ProblemException {
        Optional<byte[]> here = read(scratch.resolve(file));
        Optional<byte[]> was = Optional.ofNullable(before.get(file));
        Optional<byte[]> there = read(member.repository().path().resolve(file));
        if (same(here, was) || same(here, there)) {
            return;
        } else if (!same(there, was)) {
            throw moved(file);
        }
        here.ifPresentOrElse(
                content -> documents.add(new Document(member.at(file), content)), () -> removals.add(member.at(file)));
    }

    private ProblemException moved(String file) {
        return new ProblemException(
                Problem.of("ostree.moved-meanwhile", Problem.Category.REFUSED, "object", member.at(file)));
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    private static List<String> files(Path repository) throws IOException {
        List<String> files = new ArrayList<>(SINGLE);
        Path heads = repository.resolve(HEADS);
        if (Files.isDirectory(heads, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> below = Files.walk(heads)) {
                below.map(file -> repository.relativize(file).toString()).forEach(files::add);
            }
        }
        files.removeIf(file -> !Files.isRegularFile(repository.resolve(file), LinkOption.NOFOLLOW_LINKS));
        return files;
    }
}

package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitDelta;
import io.tidemark.model.ProblemException;
import java.io.IOException;
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

/**
 * The static deltas of a repository, by the names of their directories.
 *
 * @param repository where it lies
 */
record StaticDeltas(Path repository) {

    /** The file of a delta that names the others. */
    static final String HEAD = "superblock";

    private static final int MOST = 50_000;
    private static final Comparator<Delta> ORDER = Comparator.comparing(Delta::to)
            .thenComparing(each -> each.from().map(Checksum::hex).orElse(""));

    /**
     * A static delta.
     *
     * @param from the commit that it begins with, none where it needs nothing
     * @param to the commit that it makes
     * @param bytes all of its files
     */
    record Delta(Optional<Checksum> from, Checksum to, long bytes) {

        /** Its directory, relative to the repository. */
        String path() {
            return path(from, to);
        }

        /** The directory of one, wherever it lies. */
        static String path(Optional<Checksum> from, Checksum to) {
            String name = from.map(each -> each.delta() + "-").orElse("") + to.delta();
            return "deltas/" + name.substring(0, 2) + "/" + name.substring(2);
        }

        /** Its name where it is told of, checksums in hexadecimal digits. */
        String name() {
            return from.map(each -> each.hex() + "-").orElse("") + to.hex();
        }
    }

    /** What is to be known of one that lies there. */
    static CommitDelta weighed(Member member, Delta delta, boolean told) throws ProblemException {
        Path directory = member.repository().path().resolve(delta.path());
        Path head = directory.resolve(HEAD);
        try {
            long bytes = bytes(directory);
            long apart = 0;
            for (Checksum each : DeltaHead.read(head).apart()) {
                apart += member.repository().objects().has(each, ObjectType.PACKED)
                        ? member.repository().objects().stored(each)
                        : 0;
            }
            return new CommitDelta(
                    member.path(), delta.from().map(Checksum::hex), delta.to().hex(), bytes, bytes + apart, told);
        } catch (Malformed damaged) {
            throw Problems.damaged(head, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(directory, failed);
        }
    }

    /** All of them, by target, then origin. */
    List<Delta> read() throws ProblemException {
        List<Delta> deltas = new ArrayList<>();
        Path root = repository.resolve("deltas");
        try (DirectoryStream<Path> starts = Files.newDirectoryStream(root)) {
            for (Path start : starts) {
                if (Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
                    below(start, deltas);
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (DirectoryIteratorException failed) {
            throw Problems.unreadable(root, failed.getCause());
        } catch (IOException failed) {
            throw Problems.unreadable(root, failed);
        }
        deltas.sort(ORDER);
        return deltas;
    }

    private void below(Path start, List<Delta> deltas) throws IOException, ProblemException {
        try (DirectoryStream<Path> rest = Files.newDirectoryStream(start)) {
            for (Path each : rest) {
                if (deltas.size() >= MOST) {
                    throw Problems.bounds(repository.resolve("deltas"), String.valueOf(MOST));
                }
                add(each, start.getFileName().toString() + each.getFileName(), deltas);
            }
        }
    }

    private static void add(Path directory, String name, List<Delta> deltas) throws IOException {
        int dash = name.indexOf('-');
        Optional<Checksum> from = dash < 0 ? Optional.empty() : Checksum.ofDelta(name.substring(0, dash));
        Optional<Checksum> to = Checksum.ofDelta(name.substring(dash + 1));
        boolean whole = Files.isRegularFile(directory.resolve(HEAD), LinkOption.NOFOLLOW_LINKS);
        if (to.isPresent() && from.isPresent() == dash >= 0 && whole) {
            deltas.add(new Delta(from, to.get(), bytes(directory)));
        }
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                bytes += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
            }
        }
        return bytes;
    }
}

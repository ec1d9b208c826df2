package io.tidemark.kind.ostree;

import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One OSTree repository as it lies on disk, for reading. Nothing is kept: each question looks again. Safe for all threads.
 *
 * @param path its directory
 * @param settings what its file {@code config} says
 */
record OpenRepository(Path path, Settings settings) {

    private static final int LARGEST_CONFIG = 1 << 20;
    private static final List<String> OTHERS = List.of("refs/remotes", "refs/mirrors");

    /**
     * A history of commits.
     *
     * @param commits newest first
     * @param beyond whether it goes on with a commit that was not fetched
     */
    record History(List<Commit> commits, boolean beyond) {

        History {
            commits = List.copyOf(commits);
        }
    }

    /** The repository in a directory, if there is one; one of git looks alike, and says another thing of its format. */
    static Optional<OpenRepository> at(Path directory) throws ProblemException {
        Path config = directory.resolve("config");
        if (!Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS)
                || !isDirectory(directory.resolve("objects"))
                || !isDirectory(directory.resolve("refs"))) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(config, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(LARGEST_CONFIG), StandardCharsets.UTF_8);
            return text.contains("[core]") && text.contains("repo_version")
                    ? Optional.of(new OpenRepository(directory, Settings.read(text)))
                    : Optional.empty();
        } catch (Malformed damaged) {
            throw Problems.damaged(config, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(config, failed);
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    Objects objects() {
        return new Objects(path, settings.archive());
    }

    /** Its own refs, by name. */
    List<Ref> refs() throws ProblemException {
        return new RefReader(path.resolve("refs/heads")).read();
    }

    /** Whether a ref of any sort stands for a commit, that of a remote among them. */
    boolean refers(Checksum commit) throws ProblemException {
        return refs().stream().anyMatch(ref -> ref.commit().equals(commit))
                || otherRef(commit).isPresent();
    }

    /** What all refs stand for, those that clients do not see among them. */
    List<Checksum> heads() throws ProblemException {
        List<Checksum> heads = new ArrayList<>();
        refs().forEach(ref -> heads.add(ref.commit()));
        for (String each : OTHERS) {
            new RefReader(path.resolve(each)).read().forEach(ref -> heads.add(ref.commit()));
        }
        return heads;
    }

    /** The file of a ref that clients do not see and that stands for a commit, that of a remote for example. */
    Optional<String> otherRef(Checksum commit) throws ProblemException {
        for (String each : OTHERS) {
            Optional<Ref> found = new RefReader(path.resolve(each))
                    .read().stream().filter(ref -> ref.commit().equals(commit)).findFirst();
            if (found.isPresent()) {
                return found.map(ref -> each + "/" + ref.name());
            }
        }
        return Optional.empty();
    }

    /** The commit that a ref stands for, if there is such a ref. */
    Optional<Checksum> resolve(String ref) throws ProblemException {
        return refs().stream()
                .filter(each -> each.name().equals(ref))
                .map(Ref::commit)
                .findFirst();
    }

    /** What it tells clients of its refs, if it does. */
    Optional<Summary> summary() throws ProblemException {
        Path file = path.resolve("summary");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Summary.read(in.readNBytes(Objects.LARGEST)));
        } catch (Malformed damaged) {
            throw Problems.damaged(file, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }

    /** Whether what it tells is signed: only the owner of the key can tell it anew. */
    boolean signed() {
        return Files.exists(path.resolve("summary.sig"), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether clients are told of other commits than are there. */
    boolean stale() throws ProblemException {
        Optional<Summary> summary = summary();
        for (Ref ref : refs()) {
            if (summary.isEmpty() || !summary.get().tells(ref.name(), ref.commit())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the content of a commit is still incomplete. */
    boolean partial(Checksum commit) {
        return Files.exists(path.resolve("state").resolve(commit.hex() + ".commitpartial"), LinkOption.NOFOLLOW_LINKS);
    }

    /** A commit and those before it, as far as they were fetched, at most so many. */
    History history(Checksum head, int most) throws ProblemException {
        List<Commit> commits = new ArrayList<>();
        Optional<Checksum> next = Optional.of(head);
        while (next.isPresent() && commits.size() < most) {
            Optional<Commit> commit = objects().findCommit(next.get());
            if (commit.isEmpty()) {
                return new History(commits, true);
            }
            commits.add(commit.get());
            next = commit.get().content().parent();
        }
        return new History(commits, next.isPresent());
    }
}

package io.tidemark.kind.ostree;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One of the OSTree repositories that belong together.
 *
 * @param name what it is for, {@code dev} or {@code prod} for example; empty where there is only one
 * @param path where it lies, relative to the whole; empty where it is the whole
 * @param repository the repository
 */
record Member(String name, String path, OpenRepository repository) {

    static final String DEV = "dev";
    static final String PROD = "prod";
    private static final int MOST_ENTRIES = 1000;
    private static final String BELOW = "repo";

    /** All that lie in a directory: itself, or those right below it; development first, production last. */
    static List<Member> of(Path root) throws ProblemException {
        Optional<OpenRepository> itself = OpenRepository.at(root);
        if (itself.isPresent()) {
            return List.of(new Member("", "", itself.get()));
        }
        List<Member> members = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            int count = 0;
            for (Path entry : entries) {
                if (++count > MOST_ENTRIES) {
                    return List.of();
                }
                below(entry, members);
            }
        } catch (NoSuchFileException | NotDirectoryException notYet) {
            return List.of();
        } catch (DirectoryIteratorException failed) {
            throw Problems.unreadable(root, failed.getCause());
        } catch (IOException failed) {
            throw Problems.unreadable(root, failed);
        }
        members.sort(Comparator.comparing(Member::order).thenComparing(Member::name));
        return members;
    }

    private static void below(Path entry, List<Member> members) throws ProblemException {
        String name = entry.getFileName().toString();
        if (name.startsWith(".") || !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Optional<OpenRepository> here = OpenRepository.at(entry);
        Optional<OpenRepository> deeper = here.isPresent() ? here : OpenRepository.at(entry.resolve(BELOW));
        deeper.ifPresent(found -> members.add(new Member(name, here.isPresent() ? name : name + "/" + BELOW, found)));
    }

    /** The one in a directory, relative to the whole. */
    static Member at(Path root, String path) throws ProblemException {
        return of(root).stream()
                .filter(member -> member.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("ostree.place", Problem.Category.USAGE, "object", root.resolve(path))));
    }

    private int order() {
        return name.equals(DEV) ? 0 : name.equals(PROD) ? 2 : 1;
    }

    /** A path of this repository as one of the whole. */
    String at(String inside) {
        return path.isEmpty() ? inside : path + "/" + inside;
    }

    /** Whether a path of the whole lies in this repository. */
    boolean holds(String whole) {
        return path.isEmpty() || whole.startsWith(path + "/");
    }

    /** A path of the whole as one of this repository. */
    String inside(String whole) {
        return path.isEmpty() ? whole : whole.substring(path.length() + 1);
    }
}

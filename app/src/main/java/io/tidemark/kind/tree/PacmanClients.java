package io.tidemark.kind.tree;

import io.tidemark.kind.ServedRepository;
import io.tidemark.model.ClientLines;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of a mirror list of pacman, for trees in which its databases lie where it looks for them: {@code $repo/os/$arch} or
 * {@code $repo/$arch}, see pacman.conf(5). Looks at directories only and follows no links.
 */
final class PacmanClients {

    private static final int MOST = 64;
    private static final List<String> LAYOUTS = List.of("os/", "");

    private PacmanClients() {}

    static List<ClientLines> lines(ServedRepository served) {
        return served.newest()
                .flatMap(version -> layout(version.tree()))
                .map(layout -> List.of(new ClientLines(
                        "pacman", "/etc/pacman.d/" + served.name() + "-mirrorlist", servers(served, layout))))
                .orElse(List.of());
    }

    private static List<String> servers(ServedRepository served, String layout) {
        List<String> lines = new ArrayList<>();
        for (String path : served.paths()) {
            lines.add("# " + served.name() + ", " + path);
            lines.add("Server = " + served.web() + "/" + path + "/$repo/" + layout + "$arch");
        }
        return lines;
    }

    private static Optional<String> layout(Path tree) {
        return LAYOUTS.stream()
                .filter(layout -> directories(tree).stream().anyMatch(repo -> holds(repo, layout)))
                .findFirst();
    }

    private static boolean holds(Path repo, String layout) {
        String database = repo.getFileName() + ".db";
        return directories(repo.resolve(layout)).stream()
                .anyMatch(arch -> Files.exists(arch.resolve(database), LinkOption.NOFOLLOW_LINKS));
    }

    private static List<Path> directories(Path directory) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(directory, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))) {
            for (Path entry : entries) {
                if (found.size() == MOST) {
                    break;
                }
                found.add(entry);
            }
        } catch (IOException | DirectoryIteratorException none) {
            return List.of();
        }
        return found;
    }
}

package io.tidemark.kind.ostree;

import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A treefile with those that it includes, as they lie on the disk now. Bounded; used once. */
final class TreefileFamily {

    private static final int MOST = 50;
    private static final int DEEPEST = 8;
    private static final int MOST_REPOS = 100;
    private static final String REPO = ".repo";

    private final Path directory;
    private final Map<Path, Treefile> members = new LinkedHashMap<>();
    private final Set<Path> asked = new TreeSet<>();
    private final Map<String, Broken> broken = new LinkedHashMap<>();

    private final Optional<Draft> typed;

    private TreefileFamily(Path directory, Optional<Draft> typed) {
        this.directory = directory;
        this.typed = typed;
    }

    /** The family of a treefile that can be read. */
    static TreefileFamily of(Draft draft, Treefile head) {
        return of(draft, head, Optional.empty());
    }

    /** The same with one that it includes as it is typed and not as it lies on the disk. */
    static TreefileFamily of(Draft draft, Treefile head, Optional<Draft> typed) {
        Path file = draft.file().toAbsolutePath().normalize();
        TreefileFamily family = new TreefileFamily(file.getParent(), typed);
        family.members.put(file, head);
        family.grow(file, head, TreefileNeeds.INCLUDE, 1);
        return family;
    }

    /** Each treefile, the head first. */
    List<Treefile> treefiles() {
        return List.copyOf(members.values());
    }

    /** Includes that lead nowhere, by their names. */
    Map<String, Broken> broken() {
        return broken;
    }

    private void grow(Path file, Treefile now, String above, int depth) {
        TreefileNeeds.includes(now).forEach((name, own) -> {
            String key = above.equals(TreefileNeeds.INCLUDE) ? own : above;
            String why = why(file, name, key, depth);
            if (!why.isEmpty()) {
                broken.putIfAbsent(name, new Broken(key, why));
            }
        });
    }

    private String why(Path file, String name, String key, int depth) {
        if (name.indexOf('\0') >= 0) {
            return "no name";
        }
        Path included = file.resolveSibling(name).normalize();
        asked.add(included);
        return members.containsKey(included)
                ? "included twice"
                : depth > DEEPEST || members.size() > MOST ? "too many" : add(included, key, depth);
    }

    /** Takes one in; why not, if it cannot be. */
    private String add(Path included, String key, int depth) {
        try {
            boolean other = typed.filter(draft -> draft.file().equals(included)).isEmpty();
            Treefile found = other ? TreefileReader.read(included) : TreefileText.parsed(typed.get());
            members.put(included, found);
            grow(included, found, key, depth + 1);
            return "";
        } catch (ProblemException unreadable) {
            return unreadable.problem().args().getOrDefault("place", "not there");
        }
    }

    /** Names of the files in the directory of the head that composing reads. */
    List<String> beside() throws ProblemException {
        TreeSet<String> names = new TreeSet<>();
        for (Treefile each : members.values()) {
            TreefileNeeds.includes(each).keySet().forEach(names::add);
            TreefileNeeds.files(each).keySet().forEach(names::add);
        }
        names.removeIf(name -> name.startsWith("/"));
        for (String name : names) {
            if (name.contains("/") || name.startsWith(".")) {
                throw new ProblemException(Problem.of(
                        "treefile.elsewhere", Problem.Category.REFUSED, "object", name, "directory", directory));
            }
        }
        repoFiles().forEach(file -> names.add(file.getFileName().toString()));
        return List.copyOf(names);
    }

    /** All files that composing reads but the head, wherever they lie and whether they are there; sorted. */
    List<Path> files() {
        TreeSet<Path> files = new TreeSet<>(asked);
        members.forEach((file, treefile) -> TreefileNeeds.files(treefile).keySet().stream()
                .filter(name -> name.indexOf('\0') < 0)
                .forEach(name -> files.add(file.resolveSibling(name).normalize())));
        files.addAll(repoFiles());
        files.remove(members.keySet().iterator().next());
        return List.copyOf(files);
    }

    /** Those that lie right beside the head, readable or not, but the head; sorted. */
    List<Path> parts() {
        return asked.stream()
                .filter(file -> directory.equals(file.getParent())
                        && !file.equals(members.keySet().iterator().next()))
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Ids of the package repositories that files beside the head describe. */
    Set<String> repositories() {
        Set<String> ids = new TreeSet<>();
        for (Path file : repoFiles()) {
            try {
                TreefileText.of(file)
                        .text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("[") && line.endsWith("]"))
                        .forEach(line -> ids.add(line.substring(1, line.length() - 1)));
            } catch (ProblemException unreadable) {
                ids.add(file.getFileName().toString());
            }
        }
        return ids;
    }

    private List<Path> repoFiles() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + REPO)) {
            found.forEach(file -> {
                if (files.size() < MOST_REPOS) {
                    files.add(file);
                }
            });
        } catch (IOException | DirectoryIteratorException none) {
            return files;
        }
        return files;
    }

    /**
     * An include that leads nowhere.
     *
     * @param key that names it; what is included for one architecture or on a condition is not always read
     * @param why it cannot be read
     */
    record Broken(String key, String why) {

        /** Whether rpm-ostree would refuse it on every machine. */
        boolean always() {
            return key.equals(TreefileNeeds.INCLUDE);
        }
    }
}

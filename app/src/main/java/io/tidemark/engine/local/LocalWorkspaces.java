package io.tidemark.engine.local;

import io.tidemark.engine.Recipes;
import io.tidemark.engine.Workspaces;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.workspace.DraftFiles;
import io.tidemark.workspace.Inventory;
import io.tidemark.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The workspace kept in a file of this machine. Safe for all threads. */
public final class LocalWorkspaces implements Workspaces {

    private static final Set<String> THEMES = Set.of("light", "dark", "system");
    private static final Set<String> LANGUAGES = Set.of("", "en", "fr");

    /** Finds what a repository calls itself. */
    @FunctionalInterface
    public interface Naming {
        /** The name of the repository in a directory; empty when there is none or it cannot be read. */
        Optional<String> of(Path dir);
    }

    private final WorkspaceFile file;
    private final Naming naming;
    private final DraftFiles drafts;

    /** A workspace in that file. */
    public LocalWorkspaces(WorkspaceFile file, Naming naming) {
        this.file = file;
        this.drafts = new DraftFiles(file);
        this.naming = naming;
    }

    @Override
    public Workspace get() throws ProblemException {
        Inventory inventory = file.read();
        List<Place> places = inventory.repositories().stream()
                .map(entry -> new Place(entry.name(), entry.dir()))
                .toList();
        return new Workspace(
                file.path().toString(),
                places,
                new Settings(inventory.theme(), inventory.language(), inventory.scalePercent()));
    }

    @Override
    public String add(String dir) throws ProblemException {
        return dir.startsWith(ELSEWHERE) ? add(dir, lastName(dir)) : add(path(dir));
    }

    private String add(Path path) throws ProblemException {
        return add(path.toString(), wished(path));
    }

    private String add(String dir, String wished) throws ProblemException {
        String[] name = new String[1];
        file.change(inventory -> {
            List<Inventory.Entry> entries = new ArrayList<>(inventory.repositories());
            Optional<Inventory.Entry> known =
                    entries.stream().filter(entry -> entry.dir().equals(dir)).findFirst();
            name[0] = known.map(Inventory.Entry::name).orElseGet(() -> free(wished, entries));
            if (known.isEmpty()) {
                entries.add(new Inventory.Entry(name[0], dir));
            }
            return inventory.with(entries);
        });
        return name[0];
    }

    @Override
    public void forget(String name) throws ProblemException {
        if (file.read().repositories().stream().noneMatch(entry -> entry.name().equals(name))) {
            throw new ProblemException(Problem.of("workspace.unknown", Problem.Category.USAGE, "object", name));
        }
        file.change(inventory -> inventory.with(inventory.repositories().stream()
                .filter(entry -> !entry.name().equals(name))
                .toList()));
    }

    @Override
    public void save(Settings settings) throws ProblemException {
        require("theme", settings.theme(), THEMES.contains(settings.theme()));
        require("language", settings.language(), LANGUAGES.contains(settings.language()));
        require("scale", settings.scalePercent(), settings.scalePercent() >= 100 && settings.scalePercent() <= 200);
        file.change(inventory -> new Inventory(
                inventory.format(),
                inventory.repositories(),
                inventory.hosts(),
                settings.theme(),
                settings.language(),
                settings.scalePercent()));
    }

    @Override
    public List<Draft> drafts() throws ProblemException {
        List<Draft> all = new ArrayList<>();
        for (DraftFiles.Kept kept : drafts.all()) {
            DraftFiles.Draft draft = kept.draft();
            if (resolve(draft.repository()).equals(draft.dir())) {
                Recipes.Seen seen = new Recipes.Seen(draft.role(), draft.mark(), draft.others());
                all.add(new Draft(draft.repository(), seen, draft.text(), kept.time()));
            }
        }
        return all;
    }

    @Override
    public void keepDraft(String repository, Recipes.Seen seen, String text) throws ProblemException {
        drafts.keep(
                new DraftFiles.Draft(repository, resolve(repository), seen.role(), seen.mark(), seen.others(), text));
    }

    @Override
    public void dropDraft(String repository, String role) throws ProblemException {
        drafts.drop(repository, role);
    }

    @Override
    public String resolve(String dir) throws ProblemException {
        if (dir.isEmpty() || dir.startsWith(".") || dir.contains("/")) {
            return dir;
        }
        try {
            return file.read().repositories().stream()
                    .filter(entry -> entry.name().equals(dir))
                    .map(Inventory.Entry::dir)
                    .findFirst()
                    .orElse(dir);
        } catch (ProblemException unreadable) {
            if (Files.isDirectory(path(dir))) {
                return dir;
            }
            throw unreadable;
        }
    }

    /** What a repository on another machine is called as long as nobody asked it. */
    private static String lastName(String place) {
        String[] parts = place.substring(ELSEWHERE.length()).split("/");
        return parts[parts.length - 1];
    }

    private String wished(Path path) {
        Path last = path.getFileName();
        return naming.of(path).orElse(last == null ? "repository" : last.toString());
    }

    private static String free(String wished, List<Inventory.Entry> entries) {
        String name = wished;
        for (int n = 2; taken(name, entries); n++) {
            name = wished + "-" + n;
        }
        return name;
    }

    private static boolean taken(String name, List<Inventory.Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    private static Path path(String dir) throws ProblemException {
        try {
            return Path.of(dir).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw new ProblemException(Problem.of("plan.directory", Problem.Category.USAGE, "object", dir), notAPath);
        }
    }

    private static void require(String name, Object value, boolean fine) throws ProblemException {
        if (!fine) {
            throw new ProblemException(
                    Problem.of("workspace.setting", Problem.Category.USAGE, "object", name, "value", value));
        }
    }
}

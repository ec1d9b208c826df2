package io.tidemark.engine.recipe;

import io.tidemark.engine.Recipes.Seen;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.engine.repository.Opened;
import io.tidemark.kind.RecipeMarks;
import io.tidemark.kind.RecipeReader;
import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.kind.RecipeReader.Role;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Finding;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RecipeFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recipes of one repository as they are. */
record RecipeNow(Opened repository, RecipeReader reader) {

    private static final String JSON = ".json";
    private static final int SHOWN = 5;

    static RecipeNow of(Opened repository) throws ProblemException {
        Optional<RecipeReader> reader = repository.kind().recipes();
        return new RecipeNow(
                repository,
                reader.orElseThrow(() -> new ProblemException(Problem.of(
                        "recipe.kind",
                        Problem.Category.USAGE,
                        "object",
                        repository.name(),
                        "kind",
                        repository.config().kind()))));
    }

    /** The role of that name. */
    Role role(String id) throws ProblemException {
        return reader.roles().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "recipe.role",
                        Problem.Category.USAGE,
                        "object",
                        id,
                        "roles",
                        String.join(", ", reader.roles().stream().map(Role::id).toList()))));
    }

    /** Where the settings say that it lies: a name, an absolute path, or nothing. */
    String place(Role role) {
        return repository.config().upstream().one(role.option(), "");
    }

    static boolean kept(String place) {
        return !place.startsWith("/");
    }

    Path file(String place) throws ProblemException {
        return RecipeFiles.file(repository.store().root(), place);
    }

    /** What the file says; nothing where there is none, or the settings name none. */
    Optional<String> text(Role role) throws ProblemException {
        String place = place(role);
        return place.isEmpty() ? Optional.empty() : repository.store().recipes().text(place);
    }

    /** A text as if it lay where that of the role does, or would. */
    Draft draft(Role role, String text) throws ProblemException {
        String place = place(role);
        return new Draft(file(place.isEmpty() ? usual(role) : place), text);
    }

    /** The name of a file that is made anew: in the format of the first recipe, so that they can be compared line by line. */
    String usual(Role role) {
        String first = place(reader.roles().getFirst());
        String usual = role.usual();
        return first.isEmpty() ? usual : usual.substring(0, usual.lastIndexOf('.')) + ending(first);
    }

    private String ending(String place) {
        return reader.accepts(place) ? place.substring(place.lastIndexOf('.')) : JSON;
    }

    Sheet sheet(Role role) {
        try {
            Optional<String> text = text(role);
            List<Finding> findings = text.isPresent() ? reader.check(draft(role, text.get())) : List.of();
            String place = place(role);
            return sheet(role, place.isEmpty() ? "" : file(place).toString(), text, findings, seen(role, text));
        } catch (ProblemException unreadable) {
            return new Sheet(
                    role.id(),
                    role.title(),
                    place(role),
                    false,
                    "",
                    "",
                    List.of(),
                    List.of(),
                    Map.of(),
                    Optional.of(unreadable.problem()));
        }
    }

    private Sheet sheet(Role role, String file, Optional<String> text, List<Finding> findings, Seen seen) {
        return new Sheet(
                role.id(),
                role.title(),
                file,
                !file.isEmpty() && kept(place(role)),
                text.orElse(""),
                seen.mark(),
                findings,
                text.map(there -> beside(role, there)).orElse(List.of()),
                seen.others(),
                Optional.empty());
    }

    /** What a recipe says now, and all that composing reads with it. */
    Seen seen(Role role) throws ProblemException {
        return seen(role, text(role));
    }

    private Seen seen(Role role, Optional<String> text) throws ProblemException {
        Map<String, String> others =
                text.isPresent() ? RecipeMarks.of(reader.family(draft(role, text.get()))) : Map.of();
        return new Seen(role.id(), text.map(RecipeNow::mark).orElse(""), others);
    }

    /** Refuses where somebody else changed the recipe, or what it reads. */
    void requireSeen(Seen seen) throws ProblemException {
        boolean part = RecipePart.isMeant(seen.role());
        Seen now = part ? RecipePart.of(this, seen.role()).seen() : seen(role(seen.role()));
        if (!now.mark().equals(seen.mark())) {
            throw changed(seen.role(), part ? RecipePart.of(this, seen.role()).place() : place(role(seen.role())));
        }
        requireOthers(now, seen);
    }

    /** The recipe of a role, or a part of one. */
    Sheet sheet(String address) throws ProblemException {
        return RecipePart.isMeant(address) ? RecipePart.of(this, address).sheet() : sheet(role(address));
    }

    /** What is wrong with a text of a recipe, or of a part of one. */
    List<Finding> check(String address, String text) throws ProblemException {
        return RecipePart.isMeant(address)
                ? RecipePart.of(this, address).check(text)
                : reader.check(draft(role(address), text));
    }

    /** Under what its history is kept. */
    String id(String address) throws ProblemException {
        return RecipePart.isMeant(address)
                ? RecipePart.of(this, address).name()
                : role(address).id();
    }

    ProblemException changed(String address, String place) throws ProblemException {
        return new ProblemException(
                Problem.of("recipe.changed", Problem.Category.REFUSED, "object", file(place), "role", address));
    }

    /** Refuses where somebody else changed what a recipe reads. */
    void requireOthers(Seen now, Seen seen) throws ProblemException {
        List<String> changed = RecipeMarks.differing(seen.others(), now.others());
        if (!changed.isEmpty()) {
            String shown = changed.size() <= SHOWN
                    ? String.join(", ", changed)
                    : String.join(", ", changed.subList(0, SHOWN)) + ", …";
            throw new ProblemException(Problem.of(
                    "recipe.beside",
                    Problem.Category.REFUSED,
                    "object",
                    EntryPath.of(shown),
                    "count",
                    changed.size(),
                    "role",
                    seen.role()));
        }
    }

    /** Of a text that cannot be read nobody knows what it needs; the findings say so. */
    private List<String> beside(Role role, String text) {
        try {
            return reader.beside(draft(role, text));
        } catch (ProblemException unclear) {
            return List.of();
        }
    }

    /** What a text is recognised by. */
    static String mark(String text) {
        return RecipeMarks.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.tidemark.engine.recipe;

import io.tidemark.engine.Recipes.Saving;
import io.tidemark.engine.repository.Opened;
import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.kind.RecipeReader.Role;
import io.tidemark.model.Finding;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Upstream;
import io.tidemark.store.RecipeFiles;
import io.tidemark.store.WriteSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes recipes under the lock that a session holds: the file first, then the settings that lead to it. Used once. */
final class RecipeChange {

    private static final String SCRIPT = "#!";
    private static final int RUNNABLE = 0755;

    private final RecipeNow now;
    private final WriteSession session;

    RecipeChange(RecipeNow now, WriteSession session) {
        this.now = now;
        this.session = session;
    }

    void save(Saving saving) throws ProblemException {
        if (RecipePart.isMeant(saving.seen().role())) {
            savePart(RecipePart.of(now, saving.seen().role()), saving);
        } else {
            saveWhole(saving);
        }
    }

    /** The history of a part is kept under its name; no role may have that. */
    private void savePart(RecipePart part, Saving saving) throws ProblemException {
        for (Role role : now.reader().roles()) {
            if (part.name().equals(role.id())) {
                throw own(part.name(), role);
            }
        }
        now.requireSeen(saving.seen());
        requireSound(part.file(), part.check(saving.text()));
        session.saveRecipe(Names.requireFile(part.name()), part.place(), saving.text());
    }

    private void saveWhole(Saving saving) throws ProblemException {
        Role role = now.role(saving.seen().role());
        boolean fresh = now.place(role).isEmpty();
        String place = fresh ? named(role, saving.name()) : now.place(role);
        requireSame(role, place, saving.seen().mark());
        now.requireOthers(now.seen(role), saving.seen());
        Draft draft = new Draft(now.file(place), saving.text());
        requireSound(draft.file(), now.reader().check(draft));
        RepositoryConfig settled =
                fresh ? settled(role, place) : now.repository().config();
        session.saveRecipe(role.id(), place, saving.text());
        if (fresh) {
            session.configure(settled);
        }
    }

    private String named(Role role, String name) throws ProblemException {
        String wanted = Names.requireFile(name.isEmpty() ? now.usual(role) : name);
        if (!now.reader().accepts(wanted)) {
            throw new ProblemException(Problem.of("recipe.file", Problem.Category.USAGE, "object", wanted));
        }
        return wanted;
    }

    /** What somebody else wrote meanwhile is not replaced by somebody who did not see it. */
    private void requireSame(Role role, String place, String mark) throws ProblemException {
        Optional<String> there = now.repository().store().recipes().text(place);
        if (!there.map(RecipeNow::mark).orElse("").equals(mark) && !left(role, there)) {
            throw now.changed(role.id(), place);
        }
    }

    /** A killed saving left a file that no setting leads to: nobody could have read it, and the history has what it says. */
    private boolean left(Role role, Optional<String> there) throws ProblemException {
        return now.place(role).isEmpty()
                && now.repository().store().recipes().history(role.id()).stream()
                        .findFirst()
                        .map(RecipeFiles.Saved::text)
                        .equals(there);
    }

    private static void requireSound(Path file, List<Finding> findings) throws ProblemException {
        List<Finding> faults = findings.stream().filter(Finding::stops).toList();
        if (!faults.isEmpty()) {
            Finding first = faults.getFirst();
            Map<String, Object> args =
                    new LinkedHashMap<>(Map.of("object", file, "count", faults.size(), "line", first.line()));
            args.putAll(first.notice().phrase().within("fault"));
            throw new ProblemException(Problem.of("recipe.faults", Problem.Category.REFUSED, flat(args)));
        }
    }

    private static Object[] flat(Map<String, Object> args) {
        return args.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                .toArray();
    }

    void keep(String id) throws ProblemException {
        Role role = now.role(id);
        String place = now.place(role);
        if (place.isEmpty() || RecipeNow.kept(place)) {
            throw new ProblemException(Problem.of("recipe.kept", Problem.Category.USAGE, "object", id, "place", place));
        }
        Map<String, String> family = family(now.file(place));
        String name = now.file(place).getFileName().toString();
        RepositoryConfig settled = settled(role, name);
        for (Map.Entry<String, String> each : family.entrySet()) {
            requireOwn(each.getKey(), each.getValue());
        }
        for (Map.Entry<String, String> each : family.entrySet()) {
            int mode = RecipeFiles.mode(now.file(place).resolveSibling(each.getKey()));
            session.saveRecipe(
                    each.getKey().equals(name) ? role.id() : each.getKey(), each.getKey(), each.getValue(), mode);
        }
        session.configure(settled);
    }

    /** The recipe and the files beside it that it needs, by their names; the recipe last. */
    private Map<String, String> family(Path file) throws ProblemException {
        String text = required(file);
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : now.reader().beside(new Draft(file, text))) {
            all.put(Names.requireFile(name), required(file.resolveSibling(name)));
        }
        all.put(Names.requireFile(file.getFileName().toString()), text);
        return all;
    }

    private static String required(Path file) throws ProblemException {
        return RecipeFiles.read(file)
                .orElseThrow(() ->
                        new ProblemException(Problem.of("recipe.missing", Problem.Category.REFUSED, "object", file)));
    }

    /** Another file of that name that says something else is not replaced. */
    private void requireOwn(String name, String text) throws ProblemException {
        Optional<String> there = now.repository().store().recipes().text(name);
        if (there.isPresent() && !there.get().equals(text)) {
            throw new ProblemException(
                    Problem.of("recipe.taken", Problem.Category.REFUSED, "object", name, "place", now.file(name)));
        }
    }

    void bring(String name, String text) throws ProblemException {
        for (Role role : now.reader().roles()) {
            if (now.place(role).equals(name) || name.equals(now.usual(role)) || name.equals(role.id())) {
                throw own(name, role);
            }
        }
        for (RecipePart part : included(name)) {
            requireSound(part.file(), part.check(text));
        }
        int mode = text.startsWith(SCRIPT) ? RUNNABLE : RecipeFiles.MODE;
        session.saveRecipe(Names.requireFile(name), name, text, mode);
    }

    /** A kept file of that name as a part of every kept recipe that includes it. */
    private List<RecipePart> included(String name) throws ProblemException {
        List<RecipePart> found = new ArrayList<>();
        for (Role role : now.reader().roles()) {
            for (RecipePart part : RecipePart.all(now, role)) {
                if (part.place().equals(name)) {
                    found.add(part);
                }
            }
        }
        return found;
    }

    private static ProblemException own(String name, Role role) {
        return new ProblemException(
                Problem.of("recipe.own", Problem.Category.USAGE, "object", name, "role", role.id()));
    }

    /** The settings that lead to a place; refused before anything is written. */
    private RepositoryConfig settled(Role role, String place) throws ProblemException {
        Opened repository = now.repository();
        RepositoryConfig old = repository.config();
        Map<String, List<String>> options = new HashMap<>(old.upstream().options());
        options.put(role.option(), List.of(place));
        return with(old, repository.kind().complete(new Upstream(old.upstream().url(), options)));
    }

    private static RepositoryConfig with(RepositoryConfig old, Upstream upstream) {
        return new RepositoryConfig(
                old.format(),
                old.id(),
                old.name(),
                old.kind(),
                upstream,
                old.transfer(),
                old.policies(),
                old.channels(),
                old.keys(),
                old.pins());
    }
}

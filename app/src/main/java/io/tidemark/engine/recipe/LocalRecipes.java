package io.tidemark.engine.recipe;

import io.tidemark.engine.Recipes;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.kind.RecipeReader;
import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.kind.RecipeReader.Role;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Finding;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RecipeDifference;
import io.tidemark.store.RecipeFiles;
import io.tidemark.store.WriteSession;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recipes of repositories on this machine. Safe for all threads. */
public final class LocalRecipes implements Recipes {

    private static final String OPERATION = "recipe";

    private final Repositories repositories;

    /** Recipes of those repositories. */
    public LocalRecipes(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Board read(String dir, JobContext job) throws ProblemException, InterruptedException {
        RecipeNow now = now(dir);
        List<Sheet> sheets = now.reader().roles().stream().map(now::sheet).toList();
        List<Sheet> parts = new ArrayList<>();
        for (Role role : now.reader().roles()) {
            parts.addAll(parts(now, role));
        }
        return new Board(sheets, parts, now.reader().program(), now.reader().ready(job));
    }

    /** Of a recipe that cannot be read nobody knows the parts; its sheet says why. */
    private static List<Sheet> parts(RecipeNow now, Role role) {
        try {
            return RecipePart.all(now, role).stream().map(RecipePart::sheet).toList();
        } catch (ProblemException unreadable) {
            return List.of();
        }
    }

    @Override
    public List<Finding> check(String dir, String role, String text) throws ProblemException {
        RecipeNow now = now(dir);
        return now.check(role, text);
    }

    @Override
    public List<Finding> checkFile(String file) throws ProblemException {
        Path path = path(file);
        Optional<RecipeReader> reader = repositories.ground().kinds().stream()
                .map(RepositoryKind::recipes)
                .flatMap(Optional::stream)
                .filter(each -> each.accepts(path.toString()))
                .findFirst();
        Optional<String> text = RecipeFiles.read(path);
        if (reader.isEmpty() || text.isEmpty()) {
            throw new ProblemException(Problem.of("recipe.file", Problem.Category.USAGE, "object", file));
        }
        return reader.get().check(new Draft(path, text.get()));
    }

    private static Path path(String file) throws ProblemException {
        try {
            return Path.of(file).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw new ProblemException(Problem.of("recipe.file", Problem.Category.USAGE, "object", file), notAPath);
        }
    }

    @Override
    public RecipeDifference difference(String dir, Text before, Text after) throws ProblemException {
        RecipeNow now = now(dir);
        return now.reader().difference(draft(now, before), draft(now, after));
    }

    private static Draft draft(RecipeNow now, Text text) throws ProblemException {
        return now.draft(now.role(text.role()), text.text());
    }

    @Override
    public String example(String dir, String role) throws ProblemException {
        RecipeNow now = now(dir);
        return now.reader()
                .example(
                        now.repository().store().root(),
                        now.repository().config().upstream(),
                        now.role(role));
    }

    @Override
    public String takeOver(String dir, String text, String own) throws ProblemException {
        RecipeNow now = now(dir);
        Role first = now.reader().roles().getFirst();
        Role second = now.reader().roles().get(1);
        String its = own.isBlank() ? example(dir, second.id()) : own;
        return now.reader().takeOver(now.draft(first, text), now.draft(second, its));
    }

    @Override
    public Sheet save(String dir, Saving saving, JobContext job) throws ProblemException, InterruptedException {
        return writing(
                dir,
                job,
                session -> new RecipeChange(now(dir), session).save(saving),
                saving.seen().role());
    }

    @Override
    public void confirm(String dir, Seen seen) throws ProblemException {
        now(dir).requireSeen(seen);
    }

    @Override
    public Sheet keep(String dir, String role, JobContext job) throws ProblemException, InterruptedException {
        return writing(dir, job, session -> new RecipeChange(now(dir), session).keep(role), role);
    }

    @Override
    public void bring(String dir, String name, String text, JobContext job)
            throws ProblemException, InterruptedException {
        writing(dir, job, session -> new RecipeChange(now(dir), session).bring(name, text));
    }

    private Sheet writing(String dir, JobContext job, Change change, String role)
            throws ProblemException, InterruptedException {
        now(dir).id(role);
        writing(dir, job, change);
        return now(dir).sheet(role);
    }

    private void writing(String dir, JobContext job, Change change) throws ProblemException, InterruptedException {
        String actor = repositories.ground().actor();
        try (WriteSession session = now(dir).repository().store().write(OPERATION, actor, job)) {
            change.in(session);
        }
    }

    @Override
    public List<Earlier> history(String dir, String role) throws ProblemException {
        return saved(dir, role).stream()
                .map(each -> new Earlier(each.number(), each.time(), each.actor(), each.place(), (int)
                        each.text().lines().count()))
                .toList();
    }

    @Override
    public String earlier(String dir, String role, long number) throws ProblemException {
        return saved(dir, role).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .map(RecipeFiles.Saved::text)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("recipe.number", Problem.Category.USAGE, "object", number, "role", role)));
    }

    private List<RecipeFiles.Saved> saved(String dir, String role) throws ProblemException {
        RecipeNow now = now(dir);
        return now.repository().store().recipes().history(now.id(role));
    }

    private RecipeNow now(String dir) throws ProblemException {
        return RecipeNow.of(repositories.open(dir));
    }

    @FunctionalInterface
    private interface Change {
        void in(WriteSession session) throws ProblemException;
    }
}

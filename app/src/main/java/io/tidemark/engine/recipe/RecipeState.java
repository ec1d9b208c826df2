package io.tidemark.engine.recipe;

import io.tidemark.engine.Recipes.Seen;
import io.tidemark.engine.repository.Opened;
import io.tidemark.kind.RecipeReader.Role;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What new versions would be composed of now: the recipe with everything that it reads.
 *
 * @param file where the recipe lies
 * @param digest of all of it
 */
public record RecipeState(String file, String digest) {

    /** As it is; empty where nothing is composed. */
    public static Optional<RecipeState> of(Opened repository) throws ProblemException {
        if (repository.kind().recipes().isEmpty()) {
            return Optional.empty();
        }
        RecipeNow now = RecipeNow.of(repository);
        Role role = now.reader().roles().getFirst();
        if (now.place(role).isEmpty()) {
            return Optional.empty();
        }
        Seen seen = now.seen(role);
        // another process may make the plan than carries it out: the order must be the same in both
        String all = seen.mark() + new TreeMap<>(seen.others());
        return Optional.of(new RecipeState(now.file(now.place(role)).toString(), RecipeNow.mark(all)));
    }

    /** Refuses a plan that was made when they said something else. */
    public void requireIn(Plan plan) throws ProblemException {
        if (!plan.basis().endsWith(digest)) {
            throw new ProblemException(Problem.of("recipe.planned", Problem.Category.REFUSED, "object", file));
        }
    }
}

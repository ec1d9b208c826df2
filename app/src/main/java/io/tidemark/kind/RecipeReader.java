package io.tidemark.kind;

import io.tidemark.job.JobContext;
import io.tidemark.model.Finding;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RecipeDifference;
import io.tidemark.model.Upstream;
import java.nio.file.Path;
import java.util.List;

/**
 * How the texts are read that a kind composes versions of. Texts come from people and are hostile until checked; nothing
 * here writes. Stateless and safe for all threads.
 */
public interface RecipeReader {

    /** What recipes are for: the one of new versions first, the one of what clients follow second. */
    List<Role> roles();

    /** Whether a file of that name can hold a recipe; the end of the name says in which format. */
    boolean accepts(String name);

    /** What stops a text from being composed, and what is likely a slip; faults first, each where it stands. */
    List<Finding> check(Draft draft);

    /**
     * The same of a file that a recipe includes, with the recipe judged as a whole: what only all of it together lacks is found,
     * too.
     *
     * @param head the recipe
     * @param part the file that it includes, as it is typed
     */
    List<Finding> check(Draft head, Draft part);

    /** The recipes right beside a recipe that it includes, readable or not. */
    List<Path> parts(Draft draft);

    /** What differs in meaning; refused where one of them cannot be read. */
    RecipeDifference difference(Draft before, Draft after) throws ProblemException;

    /**
     * Names of the files beside a recipe that composing reads with it.
     *
     * @throws ProblemException where it needs one that does not lie beside it
     */
    List<String> beside(Draft draft) throws ProblemException;

    /** All other files that composing reads with it, wherever they lie and whether they are there; as far as that can be told. */
    List<Path> family(Draft draft);

    /** A sound recipe to begin with, made for the refs of a repository. */
    String example(Path root, Upstream options, Role role) throws ProblemException;

    /**
     * What a recipe becomes when it takes over all that another one says, but for what makes it its own.
     *
     * @param own the recipe as it is, or the example where there is none
     */
    String takeOver(Draft from, Draft own) throws ProblemException;

    /** The program that composes. */
    String program();

    /** Whether that program is on this machine. */
    boolean ready(JobContext job) throws InterruptedException;

    /**
     * What a recipe is for.
     *
     * @param id under which its history is kept
     * @param option the setting that says where it lies: a name for a file kept with the repository, or an absolute path
     * @param usual the name of a file that is made anew
     */
    record Role(String id, String option, String usual, Phrase title) {}

    /**
     * A recipe as it is written.
     *
     * @param file where it lies or would lie; the end of its name says in which format it is
     */
    record Draft(Path file, String text) {}
}

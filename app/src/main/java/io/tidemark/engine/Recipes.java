package io.tidemark.engine;

import io.tidemark.job.JobContext;
import io.tidemark.model.Finding;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RecipeDifference;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts that versions of a repository are composed of ({@code recipes}; treefiles of rpm-ostree): what they say, what is
 * wrong with them, what they said before. They lie with the repository or, by their absolute paths, elsewhere on its machine.
 * Each has a role: the first is what new versions are composed of, the second what clients follow was. A recipe right beside it
 * that it includes is a part of it: wherever a role is asked for but not at {@link #keep} and {@link #takeOver}, {@code dev/base.yaml}
 * means the part {@code base.yaml} of the recipe of the role {@code dev}, and its text is judged with the recipe as a whole.
 */
public interface Recipes {

    /**
     * All of them as they are now, with what is wrong with each.
     *
     * @throws ProblemException {@code recipe.kind} where the kind composes nothing
     */
    Board read(String dir, JobContext job) throws ProblemException, InterruptedException;

    /** What is wrong with a text, before it is saved; quick enough to be asked while somebody types. */
    List<Finding> check(String dir, String role, String text) throws ProblemException;

    /** What is wrong with a file that belongs to no repository. */
    List<Finding> checkFile(String file) throws ProblemException;

    /** What differs in meaning between two texts, written for the roles of that name; refused where one cannot be read. */
    RecipeDifference difference(String dir, Text before, Text after) throws ProblemException;

    /** A sound text to begin with. */
    String example(String dir, String role) throws ProblemException;

    /** What the second recipe becomes when it takes over what the first says, but for what makes it its own; saves nothing. */
    String takeOver(String dir, String text, String own) throws ProblemException;

    /**
     * Saves a text; a role that has none gets a file kept with the repository, and the settings say so.
     *
     * @return the recipe as it is then
     * @throws ProblemException {@code recipe.changed} if somebody else changed the file since it was read, {@code
     *     recipe.beside} if it is another one that composing reads with it, {@code recipe.faults} if the text could not be composed, {@code store.busy} while somebody writes to the repository; in each
     *     case nothing is written
     */
    Sheet save(String dir, Saving saving, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Makes sure that a recipe, and what composing reads with it, is what somebody saw.
     *
     * @throws ProblemException {@code recipe.changed}, {@code recipe.beside}
     */
    void confirm(String dir, Seen seen) throws ProblemException;

    /**
     * Keeps a recipe that lies elsewhere with the repository from now on, with the files beside it that it names. The file
     * elsewhere stays as it is and is not looked at any more.
     *
     * @throws ProblemException where it needs files that do not lie beside it, or other ones of their names are kept already
     */
    Sheet keep(String dir, String role, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Keeps a file beside the recipes that are kept with the repository: what they include, package repositories. It takes
     * the place of one of that name; what that said stays in the history.
     *
     * @throws ProblemException {@code recipe.own} if a recipe itself is called so, {@code recipe.faults} if one includes it
     *     that could not be composed with it
     */
    void bring(String dir, String name, String text, JobContext job) throws ProblemException, InterruptedException;

    /** What was saved for a role, the newest first, without the texts. */
    List<Earlier> history(String dir, String role) throws ProblemException;

    /** A text that was saved once, by its number. */
    String earlier(String dir, String role, long number) throws ProblemException;

    /**
     * All recipes of a repository.
     *
     * @param sheets by the order of the roles
     * @param parts of all of them, each under its role
     * @param program what composes
     * @param ready whether that is on the machine of the repository
     */
    record Board(List<Sheet> sheets, List<Sheet> parts, String program, boolean ready) {
        public Board {
            sheets = List.copyOf(sheets);
            parts = List.copyOf(parts);
        }

        /** One of them, or a part of one. */
        public Optional<Sheet> sheet(String role) {
            return Stream.concat(sheets.stream(), parts.stream())
                    .filter(each -> each.role().equals(role))
                    .findFirst();
        }

        /** The parts of the recipe of a role. */
        public List<Sheet> parts(String role) {
            return parts.stream()
                    .filter(each -> each.role().startsWith(role + "/"))
                    .toList();
        }
    }

    /**
     * One recipe.
     *
     * @param role what it is for: {@code dev}, {@code prod}; of a part {@code dev/base.yaml}
     * @param title the role as people read it
     * @param file where it lies on the machine of the repository; empty where the settings name none
     * @param kept whether it is kept with the repository
     * @param text what it says, empty where there is no file
     * @param mark what the text is recognised by at saving; empty where there is no file
     * @param findings what is wrong with it
     * @param beside names of files beside it that composing reads, too
     * @param others what all other files that composing reads are recognised by, wherever they lie, by their paths
     * @param problem why it cannot be read
     */
    record Sheet(
            String role,
            Phrase title,
            String file,
            boolean kept,
            String text,
            String mark,
            List<Finding> findings,
            List<String> beside,
            Map<String, String> others,
            Optional<Problem> problem) {
        public Sheet {
            findings = List.copyOf(findings);
            beside = List.copyOf(beside);
            others = Collections.unmodifiableMap(new TreeMap<>(others));
        }

        /** Whether there is a file. */
        public boolean there() {
            return !mark.isEmpty();
        }
    }

    /**
     * What somebody read before writing.
     *
     * @param mark what the text was recognised by; empty where there was none
     * @param others what the other files that composing reads were recognised by, by their paths
     */
    record Seen(String role, String mark, Map<String, String> others) {
        public Seen {
            others = Collections.unmodifiableMap(new TreeMap<>(others));
        }

        /** Everything of a recipe. */
        public static Seen of(Sheet sheet) {
            return new Seen(sheet.role(), sheet.mark(), sheet.others());
        }
    }

    /** A text and the role that it is written for. */
    record Text(String role, String text) {}

    /**
     * What is to be saved.
     *
     * @param seen what was read before, of the role that is written
     * @param name of the file where there is none yet, its end saying the format; the usual one when empty
     */
    record Saving(Seen seen, String text, String name) {}

    /**
     * A text that was saved once.
     *
     * @param actor who saved it; empty where somebody wrote the file without this program
     * @param place name of the kept file, or path of another one
     * @param lines how many lines it has
     */
    record Earlier(long number, Instant time, String actor, String place, int lines) {}
}

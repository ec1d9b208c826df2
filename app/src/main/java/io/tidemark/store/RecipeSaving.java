package io.tidemark.store;

import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Names;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Saves recipes: the text goes into the history first, then it replaces the file as a whole, then the journal says so. What
 * somebody else wrote meanwhile goes into the history, too, before it is replaced. Killed between, a text was kept that
 * the file does not say: nothing is lost, and the next saving goes on from what the file says.
 */
final class RecipeSaving {

    private static final int RUN = 0111;

    private final Workbench bench;
    private final Home home;

    RecipeSaving(Workbench bench) {
        this.bench = bench;
        this.home = bench.home;
    }

    /** Saves; durable on return. */
    void save(String id, String place, String text, int mode) throws ProblemException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > RecipeFiles.LARGEST) {
            throw RecipeFiles.wrong(place, bytes.length + " bytes, more than " + RecipeFiles.LARGEST);
        }
        Path file = RecipeFiles.file(home.path, place);
        Optional<String> now = place.startsWith("/") ? RecipeFiles.read(file) : RecipeFiles.text(home, place);
        directories(Names.requireVersion(id));
        if (now.isPresent()) {
            record(id, place, now.get(), "");
        }
        if (!now.equals(Optional.of(text))) {
            write(place, file, bytes, mode, () -> record(id, place, text, bench.actor));
            tell(place);
        }
    }

    private void directories(String id) throws ProblemException {
        home.ensure(home.own, Layout.RECIPES);
        try (Dir recipes = home.dir(Layout.RECIPES)) {
            home.ensure(recipes, Layout.HISTORY);
            try (Dir history = home.dir(Layout.RECIPES + "/" + Layout.HISTORY)) {
                home.ensure(history, id);
                history.fsync();
            }
            recipes.fsync();
        }
        home.own.fsync();
    }

    /** Adds a text to the history unless it is the last one there. */
    private void record(String id, String place, String text, String actor) throws ProblemException {
        List<RecipeFiles.Saved> before = RecipeFiles.history(home, id);
        if (!before.isEmpty() && before.getFirst().text().equals(text)) {
            return;
        }
        long number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
        RecipeFiles.Saved saved =
                new RecipeFiles.Saved(RecipeFiles.Saved.FORMAT, number, bench.clock.instant(), actor, place, text);
        try (Dir dir = home.dir(Layout.RECIPES + "/" + Layout.HISTORY + "/" + id)) {
            home.replace(dir, "%06d".formatted(number) + RecipeFiles.SAVED, Json.write(saved));
        }
    }

    /** A file elsewhere may refuse to be replaced; nothing is said to be saved then. */
    private void write(String place, Path file, byte[] bytes, int mode, DurableFile.Before before)
            throws ProblemException {
        if (place.startsWith("/")) {
            new DurableFile(home.disk, file).replace(bytes, mode, before);
            return;
        }
        before.run();
        Optional<Stat> old = RecipeFiles.stat(home, place);
        int kept = old.isEmpty() ? mode : old.get().permissions() & 0777 | mode & RUN;
        try (Dir dir = home.dir(Layout.RECIPES)) {
            home.replace(dir, place, bytes, kept);
        }
    }

    private void tell(String place) throws ProblemException {
        try {
            bench.note(Deed.of(Event.CONFIGURED, place));
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().in(Problem.State.DONE_BUT), e);
        }
    }
}

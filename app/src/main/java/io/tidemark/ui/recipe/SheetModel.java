package io.tidemark.ui.recipe;

import io.tidemark.engine.Recipes.Saving;
import io.tidemark.engine.Recipes.Seen;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.model.Finding;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import io.tidemark.ui.Drafts;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Ui;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One recipe as it is typed: checked while somebody types, saved when asked, kept as a draft until then. JavaFX thread only. */
public final class SheetModel {

    /** How long nobody types before the text is checked. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Ui ui;
    private final String repository;
    private final String role;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Sheet> saved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Instant>> restored = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final Latest checking;
    private final Consumer<String> saves;
    private Seen seen;
    private int typed;
    private boolean saving;

    /** @param saves is told of the file that was saved */
    SheetModel(Ui ui, String repository, Sheet sheet, Consumer<String> saves) {
        this.ui = ui;
        this.saves = saves;
        this.repository = repository;
        this.role = sheet.role();
        this.checking = ui.bridge().latest();
        Optional<Drafts.Draft> draft = drafts().of(repository, role);
        lay(sheet);
        draft.ifPresentOrElse(this::resume, this::changed);
        text.subscribe((before, now) -> changed());
    }

    private void resume(Drafts.Draft draft) {
        restored.set(drafts().restored(repository, role));
        seen = draft.seen();
        text.set(draft.text());
        changed();
        check();
    }

    /** What it is for. */
    public String role() {
        return role;
    }

    /** Whether it is a file that another recipe includes. */
    public boolean part() {
        return role.contains("/");
    }

    /** What is typed. */
    public StringProperty text() {
        return text;
    }

    /** The recipe as it was read or saved last. */
    public ReadOnlyObjectProperty<Sheet> saved() {
        return saved.getReadOnlyProperty();
    }

    /** What is wrong with what is typed, as far as it was checked. */
    public ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /** Why saving failed. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** When the draft was typed that an earlier run of the program left and that stands here now. */
    public ReadOnlyObjectProperty<Optional<Instant>> restored() {
        return restored.getReadOnlyProperty();
    }

    /** Whether the file says something else than when that was begun. */
    public boolean moved() {
        return !seen.equals(Seen.of(saved.get()));
    }

    /** Whether what is typed is not saved. */
    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    /** How many faults stand in the way of saving. */
    public long faults() {
        return findings.get().stream().filter(Finding::stops).count();
    }

    /** Saves; faults and what others wrote meanwhile stop it, and then nothing is lost on either side. */
    public void save() {
        if (saving) {
            return;
        }
        String now = text.get();
        Saving asked = new Saving(seen, written(now), "");
        saving = true;
        ui.bridge()
                .call(job -> ui.engine().recipes().save(repository, asked, job), sheet -> saved(now, sheet), failed -> {
                    saving = false;
                    problem.set(Optional.of(failed));
                });
    }

    /** A text as fields show it: they drop what is no character of a text, the returns before line ends, too. */
    private static String shown(String text) {
        return text.codePoints().anyMatch(SheetModel::dropped)
                ? text.codePoints()
                        .filter(c -> !dropped(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean dropped(int c) {
        return c < ' ' && c != '\n' && c != '\t' || c == 0x7f;
    }

    /** What is typed with the line ends that the file has. */
    private String written(String typed) {
        return saved.get().text().contains("\r\n") ? typed.replace("\n", "\r\n") : typed;
    }

    /** Forgets what is typed. */
    public void revert() {
        take(saved.get());
    }

    /** Puts a text in place of what is typed; nothing is saved. */
    public void write(String fresh) {
        text.set(shown(fresh));
        check();
    }

    /** Puts a sound text to begin with there. */
    void example() {
        ui.bridge().call(job -> ui.engine().recipes().example(repository, role), this::write);
    }

    /** Keeps the file with the repository from now on. */
    void keep() {
        ui.bridge()
                .call(
                        job -> {
                            ui.engine().recipes().confirm(repository, seen);
                            return ui.engine().recipes().keep(repository, role, job);
                        },
                        kept -> {
                            moved(kept);
                            say("recipe.kept.now");
                        },
                        failed -> problem.set(Optional.of(failed)));
    }

    /** Keeps a file of this machine beside the recipe; a text that is not one is refused there. */
    void bring(Path file) {
        String name = file.getFileName().toString();
        ui.bridge()
                .call(
                        job -> {
                            ui.engine().recipes().bring(repository, name, read(file), job);
                            return name;
                        },
                        brought -> {
                            ui.desk().toasts().say(Severity.GOOD, ui.text("recipe.brought", "file", brought));
                            beside();
                        },
                        failed -> problem.set(Optional.of(failed)));
    }

    private static String read(Path file) throws ProblemException {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            Problem why = Problem.of("recipe.missing", Problem.Category.USAGE, "object", file);
            throw new ProblemException(why.with(unreadable.toString()), unreadable);
        }
    }

    /** What lies beside counts for the findings; the mark stays, for the recipe itself was not looked at. */
    private void beside() {
        problem.set(Optional.empty());
        check();
    }

    /** What this window saved to another file that is read with this one is no news; what others did meanwhile still is. */
    void know(Sheet fresh, String file) {
        Map<String, String> known = new HashMap<>(seen.others());
        fresh.others().forEach((each, mark) -> {
            if (each.equals(file) || !known.containsKey(each)) {
                known.put(each, mark);
            }
        });
        known.keySet().retainAll(fresh.others().keySet());
        seen = new Seen(role, seen.mark(), known);
        changed();
    }

    /** What is on the disk now, where nothing is typed; where something is, that stays and what was read before counts. */
    void refresh(Sheet fresh) {
        if (!dirty.get()) {
            take(fresh);
        }
    }

    /** Reads what somebody else wrote; what is typed stays, and may replace it now that it was seen. */
    void meet(Runnable then) {
        ui.bridge()
                .call(
                        job -> ui.engine().recipes().read(repository, job),
                        board -> board.sheet(role).ifPresent(sheet -> {
                            moved(sheet);
                            then.run();
                        }));
    }

    /** Somebody looked at what it says now; what is typed stays. */
    void met(Sheet sheet) {
        moved(sheet);
    }

    /** Goes on when nobody changed the recipe, or what it reads, since it was read here; says why not otherwise. */
    void confirm(Runnable then, Runnable otherwise) {
        ui.bridge()
                .call(
                        job -> {
                            ui.engine().recipes().confirm(repository, seen);
                            return role;
                        },
                        same -> then.run(),
                        failed -> {
                            problem.set(Optional.of(failed));
                            otherwise.run();
                        });
    }

    void close() {
        checking.cancel();
        typed++;
    }

    private Drafts drafts() {
        return ui.desk().drafts();
    }

    private void saved(String asked, Sheet sheet) {
        saving = false;
        boolean same = text.get().equals(asked);
        moved(sheet);
        if (same) {
            findings.set(sheet.findings());
        }
        ui.desk().inventory().refresh(repository);
        say("recipe.saved");
        saves.accept(sheet.file());
    }

    private void say(String key) {
        ui.desk().toasts().say(Severity.GOOD, ui.text(key, "file", saved.get().file()));
    }

    /** The file is another one, or says something else; what is typed stays. */
    private void moved(Sheet sheet) {
        problem.set(Optional.empty());
        seen = Seen.of(sheet);
        saved.set(sheet);
        changed();
    }

    private void take(Sheet sheet) {
        lay(sheet);
        changed();
        checking.cancel();
        typed++;
    }

    private void lay(Sheet sheet) {
        problem.set(Optional.empty());
        seen = Seen.of(sheet);
        saved.set(sheet);
        text.set(shown(sheet.text()));
        findings.set(sheet.findings());
    }

    private void changed() {
        dirty.set(!text.get().equals(shown(saved.get().text())));
        if (dirty.get()) {
            drafts().keep(repository, role, new Drafts.Draft(text.get(), seen));
        } else {
            drafts().drop(repository, role);
            restored.set(Optional.empty());
        }
        int now = ++typed;
        ui.bridge().after(PAUSE, () -> {
            if (now == typed) {
                check();
            }
        });
    }

    private void check() {
        String asked = text.get();
        checking.call(job -> ui.engine().recipes().check(repository, role, asked), findings::set);
    }
}

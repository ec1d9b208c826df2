package io.tidemark.ui.recipe;

import io.tidemark.engine.Recipes.Board;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.engine.Recipes.Text;
import io.tidemark.model.LineDiff;
import io.tidemark.model.Problem;
import io.tidemark.model.RecipeDifference;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The recipes of one repository: each as it is typed, and what differs between the two. JavaFX thread only. */
public final class RecipeModel {

    private final Ui ui;
    private final String name;
    private final Latest reading;
    private final Latest comparing;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Board>> board = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<SheetModel> sheets = List.of();
    private List<SheetModel> parts = List.of();

    RecipeModel(Ui ui, String name) {
        this.ui = ui;
        this.name = name;
        this.reading = ui.bridge().latest();
        this.comparing = ui.bridge().latest();
    }

    /** Reads them; drafts of before come back. */
    void open() {
        problem.set(Optional.empty());
        reading.call(
                job -> ui.engine().recipes().read(name, job), this::accept, failed -> problem.set(Optional.of(failed)));
    }

    private void accept(Board found) {
        all().forEach(SheetModel::close);
        sheets = models(found.sheets());
        parts = models(found.parts());
        board.set(Optional.of(found));
    }

    private List<SheetModel> models(List<Sheet> found) {
        return found.stream()
                .map(sheet -> new SheetModel(ui, name, sheet, this::saved))
                .toList();
    }

    /** What was saved here is no news to the others; what it includes now may be. */
    private void saved(String file) {
        reading.call(job -> ui.engine().recipes().read(name, job), now -> {
            boolean same = addresses(now.parts())
                    .equals(parts.stream().map(SheetModel::role).toList());
            all().forEach(each -> now.sheet(each.role()).ifPresent(sheet -> each.know(sheet, file)));
            if (!same) {
                accept(now);
            }
        });
    }

    private static List<String> addresses(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::role).toList();
    }

    /** Reads everything again: what is typed stays, what is not is as it is on the disk now. */
    void again(SheetModel asked) {
        reading.call(job -> ui.engine().recipes().read(name, job), now -> {
            now.sheet(asked.role()).ifPresent(asked::met);
            all().forEach(each -> now.sheet(each.role()).ifPresent(each::refresh));
        });
    }

    /** All of them, the parts after the recipes. */
    List<SheetModel> all() {
        return Stream.concat(sheets.stream(), parts.stream()).toList();
    }

    /** What a recipe includes and can be opened. */
    public List<SheetModel> parts(SheetModel whole) {
        return parts.stream()
                .filter(part -> part.role().startsWith(whole.role() + "/"))
                .toList();
    }

    void close() {
        reading.cancel();
        comparing.cancel();
        all().forEach(SheetModel::close);
    }

    String name() {
        return name;
    }

    /** What was read, empty until then. */
    ReadOnlyObjectProperty<Optional<Board>> board() {
        return board.getReadOnlyProperty();
    }

    /** Why it could not be read. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The recipes in the order of their roles. */
    public List<SheetModel> sheets() {
        return sheets;
    }

    /** What new versions are composed of. */
    public SheetModel first() {
        return sheets.getFirst();
    }

    /** What clients follow was composed of. */
    public SheetModel second() {
        return sheets.getLast();
    }

    /** Compares what is typed in both. */
    void compare(Consumer<RecipeDifference> then, Consumer<Problem> failed) {
        Text before = new Text(second().role(), second().text().get());
        Text after = new Text(first().role(), first().text().get());
        comparing.call(job -> ui.engine().recipes().difference(name, before, after), then, failed);
    }

    /** The lines of both as they are typed, that of clients first. */
    List<LineDiff.Row> rows() {
        return LineDiff.of(second().text().get(), first().text().get());
    }

    /** Writes what the first says into the second, but for what makes that its own; saves nothing. */
    void takeOver(Runnable then) {
        String from = first().text().get();
        String own = second().text().get();
        ui.bridge().call(job -> ui.engine().recipes().takeOver(name, from, own), text -> {
            second().write(text);
            then.run();
        });
    }
}

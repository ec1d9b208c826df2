package io.tidemark.ui.deltas;

import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Way;
import io.tidemark.model.JobRecord;
import io.tidemark.model.Problem;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** All pairs of images or commits of one repository, the pair that is picked, the plan and the workers. JavaFX thread only. */
public final class DeltasModel {

    private final Ui ui;
    private final String name;
    private final Latest reading;
    private final PlannerModel planner;
    private final WorkersModel workers;
    private final MatrixLook look = new MatrixLook();
    private final PruneModel prune = new PruneModel();
    private final ReadOnlyObjectWrapper<Optional<Matrix>> matrix = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Grid> grid = new ReadOnlyObjectWrapper<>(Grid.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper commits = new ReadOnlyBooleanWrapper();
    private final StringProperty series = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Pair>> picked = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Pair>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final List<Subscription> listening = new ArrayList<>();
    private Set<Pair> making = Set.of();

    /** A model that has not asked yet. */
    public DeltasModel(Ui ui, String name) {
        this.ui = ui;
        this.name = name;
        reading = ui.bridge().latest();
        planner = new PlannerModel(ui, name);
        workers = new WorkersModel(ui, name);
        planner.onPlan(this::show);
        series.addListener(change -> arrange());
        workers.workers().addListener(change -> worked());
        look.direction().addListener(change -> turn());
    }

    /** Reads what is there, then works the plan out; again whenever a job of this repository ends. */
    public void open(Optional<Pair> pair) {
        picked.set(pair);
        listening.add(ui.jobs().onEnded(this::ended));
        workers.open();
        read(true);
    }

    /** Gives calls up and stops listening. */
    public void close() {
        listening.forEach(Subscription::end);
        workers.close();
        reading.cancel();
        planner.stop();
    }

    /** The name of the repository. */
    public String name() {
        return name;
    }

    /** What is wished for. */
    public PlannerModel planner() {
        return planner;
    }

    /** Who works. */
    public WorkersModel workers() {
        return workers;
    }

    /** How the matrix is seen. */
    MatrixLook look() {
        return look;
    }

    /** What is to be deleted. */
    PruneModel prune() {
        return prune;
    }

    /** All pairs of all series, empty until they were read. */
    public ReadOnlyObjectProperty<Optional<Matrix>> matrix() {
        return matrix.getReadOnlyProperty();
    }

    /** What is shown of them. */
    ReadOnlyObjectProperty<Grid> grid() {
        return grid.getReadOnlyProperty();
    }

    /** What is shown: images, or commits. */
    ReadOnlyBooleanProperty commits() {
        return commits.getReadOnlyProperty();
    }

    /** Why nothing can be shown. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The series that is shown; all images when it is empty. */
    public StringProperty series() {
        return series;
    }

    /** The pair the keyboard is on. */
    public ObjectProperty<Optional<Pair>> picked() {
        return picked;
    }

    /** The pair below the mouse. */
    ObjectProperty<Optional<Pair>> hovered() {
        return hovered;
    }

    /** How the pair that is picked is bridged. */
    public Optional<Cell> cell() {
        return picked.get().flatMap(grid.get()::cell);
    }

    /** Chooses the image that the picked pair starts from for deletion, or takes that back. */
    void togglePruned() {
        matrix.get().ifPresent(all -> picked.get().ifPresent(pair -> prune.toggle(all, pair.from())));
    }

    /** The version that an image or commit is or publishes, empty where there is none. */
    String version(String id) {
        return matrix.get().stream()
                .flatMap(all -> all.images().stream())
                .filter(image -> image.id().equals(id) && !id.equals(Images.NOTHING))
                .map(Image::version)
                .findFirst()
                .orElse("");
    }

    /** Goes on by rows and columns; the diagonal, where nothing is, is leapt over. */
    public void move(int rows, int columns) {
        Grid now = grid.get();
        if (now.size() < 2) {
            return;
        }
        Pair at = picked.get().filter(now::has).orElseGet(() -> newest(now));
        int row = now.place(at.from()) + rows;
        int column = now.place(at.to()) + columns;
        if (row == column) {
            row += rows;
            column += columns;
        }
        boolean inside = Math.min(row, column) >= 0 && Math.max(row, column) < now.size();
        boolean shown = inside && look.direction().get().shows(row, column);
        picked.set(Optional.of(shown ? now.pair(row, column) : at));
    }

    /** The picked pair is among those that are shown. */
    private void turn() {
        picked.set(picked.get().filter(grid.get()::has).flatMap(pair -> look.shown(grid.get(), pair)));
    }

    /** Shows one series by name, or all. */
    public void choose(String wanted) {
        series.set(wanted);
    }

    /** Reads everything again. */
    void refresh() {
        read(true);
    }

    private void read(boolean plan) {
        reading.call(
                job -> new Given(
                        ui.engine().views().status(name), ui.engine().images().matrix(name)),
                given -> accept(given, plan),
                failed -> problem.set(Optional.of(failed)));
    }

    private void accept(Given given, boolean plan) {
        problem.set(Optional.empty());
        boolean first = matrix.get().isEmpty();
        Matrix seen = named(given.matrix());
        commits.set(seen.between() == Between.COMMITS);
        if (first) {
            matrix.set(Optional.of(seen));
            series.set(seriesOf(seen, picked.get()));
        }
        planner.settings(given.status().config().upstream(), seen.between());
        show(planner.planned().get().map(old -> merged(old, seen)).orElse(seen));
        if (plan) {
            planner.replan();
        }
    }

    private void show(Matrix planned) {
        Matrix now = named(planned);
        matrix.set(Optional.of(now));
        workers.call(names(now));
        if (!now.series().containsKey(series.get())) {
            series.set("");
        }
        arrange();
    }

    /** What needs nothing to begin with is called so in the reader's language. */
    private Matrix named(Matrix seen) {
        List<Image> images = seen.images().stream()
                .map(image -> image.id().equals(Images.NOTHING)
                        ? new Image(image.id(), ui.text("deltas.commits.nothing"), 0, -1)
                        : image)
                .toList();
        return new Matrix(
                images, seen.series(), seen.cells(), seen.bytes(), seen.fresh(), seen.saved(), seen.between());
    }

    /** Commits are called by the repository in which they lie, and their version. */
    private static Map<String, String> names(Matrix now) {
        Map<String, String> names = new HashMap<>();
        if (now.between() == Between.COMMITS) {
            now.images()
                    .forEach(image -> names.put(
                            image.id(), image.id().substring(0, image.id().lastIndexOf('/') + 1) + image.label()));
        }
        return names;
    }

    private void arrange() {
        if (matrix.get().isEmpty()) {
            return;
        }
        Grid now = matrix.get().map(all -> Grid.of(all, series.get())).orElse(Grid.EMPTY);
        matrix.get().ifPresent(prune::keepTo);
        grid.set(now);
        hovered.set(Optional.empty());
        boolean lost = picked.get().filter(now::has).isEmpty();
        if (lost) {
            picked.set(now.size() < 2 ? Optional.empty() : look.shown(now, newest(now)));
        }
    }

    /** The pair that most clients are at: from the last image but one to the last. */
    private static Pair newest(Grid now) {
        return now.pair(now.size() - 2, now.size() - 1);
    }

    /** The series that has the pair; without a pair, the one with the newest image. */
    private static String seriesOf(Matrix matrix, Optional<Pair> pair) {
        Optional<Pair> there = pair.filter(Grid.of(matrix, "")::has);
        if (there.isPresent()) {
            return matrix.series().entrySet().stream()
                    .filter(each -> each.getValue().contains(there.get().from())
                            && each.getValue().contains(there.get().to()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .findFirst()
                    .orElse("");
        }
        for (var image : matrix.images().reversed()) {
            for (Map.Entry<String, List<String>> each : matrix.series().entrySet()) {
                if (each.getValue().contains(image.id())) {
                    return each.getKey();
                }
            }
        }
        return "";
    }

    /** A plan with what has come to be since. */
    private static Matrix merged(Matrix plan, Matrix seen) {
        if (!plan.images().equals(seen.images()) || !plan.series().equals(seen.series())) {
            return seen;
        }
        Map<Pair, Cell> cells = new LinkedHashMap<>();
        plan.cells().forEach(cell -> cells.put(new Pair(cell.from(), cell.to()), cell));
        Map<Pair, Cell> made = new HashMap<>();
        seen.cells().stream()
                .filter(cell -> cell.way() == Way.EXISTS)
                .forEach(cell -> made.put(new Pair(cell.from(), cell.to()), cell));
        cells.putAll(made);
        return new Matrix(
                plan.images(),
                plan.series(),
                List.copyOf(cells.values()),
                plan.bytes(),
                plan.fresh(),
                plan.saved(),
                plan.between());
    }

    /** When workers go on to other pairs, deltas may be there, or images that were not. */
    private void worked() {
        Set<Pair> now = new HashSet<>();
        workers.workers().get().busy().forEach(worker -> now.add(new Pair(worker.from(), worker.to())));
        if (!now.equals(making)) {
            read(false);
        }
        making = now;
    }

    private void ended(JobRecord job) {
        if (job.plan().repository().equals(name) || job.plan().operation().dir().equals(name)) {
            read(true);
        }
    }

    private record Given(RepositoryStatus status, Matrix matrix) {}
}

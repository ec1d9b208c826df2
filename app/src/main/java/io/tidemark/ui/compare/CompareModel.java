package io.tidemark.ui.compare;

import io.tidemark.job.JobContext;
import io.tidemark.model.Comparison;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Two versions of one repository side by side. Used on the JavaFX thread. */
public final class CompareModel {

    private final Ui ui;
    private final Place.Compare place;
    private final Latest asking;
    private final PackagesModel packages = new PackagesModel();
    private final FilesModel files;
    private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper images = new ReadOnlyBooleanWrapper();

    CompareModel(Ui ui, Place.Compare place) {
        this.ui = ui;
        this.place = place;
        this.asking = ui.bridge().latest();
        this.files = new FilesModel(ui.engine().views(), ui.bridge(), place);
    }

    /** What is compared. */
    public Place.Compare place() {
        return place;
    }

    /** The comparison, or null until it has come. */
    public ReadOnlyObjectProperty<Comparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /** Why it cannot be made, or null. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether both versions are images, so that there is a block map. */
    public ReadOnlyBooleanProperty images() {
        return images.getReadOnlyProperty();
    }

    /** The changed packages. */
    public PackagesModel packages() {
        return packages;
    }

    /** The changed files. */
    public FilesModel files() {
        return files;
    }

    /** Asks the engine. */
    public void load() {
        problem.set(null);
        ui.bridge().call(job -> ui.engine().images().has(place.name()), images::set, unknown -> images.set(false));
        asking.call(
                job -> ui.engine().views().compare(place.name(), place.before(), place.after(), job),
                this::show,
                problem::set);
    }

    /** Gives the question up. */
    void leave() {
        asking.cancel();
    }

    /** Looks from the other side. */
    public void swap() {
        ui.desk().navigator().replace(new Place.Compare(place.name(), place.after(), place.before()));
    }

    /** Goes to the map of what changed inside the image. */
    public void blocks() {
        ui.go(new Place.Blocks(place.name(), new Place.Pair(place.before(), place.after())));
    }

    /** Writes everything to a file: a table when its name ends in {@code .csv}, else text. */
    public void export(Path file) {
        Comparison shown = comparison.get();
        ui.bridge()
                .call(
                        job -> write(shown, file, job),
                        done -> ui.desk()
                                .toasts()
                                .say(Severity.GOOD, ui.text("compare.exported", "file", done.toString())));
    }

    private void show(Comparison found) {
        packages.show(found.packages());
        files.show(found);
        comparison.set(found);
    }

    /** The file appears whole or not at all. */
    private Path write(Comparison shown, Path file, JobContext job) throws ProblemException, InterruptedException {
        boolean table = file.getFileName().toString().endsWith(".csv");
        Report report = table ? new CsvReport() : new TextReport(place.name(), ui.texts());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                report.write(shown, files.all(job), out);
            }
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Problem failed =
                    Problem.of("compare.export", Problem.Category.STORAGE, "object", file, "why", e.getMessage());
            throw new ProblemException(failed, e);
        }
    }
}

package io.tidemark.ui.blocks;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.ChangedFile;
import io.tidemark.engine.Images.Contents;
import io.tidemark.engine.Images.Owners;
import io.tidemark.engine.Images.Span;
import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.ProgressSample;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Place;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What changed inside an image, the cell that is picked, and the work that finds it out. JavaFX thread only. */
public final class BlocksModel {

    private static final Duration PACE = Duration.ofMillis(200);

    private final Ui ui;
    private final Place.Blocks place;
    private final Latest asking;
    private final AtomicReference<JobContext> asked = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<Optional<BlockMap>> map = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ProgressSample> progress = new ReadOnlyObjectWrapper<>(ProgressSample.none());
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Curve> curve = new SimpleObjectProperty<>(Curve.HILBERT);
    private final IntegerProperty picked = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<Optional<ChangedFile>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final IntegerProperty hovered = new SimpleIntegerProperty(-1);
    private Subscription watching = () -> {};

    /** A model that has not asked yet. */
    public BlocksModel(Ui ui, Place.Blocks place) {
        this.ui = ui;
        this.place = place;
        asking = ui.bridge().latest();
    }

    /** Compares the images. */
    public void open() {
        problem.set(Optional.empty());
        comparing.set(true);
        watching = ui.bridge().repeat(PACE, this::look);
        asking.call(this::compare, this::accept, this::failed);
    }

    /** Gives the comparison up; it can be asked for again. */
    public void stop() {
        asking.cancel();
        end();
    }

    /** What is compared. */
    public Place.Blocks place() {
        return place;
    }

    /** What was found, empty until then. */
    public ReadOnlyObjectProperty<Optional<BlockMap>> map() {
        return map.getReadOnlyProperty();
    }

    /** Why nothing was found. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** How far the comparison is. */
    ReadOnlyObjectProperty<ProgressSample> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the images are being compared. */
    public ReadOnlyBooleanProperty comparing() {
        return comparing.getReadOnlyProperty();
    }

    /** How cells fill the picture. */
    ObjectProperty<Curve> curve() {
        return curve;
    }

    /** The cell that the keyboard is on, from 0. */
    public ReadOnlyIntegerProperty picked() {
        return picked;
    }

    /** The file that is marked in the map. */
    public ReadOnlyObjectProperty<Optional<ChangedFile>> file() {
        return file.getReadOnlyProperty();
    }

    /** Goes to a cell; of the files that lie there the one that changed most is marked. */
    public void pick(int cell) {
        picked.set(cell);
        Owners here = owners(cell);
        file.set(contents().files().stream()
                .filter(each -> here.files().contains(each.path()))
                .findFirst());
    }

    /** Marks a file, and goes to the cell of it that changed most. */
    public void choose(ChangedFile wanted) {
        file.set(Optional.of(wanted));
        int best = -1;
        for (Span span : wanted.spans()) {
            for (int cell = span.first(); cell <= span.last() && cell < cells(); cell++) {
                best = best < 0 || changed(cell) > changed(best) ? cell : best;
            }
        }
        picked.set(best < 0 ? picked.get() : best);
    }

    /** The files that lie in a cell, as far as that is known. */
    Owners owners(int cell) {
        List<Owners> all = contents().owners();
        return cell >= 0 && cell < all.size() ? all.get(cell) : new Owners(List.of(), 0);
    }

    /** What is known of the files inside. */
    Contents contents() {
        return map.get().map(BlockMap::contents).orElse(Contents.none());
    }

    /** How many thousandths of a cell are new. */
    int changed(int cell) {
        return map.get().map(found -> found.permille().get(cell)).orElse(0);
    }

    /** Where the marked file lies. */
    BitSet marked() {
        BitSet marked = new BitSet();
        file.get().ifPresent(each -> each.spans().forEach(span -> marked.set(span.first(), span.last() + 1)));
        return marked;
    }

    /** The cell below the mouse, or -1. */
    IntegerProperty hovered() {
        return hovered;
    }

    /** How many cells there are. */
    int cells() {
        return map.get().map(found -> found.permille().size()).orElse(0);
    }

    /** Cells along one side of the picture. */
    int side() {
        return Curve.side(cells());
    }

    /** The cell at a place of the picture, or -1 where none is. */
    int at(int x, int y) {
        int side = side();
        boolean inside = Math.min(x, y) >= 0 && Math.max(x, y) < side;
        int cell = inside ? curve.get().position(side, x, y) : -1;
        return cell < cells() ? cell : -1;
    }

    /** Goes on in the picture; where no cell is, one stays. */
    public void move(int byX, int byY) {
        int side = side();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (at(x, y) == picked.get()) {
                    int next = at(x + byX, y + byY);
                    pick(next < 0 ? picked.get() : next);
                    return;
                }
            }
        }
    }

    /** Turns the comparison round. */
    void swap() {
        ui.desk()
                .navigator()
                .replace(new Place.Blocks(place.name(), place.pair().turned()));
    }

    private BlockMap compare(JobContext job) throws ProblemException, InterruptedException {
        asked.set(job);
        return ui.engine()
                .images()
                .compare(place.name(), place.pair().from(), place.pair().to(), job);
    }

    private void look() {
        Optional.ofNullable(asked.get())
                .ifPresent(job -> progress.set(job.progress().sample()));
    }

    private void accept(BlockMap found) {
        end();
        picked.set(most(found));
        map.set(Optional.of(found));
        pick(picked.get());
    }

    /** The first of the cells that changed most: there one wants to look. */
    private static int most(BlockMap found) {
        int best = 0;
        for (int i = 0; i < found.permille().size(); i++) {
            best = found.permille().get(i) > found.permille().get(best) ? i : best;
        }
        return best;
    }

    private void failed(Problem why) {
        end();
        problem.set(Optional.of(why));
    }

    private void end() {
        watching.end();
        comparing.set(false);
    }
}

package io.tidemark.ui.compare;

import io.tidemark.engine.Views;
import io.tidemark.job.JobContext;
import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.DirectoryChange;
import io.tidemark.model.FileChange;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/**
 * The changed files of a comparison: as a tree rolled up by directory, or as a flat list of which only the pages on the
 * screen are fetched. A text filter speaks about paths, so it always shows the list. Used on the JavaFX thread.
 */
public final class FilesModel {

    private final Views views;
    private final FxBridge bridge;
    private final Place.Compare place;
    private final Latest first;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableSet<FileChange.Kind> chosen = FXCollections.observableSet();
    private final BooleanProperty tree = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<PagedChanges> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Directory> root = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private Map<FileChange.Kind, Long> totals = Map.of();

    FilesModel(Views views, FxBridge bridge, Place.Compare place) {
        this.views = views;
        this.bridge = bridge;
        this.place = place;
        this.first = bridge.latest();
        filter.addListener((_, _, _) -> refresh());
        tree.addListener((_, _, _) -> refresh());
        chosen.addListener((SetChangeListener<FileChange.Kind>) _ -> refresh());
    }

    /** Text that the path must contain, ignoring case. */
    public StringProperty filter() {
        return filter;
    }

    /** The chips that are on; none means all. */
    public ObservableSet<FileChange.Kind> chosen() {
        return chosen;
    }

    /** Whether the tree is wanted. */
    public BooleanProperty tree() {
        return tree;
    }

    /** Whether the tree is on show: wanted, and no filter speaks against it. */
    public boolean showsTree() {
        return tree.get() && filter.get().isBlank();
    }

    /** The rows of the flat list; null until the first page has come. */
    public ReadOnlyObjectProperty<PagedChanges> rows() {
        return rows.getReadOnlyProperty();
    }

    /** The tree of directories; null until the comparison has come. */
    public ReadOnlyObjectProperty<Directory> root() {
        return root.getReadOnlyProperty();
    }

    /** Why files could not be read, or null. */
    public ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** How many files there are of a kind of change. */
    public long count(FileChange.Kind kind) {
        return totals.getOrDefault(kind, 0L);
    }

    /** How many changed files there are. */
    public long count() {
        return totals.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Turns a chip on or off. */
    public void toggle(FileChange.Kind kind) {
        if (!chosen.remove(kind)) {
            chosen.add(kind);
        }
    }

    /** Changes of the chosen kinds below a directory. */
    long count(Directory directory) {
        return count(directory.total());
    }

    /** Changes of the chosen kinds that a directory counts itself. */
    long own(Directory directory) {
        return count(directory.own());
    }

    private long count(DirectoryChange changes) {
        Collection<FileChange.Kind> counted = chosen.isEmpty() ? kinds() : chosen;
        return counted.stream().mapToLong(kind -> of(changes, kind)).sum();
    }

    /** Brings some of the files below a directory, in path order; the tree shows those that lie right in it. */
    void below(Directory directory, long offset, Consumer<ChangePage> then) {
        Set<FileChange.Kind> kinds = Set.copyOf(chosen);
        String prefix = directory.path().isEmpty() ? "" : directory.path() + "/";
        bridge.call(job -> page(kinds, prefix, offset, job), then::accept, problem::set);
    }

    void show(Comparison comparison) {
        totals = comparison.files();
        root.set(Directory.tree(comparison.directories()));
        refresh();
    }

    private void refresh() {
        problem.set(null);
        first.cancel();
        if (totals.isEmpty() || showsTree()) {
            return;
        }
        Set<FileChange.Kind> kinds = Set.copyOf(chosen);
        String text = filter.get().strip();
        first.call(job -> page(kinds, text, 0, job), page -> begin(kinds, text, page), problem::set);
    }

    private void begin(Set<FileChange.Kind> kinds, String text, ChangePage page) {
        PagedChanges[] list = new PagedChanges[1];
        list[0] = new PagedChanges(
                page.total(),
                offset -> bridge.call(job -> page(kinds, text, offset, job), list[0]::deliver, why -> {
                    list[0].failed(offset);
                    problem.set(why);
                }));
        list[0].deliver(page);
        rows.set(list[0]);
    }

    private ChangePage page(Set<FileChange.Kind> kinds, String text, long offset, JobContext job)
            throws ProblemException, InterruptedException {
        return views.changes(place.name(), place.before(), place.after(), kinds, text, offset, PagedChanges.PAGE, job);
    }

    /** All changes, page by page, for a report. */
    Report.Pages all(JobContext job) {
        return offset -> page(Set.of(), "", offset, job);
    }

    private static long of(DirectoryChange total, FileChange.Kind kind) {
        return switch (kind) {
            case ADDED -> total.added();
            case REMOVED -> total.removed();
            case CHANGED -> total.changed();
            case MOVED -> total.moved();
        };
    }

    /** The order in which chips stand. */
    static List<FileChange.Kind> kinds() {
        return List.of(FileChange.Kind.CHANGED, FileChange.Kind.ADDED, FileChange.Kind.REMOVED, FileChange.Kind.MOVED);
    }
}

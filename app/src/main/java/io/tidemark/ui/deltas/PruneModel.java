package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Way;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** Which images are to be deleted, and what goes with them. Deletes nothing itself; JavaFX thread only. */
final class PruneModel {

    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ObservableSet<String> chosen = FXCollections.observableSet(new LinkedHashSet<>());

    /**
     * What pruning costs.
     *
     * @param deltas how many deltas start from the images or lead to them
     * @param bytes of those deltas
     * @param images bytes of the images themselves
     * @param chains how many other pairs lose their way through one of the images
     */
    record Loss(int deltas, long bytes, long images, int chains) {}

    /** Whether images are being chosen. */
    BooleanProperty active() {
        return active;
    }

    /** Names of the chosen images. */
    ObservableSet<String> chosen() {
        return chosen;
    }

    /** Chooses an image, or takes that back; images that lead a series stay. */
    void toggle(Matrix matrix, String image) {
        if (active.get() && !leads(matrix, image) && !chosen.remove(image)) {
            chosen.add(image);
        }
    }

    /** Chooses nothing any more. */
    void end() {
        chosen.clear();
        active.set(false);
    }

    /** Forgets images that are gone. */
    void keepTo(Matrix matrix) {
        chosen.retainAll(matrix.images().stream().map(Image::id).toList());
    }

    /** Whether a pair goes with the chosen images. */
    boolean takes(Cell cell) {
        return ends(cell) || cell.way() == Way.CHAIN && !Collections.disjoint(cell.via(), chosen);
    }

    Loss loss(Matrix matrix) {
        List<Cell> gone = matrix.cells().stream()
                .filter(cell -> cell.way() == Way.EXISTS && ends(cell))
                .toList();
        long chains = matrix.cells().stream()
                .filter(cell -> cell.way() == Way.CHAIN && !ends(cell) && takes(cell))
                .count();
        long images = matrix.images().stream()
                .filter(image -> chosen.contains(image.id()))
                .mapToLong(Image::size)
                .sum();
        long bytes = gone.stream().mapToLong(Cell::bytes).sum();
        return new Loss(gone.size(), bytes, images, (int) chains);
    }

    /** The series that have to be published without the chosen images first, with what stays in them. */
    Map<String, List<String>> series(Matrix matrix) {
        Map<String, List<String>> without = new LinkedHashMap<>();
        matrix.series().forEach((name, members) -> {
            List<String> left =
                    members.stream().filter(image -> !chosen.contains(image)).toList();
            if (left.size() < members.size()) {
                without.put(name, left);
            }
        });
        return without;
    }

    /** Whether clients of a series are sent to this image: only a rollback takes such a one away. */
    static boolean leads(Matrix matrix, String image) {
        return matrix.series().values().stream()
                .anyMatch(members -> !members.isEmpty() && members.getLast().equals(image));
    }

    private boolean ends(Cell cell) {
        return chosen.contains(cell.from()) || chosen.contains(cell.to());
    }
}

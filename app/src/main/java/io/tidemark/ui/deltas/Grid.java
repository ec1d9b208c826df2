package io.tidemark.ui.deltas;

import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Way;
import io.tidemark.ui.Place.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images of one series, or all, oldest first, and how each leads to each other one. Immutable. */
final class Grid {

    static final Grid EMPTY = new Grid(List.of(), Map.of(), Between.IMAGES);

    /** With more images than these, cells are too small for words. */
    private static final int LEGIBLE = 16;

    private final List<Image> images;
    private final List<String> stamps;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Pair, Cell> cells;
    private final Between between;

    private Grid(List<Image> images, Map<Pair, Cell> cells, Between between) {
        this.images = List.copyOf(images);
        List<String> labels = images.stream().map(Image::label).toList();
        this.between = between;
        this.stamps = commits() ? labels : Stamps.of(labels);
        this.cells = cells;
        for (int i = 0; i < images.size(); i++) {
            places.put(images.get(i).id(), i);
        }
    }

    /** What a matrix says of a series; of all images when its name is empty. */
    static Grid of(Matrix matrix, String series) {
        List<String> members = matrix.series().getOrDefault(series, List.of());
        List<Image> images = matrix.images().stream()
                .filter(image -> series.isEmpty() || members.contains(image.id()))
                .toList();
        Map<Pair, Cell> cells = new LinkedHashMap<>();
        matrix.cells().forEach(cell -> cells.put(new Pair(cell.from(), cell.to()), cell));
        return new Grid(images, cells, matrix.between());
    }

    /** Whether these are commits. */
    boolean commits() {
        return between == Between.COMMITS;
    }

    int size() {
        return images.size();
    }

    /** How many there are beside nothing, with which a delta may begin too. */
    int members() {
        return size() - (place(Images.NOTHING) < 0 ? 0 : 1);
    }

    boolean legible() {
        return size() <= LEGIBLE;
    }

    Image image(int place) {
        return images.get(place);
    }

    /** Whether anybody said how many clients run an image. */
    boolean counted() {
        return images.stream().anyMatch(image -> image.clients() >= 0);
    }

    /** Clients of all images together, as far as they are counted. */
    long clients() {
        return images.stream().mapToLong(image -> Math.max(0, image.clients())).sum();
    }

    /** The short name of an image. */
    String stamp(int place) {
        return stamps.get(place);
    }

    /** Where an image stands, -1 where it does not. */
    int place(String id) {
        return places.getOrDefault(id, -1);
    }

    Pair pair(int row, int column) {
        return new Pair(images.get(row).id(), images.get(column).id());
    }

    boolean has(Pair pair) {
        return places.containsKey(pair.from()) && places.containsKey(pair.to());
    }

    /** How the clients of one image get to the other; empty where nobody asked. */
    Optional<Cell> cell(Pair pair) {
        return Optional.ofNullable(cells.get(pair));
    }

    /** What a client fetches as a share of the whole image, -1 while it is not known. */
    double share(Cell cell) {
        int place = place(cell.to());
        long whole = place < 0 ? 0 : images.get(place).size();
        return cell.bytes() < 0 || whole <= 0 ? -1 : (double) cell.bytes() / whole;
    }

    /** The cells of one way among the images shown. */
    List<Cell> on(Way way) {
        List<Cell> found = new ArrayList<>();
        cells.forEach((pair, cell) -> {
            if (cell.way() == way && has(pair)) {
                found.add(cell);
            }
        });
        return found;
    }

    /** Bytes of the cells of one way, those left out that nobody knows. */
    long bytes(Way way) {
        return on(way).stream().mapToLong(cell -> Math.max(0, cell.bytes())).sum();
    }
}

package io.tidemark.ui;

import io.tidemark.engine.Images;
import io.tidemark.job.JobContext;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProgressSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The images of the sample: only the repository {@link SamplePuavo#NAME} has some. Remembers what it was asked; a test may
 * put workers to work and more images on the shelf.
 */
public final class SampleImages implements Images {

    private static final int CELLS = 4096;

    private final AtomicReference<Wish> wished = new AtomicReference<>();
    private final AtomicReference<Workers> workers = new AtomicReference<>(Workers.none());
    private final AtomicReference<BlockMap> map = new AtomicReference<>();
    private final AtomicBoolean first = new AtomicBoolean();
    private final AtomicLong saved = new AtomicLong(218_000_000_000L);
    private final AtomicInteger many = new AtomicInteger();

    /** What the last plan was asked for, or null. */
    public Wish wished() {
        return wished.get();
    }

    /** Shows a series of so many images instead. */
    public void shelf(int images) {
        many.set(images);
    }

    /** Lets two workers work, with three pairs waiting. */
    public void work() {
        Worker one = new Worker(
                0,
                SamplePuavo.buster(1),
                SamplePuavo.buster(3),
                new ProgressSample("delta", 0, -1, 3_400_000_000L, 4_790_000_000L, 1_060_000_000L));
        Worker other = new Worker(
                1,
                SamplePuavo.buster(0),
                SamplePuavo.buster(3),
                new ProgressSample("prove", 0, -1, 900_000_000L, 4_790_000_000L, 840_000_000L));
        workers.set(
                new Workers(2, List.of(one, other), List.of(pair(0, 2), pair(0, 1), pair(3, 1)), List.of(pair(3, 2))));
    }

    /** Lets two workers work on commits. */
    public void workOnCommits() {
        workers.set(new Workers(
                2,
                List.of(
                        new Worker(
                                0,
                                SampleKinoite.commit("prod", 1),
                                SampleKinoite.commit("prod", 4),
                                new ProgressSample("static-delta", 0, -1, 0, -1, 0)),
                        new Worker(
                                1,
                                SampleKinoite.commit("dev", 0),
                                SampleKinoite.commit("dev", 4),
                                new ProgressSample("prove", 0, -1, 0, -1, 0))),
                List.of(new Pair(SampleKinoite.commit("prod", 0), SampleKinoite.commit("prod", 4))),
                List.of()));
    }

    /** Lets the same workers work on images that no series has yet. */
    public void begin() {
        first.set(true);
        work();
    }

    private static Pair pair(int from, int to) {
        return new Pair(SamplePuavo.buster(from), SamplePuavo.buster(to));
    }

    /** Finds two images the same, or whatever a test wants. */
    public void find(BlockMap found) {
        map.set(found);
    }

    @Override
    public boolean has(String dir) {
        return dir.endsWith(SamplePuavo.NAME);
    }

    @Override
    public Between between(String dir) {
        if (dir.endsWith(SampleKinoite.NAME)) {
            return Between.COMMITS;
        }
        return has(dir) ? Between.IMAGES : Between.NOTHING;
    }

    @Override
    public Matrix matrix(String dir) {
        if (dir.endsWith(SampleKinoite.NAME)) {
            return SampleKinoite.matrix(1);
        }
        return new Matrix(images(), series(), cells(3, true), 0, 0, -1);
    }

    @Override
    public Matrix plan(String dir, Wish wish, JobContext job) {
        wished.set(wish);
        if (dir.endsWith(SampleKinoite.NAME)) {
            return SampleKinoite.matrix(wish.targets().orElse(1));
        }
        List<Cell> cells =
                within(cells(wish.targets().orElse(3), false), wish.budget().orElse(Long.MAX_VALUE));
        long bytes = sum(cells, Way.EXISTS) + sum(cells, Way.PLANNED);
        return new Matrix(images(), series(), cells, bytes, sum(cells, Way.PLANNED), saved.get());
    }

    @Override
    public Workers workers(String dir) {
        return workers.get();
    }

    @Override
    public void widen(String dir, int width) {
        Workers now = workers.get();
        workers.set(new Workers(width, now.busy(), now.waiting(), now.done()));
    }

    @Override
    public Procedure procedure(String kind, String images, Optional<String> workTree) {
        return new Procedure(Map.of(), Map.of());
    }

    @Override
    public List<String> configure(String kind, String images, String mirror, String base, String workTree) {
        return List.of();
    }

    @Override
    public BlockMap compare(String dir, String from, String to, JobContext job) {
        return map.get() != null ? map.get() : patchy();
    }

    /** What does not fit into the budget is sent whole. */
    private static List<Cell> within(List<Cell> cells, long budget) {
        List<Cell> left = new ArrayList<>();
        long spent = sum(cells, Way.EXISTS);
        for (Cell cell : cells) {
            boolean fits = cell.way() != Way.PLANNED || spent + cell.bytes() <= budget;
            spent += fits && cell.way() == Way.PLANNED ? cell.bytes() : 0;
            Phrase why = Phrase.of("delta.reason.full.budget", "bytes", cell.bytes(), "budget", budget);
            left.add(fits ? cell : new Cell(cell.from(), cell.to(), Way.FULL, SamplePuavo.SIZE, List.of(), why));
        }
        return left;
    }

    private static long sum(List<Cell> cells, Way way) {
        return cells.stream()
                .filter(cell -> cell.way() == way)
                .mapToLong(cell -> Math.max(0, cell.bytes()))
                .sum();
    }

    private Map<String, List<String>> series() {
        if (first.get()) {
            return Map.of();
        }
        return many.get() == 0
                ? SamplePuavo.series()
                : Map.of(SamplePuavo.BUSTER, images().stream().map(Image::id).toList());
    }

    private List<Image> images() {
        if (many.get() == 0) {
            return SamplePuavo.images().stream()
                    .map(id -> new Image(id, SamplePuavo.stamp(id), SamplePuavo.SIZE, SamplePuavo.clients(id)))
                    .toList();
        }
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < many.get(); i++) {
            String stamp = "20%02d-%02d-%02d-120000".formatted(18 + i / 336, 1 + i / 28 % 12, 1 + i % 28);
            images.add(new Image("puavo-os-amxa-buster-" + stamp + "-amd64", stamp, SamplePuavo.SIZE, -1));
        }
        return images;
    }

    /** Quickly only those that are there or asked for, without sizes; a plan knows all. */
    private List<Cell> cells(int targets, boolean quick) {
        List<Cell> cells = new ArrayList<>();
        new LinkedHashMap<>(series()).forEach((name, members) -> {
            for (int row = 0; row < members.size(); row++) {
                for (int column = 0; column < members.size(); column++) {
                    if (row != column) {
                        Cell cell = cell(members, row, column, targets, quick);
                        if (!quick || cell.way() == Way.EXISTS || cell.way() == Way.PLANNED) {
                            cells.add(cell);
                        }
                    }
                }
            }
        });
        return cells;
    }

    private static Cell cell(List<String> members, int row, int column, int targets, boolean quick) {
        String from = members.get(row);
        String to = members.get(column);
        long apart = Math.abs(row - column);
        long bytes = 240_000_000L * apart + 70_000_000L * ((row * 3L + column * 5L) % 4);
        boolean target = column >= members.size() - targets;
        if (target && column >= members.size() - 2 && apart == 1) {
            return new Cell(
                    from, to, Way.EXISTS, bytes, List.of(), Phrase.of("delta.reason.exists"), OptionalLong.of(14_000));
        }
        if (target && bytes < SamplePuavo.SIZE * 0.6) {
            Phrase reason = Phrase.of("delta.reason.policy", "count", targets);
            return new Cell(from, to, Way.PLANNED, quick ? -1 : bytes, List.of(), reason);
        }
        if (apart == 1) {
            Phrase reason = Phrase.of("delta.reason.full.policy");
            return new Cell(from, to, Way.FULL, SamplePuavo.SIZE, List.of(), reason);
        }
        String via = members.get(members.size() - 1);
        Phrase reason = Phrase.of("delta.reason.chain.policy", "via", via);
        return new Cell(from, to, Way.CHAIN, bytes * 2, List.of(via), reason);
    }

    /** Most is the same; a few parts are new, some only a little. */
    private static BlockMap patchy() {
        List<Integer> permille = new ArrayList<>();
        long changed = 0;
        long cell = 1_180_000;
        for (int i = 0; i < CELLS; i++) {
            boolean part = i / 220 % 4 == 1 && i % 220 < 160;
            int here = part ? Math.min(1000, i * 7919 % 1300) : i % 97 == 5 ? 120 : 0;
            permille.add(here);
            changed += cell * here / 1000;
        }
        return new BlockMap(
                CELLS * cell,
                cell,
                permille,
                changed,
                new DeltaSizes(changed * 6 / 10, changed * 5 / 10, true),
                new Contents(Told.PLACES, owners(), FILES));
    }

    /** Files that changed lie where the patches are. */
    private static final List<ChangedFile> FILES = List.of(
            file("usr/lib/modules/5.10.0-10-amd64/modules.dep.bin", 298_000_000, 301_000_000, 180, new Span(220, 379)),
            file("usr/lib/firefox-esr/libxul.so", 134_000_000, 141_000_000, 96, new Span(1100, 1180)),
            file("usr/lib/libreoffice/program/libmergedlo.so", 82_000_000, 81_500_000, 61, new Span(1181, 1259)),
            file("boot/initrd.img-5.10.0-10-amd64", -1, 64_000_000, 58, new Span(1980, 2030)),
            file("usr/lib/x86_64-linux-gnu/dri/iris_dri.so", 41_000_000, 41_700_000, 22, new Span(2860, 2900)),
            new ChangedFile("boot/initrd.img-5.10.0-9-amd64", 63_000_000, -1));

    private static ChangedFile file(String path, long before, long after, long fresh, Span span) {
        return new ChangedFile(path, before, after, fresh * 1_000_000, after * 9 / 10, List.of(span));
    }

    private static List<Owners> owners() {
        List<Owners> owners = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            int cell = i;
            List<String> here = FILES.stream()
                    .filter(file -> file.spans().stream().anyMatch(span -> span.first() <= cell && cell <= span.last()))
                    .map(ChangedFile::path)
                    .toList();
            List<String> some = here.isEmpty() ? List.of("usr/share/doc/part-" + i / 40 + "/copyright") : here;
            owners.add(i % 10 == 3 ? new Owners(some, 17) : new Owners(some, 0));
        }
        return owners;
    }
}

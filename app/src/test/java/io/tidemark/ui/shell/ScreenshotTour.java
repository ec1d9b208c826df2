package io.tidemark.ui.shell;

import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.ui.Fonts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.SampleEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;

/**
 * Draws every screen, light and dark, in both languages, in two sizes, into {@code app/target/screenshots}, and says
 * where text is cut off. Arguments narrow it: a folder such as {@code light-en-1280}, then a picture.
 * {@code installer/measure pictures [FOLDER [PICTURE]]}. A picture costs about a third of a second, nearly all of it on the
 * JavaFX thread; files are packed and written beside that.
 */
public final class ScreenshotTour {

    private static final Path PICTURES = Path.of("app", "target", "screenshots");
    private static final int[][] SIZES = {{1280, 800}, {1000, 700}};

    private final String folder;
    private final String picture;
    private int pictures;
    private int faults;

    private ScreenshotTour(String[] args) {
        folder = args.length > 0 ? args[0] : "";
        picture = args.length > 1 ? args[1] : "";
    }

    /** Draws; ends with 0 when every picture was made and no text was cut off that must not be. */
    public static void main(String[] args) {
        FxBridge.start(Fonts::load);
        Platform.setImplicitExit(false);
        ScreenshotTour tour = new ScreenshotTour(args);
        Instant start = Instant.now();
        try (ExecutorService packing = Executors.newSingleThreadExecutor()) {
            tour.drawAll(packing);
        }
        System.out.printf(
                "%d pictures in %s, %d faults, %d s%n",
                tour.pictures,
                PICTURES,
                tour.faults,
                Duration.between(start, Instant.now()).toSeconds());
        System.exit(tour.faults == 0 ? 0 : 1);
    }

    private void drawAll(ExecutorService packing) {
        for (String theme : List.of("light", "dark")) {
            for (String language : List.of("en", "fr")) {
                for (int[] size : SIZES) {
                    draw(new Settings(theme, language, 100), size, theme + "-" + language + "-" + size[0], packing);
                }
            }
        }
        draw(new Settings("light", "fr", 200), new int[] {2000, 1400}, "light-fr-200-percent", packing);
    }

    private void draw(Settings settings, int[] size, String name, ExecutorService packing) {
        if (!name.contains(folder)) {
            return;
        }
        Instant start = Instant.now();
        int before = pictures;
        for (Map.Entry<String, Consumer<Tour>> stop : Stops.all().entrySet()) {
            if (stop.getKey().contains(picture)) {
                Tour tour = Fx.get(() -> new Tour(engine(stop.getKey()), settings, size[0], size[1]));
                attempt(tour, stop.getValue(), PICTURES.resolve(name).resolve(stop.getKey() + ".png"), packing);
                Fx.run(tour::close);
            }
        }
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        System.out.printf("%-22s %3d pictures, %3d s%n", name, pictures - before, seconds);
    }

    private static SampleEngine engine(String picture) {
        return picture.contains("empty")
                ? SampleEngine.empty()
                : picture.contains("images")
                        ? SampleEngine.withImages()
                        : picture.contains("treefile") || picture.contains("kinds-deltas")
                                ? SampleEngine.composing()
                                : picture.contains("crowd") ? SampleEngine.crowded() : SampleEngine.full();
    }

    private void attempt(Tour tour, Consumer<Tour> stop, Path file, ExecutorService packing) {
        try {
            draw(tour, stop, file, packing);
        } catch (IllegalStateException e) {
            fault(file, "cannot be drawn, " + e.getCause());
        }
    }

    private void draw(Tour tour, Consumer<Tour> stop, Path file, ExecutorService packing) {
        Fx.frames(1);
        Fx.run(() -> stop.accept(tour));
        Fx.frames(2);
        WritableImage image = Fx.get(tour::picture);
        pictures++;
        packing.execute(() -> write(image, file));
        for (String words : Fx.get(() -> CutText.in(tour.content()))) {
            fault(file, words);
        }
    }

    private void write(WritableImage image, Path file) {
        try {
            Png.write(image, file);
        } catch (IOException e) {
            fault(file, "cannot be written, " + e.getMessage());
        }
    }

    private synchronized void fault(Path file, String words) {
        faults++;
        System.out.println(file.getParent().getFileName() + "/" + file.getFileName() + ": " + words);
    }
}

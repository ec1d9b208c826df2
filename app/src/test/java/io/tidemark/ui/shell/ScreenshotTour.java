package io.tidemark.ui.shell;

import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.ui.Fonts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.SampleEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;

/**
 * Draws every screen, light and dark, in both languages, in two sizes, into {@code app/target/screenshots}, and says
 * where text is cut off. Arguments narrow it: a folder such as {@code light-en-1280}, then a picture.
 * {@code installer/measure io.tidemark.ui.shell.ScreenshotTour}
 */
public final class ScreenshotTour {

    private static final Path PICTURES = Path.of("app", "target", "screenshots");
    private static final int[][] SIZES = {{1280, 800}, {1000, 700}};

    private final String folder;
    private final String picture;
    private int faults;

    private ScreenshotTour(String[] args) {
        folder = args.length > 0 ? args[0] : "";
        picture = args.length > 1 ? args[1] : "";
    }

    /** Draws; ends with 0 when every picture was made and no text was cut off that must not be. */
    public static void main(String[] args) throws IOException {
        FxBridge.start(Fonts::load);
        Platform.setImplicitExit(false);
        ScreenshotTour tour = new ScreenshotTour(args);
        tour.drawAll();
        System.exit(tour.faults == 0 ? 0 : 1);
    }

    private void drawAll() throws IOException {
        for (String theme : List.of("light", "dark")) {
            for (String language : List.of("en", "fr")) {
                for (int[] size : SIZES) {
                    draw(new Settings(theme, language, 100), size, theme + "-" + language + "-" + size[0]);
                }
            }
        }
        draw(new Settings("light", "fr", 200), new int[] {2000, 1400}, "light-fr-200-percent");
    }

    private void draw(Settings settings, int[] size, String name) throws IOException {
        if (!name.contains(folder)) {
            return;
        }
        for (Map.Entry<String, Consumer<Tour>> stop : Stops.all().entrySet()) {
            if (stop.getKey().contains(picture)) {
                Tour tour = Fx.get(() -> new Tour(engine(stop.getKey()), settings, size[0], size[1]));
                attempt(tour, stop.getValue(), PICTURES.resolve(name).resolve(stop.getKey() + ".png"));
                Fx.run(tour::close);
            }
        }
    }

    private static SampleEngine engine(String picture) {
        return picture.contains("empty")
                ? SampleEngine.empty()
                : picture.contains("crowd") ? SampleEngine.crowded() : SampleEngine.full();
    }

    private void attempt(Tour tour, Consumer<Tour> stop, Path file) throws IOException {
        try {
            draw(tour, stop, file);
        } catch (IllegalStateException e) {
            faults++;
            System.out.println(name(file) + ": cannot be drawn, " + e.getCause());
        }
    }

    private void draw(Tour tour, Consumer<Tour> stop, Path file) throws IOException {
        Fx.frames(1);
        Fx.run(() -> stop.accept(tour));
        Fx.frames(2);
        WritableImage image = Fx.get(tour::picture);
        Png.write(image, file);
        for (String words : Fx.get(() -> CutText.in(tour.content()))) {
            faults++;
            System.out.println(name(file) + ": " + words);
        }
    }

    private static String name(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }
}

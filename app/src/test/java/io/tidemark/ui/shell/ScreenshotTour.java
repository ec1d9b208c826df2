package io.tidemark.ui.shell;

import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.ui.Fonts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.SampleEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Draws every screen, light and dark, in both languages, in two sizes, into {@code app/target/screenshots}; the argument
 * narrows it to folders such as {@code light-en-1280}. {@code installer/measure io.tidemark.ui.shell.ScreenshotTour}
 */
public final class ScreenshotTour {

    private static final Path PICTURES = Path.of("app", "target", "screenshots");
    private static final int[][] SIZES = {{1280, 800}, {1000, 700}};

    private ScreenshotTour() {}

    /** Draws; ends with 0 when every picture was made. */
    public static void main(String[] args) {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        FxBridge.start(() -> {
            try {
                drawAll(args.length == 0 ? "" : args[0]);
                drawn.complete(null);
            } catch (RuntimeException e) {
                drawn.completeExceptionally(e);
            }
        });
        drawn.join();
        System.exit(0);
    }

    private static void drawAll(String only) {
        Fonts.load();
        for (String theme : List.of("light", "dark")) {
            for (String language : List.of("en", "fr")) {
                for (int[] size : SIZES) {
                    draw(new Settings(theme, language, 100), size, only);
                }
            }
        }
    }

    private static void draw(Settings settings, int[] size, String only) {
        String folder = settings.theme() + "-" + settings.language() + "-" + size[0];
        if (!folder.contains(only)) {
            return;
        }
        try (Tour tour = new Tour(SampleEngine.full(), settings, size[0], size[1])) {
            Stops.all().forEach((name, stop) -> {
                stop.accept(tour);
                save(tour, PICTURES.resolve(folder).resolve(name + ".png"));
            });
        }
    }

    private static void save(Tour tour, Path file) {
        try {
            Png.write(tour.picture(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

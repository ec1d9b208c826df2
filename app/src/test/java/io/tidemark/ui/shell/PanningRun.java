package io.tidemark.ui.shell;

import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.ui.Fonts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleCrowd;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.Theme;
import io.tidemark.ui.Ui;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/**
 * One window of {@link PanningBenchmark}: for each zoom it drags the timeline by hand, frame by frame, and notes the time
 * from one frame to the next. The first frames of each zoom warm up and do not count.
 */
final class PanningRun extends AnimationTimer {

    private static final double ASKED = 50;
    private static final int WARM = 60;
    private static final double STEP = 37;

    private final String pace;
    private final int frames;
    private final Scene scene;
    private final List<ToggleButton> zooms;
    private final Node canvas;
    private final Processor processor = new Processor();
    private FrameTimes times;
    private FrameTimes work;
    private int zoom = -1;
    private int frame;
    private int slow;
    private double x;
    private double direction = 1;
    private long before;

    private PanningRun(String pace, int frames, Scene scene) {
        this.pace = pace;
        this.frames = frames;
        this.scene = scene;
        this.zooms = scene.getRoot().lookupAll(".preset").stream()
                .map(ToggleButton.class::cast)
                .toList();
        this.canvas = scene.getRoot().lookup(".timeline-canvas");
        next();
    }

    /** Opens the window and drags; ends with 1 when a frame took longer than asked. */
    public static void main(String[] args) {
        int versions = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int frames = args.length > 2 ? Integer.parseInt(args[2]) : 400;
        FxBridge.start(Fonts::load);
        Platform.setImplicitExit(false);
        Platform.runLater(() -> open(args[0], versions, frames));
    }

    private static void open(String pace, int versions, int frames) {
        SampleEngine engine = SampleEngine.crowded();
        engine.workspaces().save(new Settings("light", "en", 100));
        engine.views().show(SampleCrowd.timeline(versions));
        Ui ui = engine.ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
        Session session = new Session(ui, Optional.empty());
        Scene scene = new Scene(new ScaledPane(session.root()), 1280, 800);
        Theme.dress(scene, "light");
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        ui.go(Place.repository(SampleCrowd.NAME));
        new Settling(() -> new PanningRun(pace, frames, scene).start()).start();
    }

    private void next() {
        zoom++;
        frame = 0;
        times = new FrameTimes(frames);
        work = new FrameTimes(frames);
        if (zoom < zooms.size()) {
            zooms.get(zoom).fire();
            scene.getRoot().layout();
            x = canvas.getBoundsInLocal().getWidth() / 2;
            mouse(MouseEvent.MOUSE_PRESSED);
        }
    }

    @Override
    public void handle(long now) {
        long passed = System.nanoTime() - before;
        before = System.nanoTime();
        long worked = processor.sinceLast();
        if (frame > WARM) {
            times.add(passed);
            work.add(worked);
        }
        frame++;
        drag();
        if (times.full()) {
            report();
            next();
            if (zoom == zooms.size()) {
                stop();
                Runtime.getRuntime().halt(slow == 0 ? 0 : 1);
            }
        }
    }

    /** One step of the hand; it turns round where the history may have ended. */
    private void drag() {
        if (frame % 90 == 0) {
            direction = -direction;
        }
        x += direction * STEP;
        mouse(MouseEvent.MOUSE_DRAGGED);
    }

    private void mouse(EventType<MouseEvent> type) {
        boolean down = !type.equals(MouseEvent.MOUSE_RELEASED);
        canvas.fireEvent(new MouseEvent(
                type,
                x,
                60,
                x,
                60,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    private void report() {
        mouse(MouseEvent.MOUSE_RELEASED);
        long over = times.over(ASKED);
        slow += (int) over;
        System.out.printf(
                Locale.ROOT,
                "%s, %-8s %d frames: p50 %.1f, p99 %.1f, max %.1f ms, over %.0f ms: %d; processor p50 %.1f, p99 %.1f,"
                        + " max %.1f ms%n",
                pace,
                zooms.get(zoom).getText() + ",",
                frames,
                times.percentile(50),
                times.percentile(99),
                times.percentile(100),
                ASKED,
                over,
                work.percentile(50),
                work.percentile(99),
                work.percentile(100));
    }

    /** The processor time of the busier of the two threads that make a frame: JavaFX's own and its renderer. */
    private static final class Processor {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long[] ids = Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().startsWith("QuantumRenderer")
                        || thread.getThreadName().startsWith("JavaFX Application"))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        private final long[] before = new long[ids.length];

        long sinceLast() {
            long most = 0;
            for (int i = 0; i < ids.length; i++) {
                long now = threads.getThreadCpuTime(ids[i]);
                most = Math.max(most, now - before[i]);
                before[i] = now;
            }
            return most;
        }
    }

    /** Waits until the page has stood for a while. */
    private static final class Settling extends AnimationTimer {

        private final Runnable then;
        private final List<Long> seen = new ArrayList<>();

        Settling(Runnable then) {
            this.then = then;
        }

        @Override
        public void handle(long now) {
            seen.add(now);
            if (seen.size() > 60) {
                stop();
                then.run();
            }
        }
    }
}

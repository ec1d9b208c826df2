package io.tidemark;

import io.tidemark.cli.CommandLineFace;
import io.tidemark.demo.Demo;
import io.tidemark.engine.Engine;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.model.Asking;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.shell.Opening;
import io.tidemark.ui.shell.Person;
import io.tidemark.ui.shell.Window;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The entry point of the program: command line or window. */
public final class Main {

    private Main() {}

    /**
     * Starts the program; without arguments and with a display it opens the window.
     *
     * @param args the words after the program's name
     */
    public static void main(String[] args) {
        if (Headless.isMeant(args)) {
            OutputStream records = new FileOutputStream(FileDescriptor.out);
            System.setOut(System.err);
            System.exit(new Headless(args).run(System.in, records));
        }
        String[] words = args.length == 0 && hasDisplay() ? new String[] {"gui"} : args;
        Asking terminal = CommandLineFace.terminal(words);
        CommandLineFace face = new CommandLineFace(
                (file, clock) -> Wiring.engine(file, clock, terminal), Main::open, System.out, System.err);
        System.exit(face.run(words));
    }

    private static int open(Optional<String> workspaceFile, Locale language) {
        MachinePool cpu = new MachinePool();
        Supplier<JobContext> contexts = () -> new Unwatched(cpu);
        Person person = new Person();
        Supplier<Engine> engine = () -> Wiring.engine(workspaceFile, Clock.systemUTC(), person);
        try {
            Window.open(new Opening(
                    engine, person, contexts, language, Optional.of(job -> demo(engine.get(), job)), Main::shown));
            return 0;
        } catch (InterruptedException stopped) {
            return 130;
        }
    }

    /** Makes the demonstration beside the person's data and adds its repositories to the open workspace. */
    private static String demo(Engine engine, JobContext job) throws ProblemException, InterruptedException {
        Demo demo = Demo.in(
                Wiring.home("XDG_DATA_HOME", ".local/share").resolve("tidemark").resolve("demo"),
                (Path file, Clock clock) -> Wiring.engine(Optional.of(file.toString()), clock),
                job);
        engine.workspaces().add(demo.companions().toString());
        return engine.workspaces().add(demo.repository().toString());
    }

    /** A benchmark of the start ends the program with the first picture. */
    private static void shown() {
        if (Boolean.getBoolean("tidemark.exit-when-shown")) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static boolean hasDisplay() {
        return set("DISPLAY") || set("WAYLAND_DISPLAY") || "Headless".equals(System.getProperty("glass.platform"));
    }

    private static boolean set(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}

package io.tidemark;

import io.tidemark.cli.ProgramVersion;
import io.tidemark.engine.Engine;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.engine.remote.Dialer;
import io.tidemark.engine.remote.Hello;
import io.tidemark.engine.remote.Patience;
import io.tidemark.engine.remote.RoutedEngine;
import io.tidemark.engine.remote.SshDialer;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.host.Doors;
import io.tidemark.host.SshDoors;
import io.tidemark.host.ssh.Deadlines;
import io.tidemark.host.ssh.SshPlaces;
import io.tidemark.job.MachinePool;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Asking;
import io.tidemark.model.Extension;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.ProblemException;
import io.tidemark.schedule.ForeignWriters;
import io.tidemark.source.UrlSources;
import io.tidemark.store.DiskStores;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All constructors of the program, by hand. */
final class Wiring {

    private Wiring() {}

    /** The engine over a workspace file, the personal one when none is named, living by a clock. */
    static Engine engine(Optional<String> workspaceFile, Clock clock) {
        return engine(workspaceFile, clock, Asking.nobody());
    }

    /** The same with somebody who can be asked about other machines. */
    static Engine engine(Optional<String> workspaceFile, Clock clock, Asking asking) {
        SshPlaces places = SshPlaces.of(Path.of(System.getProperty("user.home")), System.getenv());
        Dialer dialer = new SshDialer(places, asking, ProgramVersion.text(), programHome());
        return engine(base(workspaceFile, clock, asking), dialer);
    }

    /** The same, over a way of its own to other machines. */
    static Engine engine(Optional<String> workspaceFile, Clock clock, Dialer dialer) {
        return engine(base(workspaceFile, clock), dialer);
    }

    /** The same, over ways of its own to other machines and to mirror hosts. */
    static Engine engine(Optional<String> workspaceFile, Clock clock, Dialer dialer, Doors doors) {
        LocalEngine.Base usual = base(workspaceFile, clock);
        return engine(
                new LocalEngine.Base(usual.ground(), usual.neighbours(), usual.workspaceFile(), usual.cpu(), doors),
                dialer);
    }

    private static Engine engine(LocalEngine.Base base, Dialer dialer) {
        return RoutedEngine.over(LocalEngine.make(base), dialer, hello(), Patience.standard());
    }

    /** What an engine of this machine stands on that has nobody to ask. */
    static LocalEngine.Base base(Optional<String> workspaceFile, Clock clock) {
        return base(workspaceFile, clock, Asking.nobody());
    }

    private static LocalEngine.Base base(Optional<String> workspaceFile, Clock clock, Asking asking) {
        Ground ground = new Ground(new DiskStores(clock), new UrlSources(), kinds(), clock, actor());
        Path file = workspaceFile.map(Path::of).orElseGet(Wiring::personalWorkspace);
        SshPlaces places = SshPlaces.of(Path.of(System.getProperty("user.home")), System.getenv());
        Doors doors = new SshDoors(places, Deadlines.usual(), asking);
        return new LocalEngine.Base(ground, neighbours(), file, new MachinePool(), doors);
    }

    /** Where this program was installed, as its wrapper says. */
    private static Optional<Path> programHome() {
        return Optional.ofNullable(System.getProperty("tidemark.home")).map(Path::of);
    }

    /** This program as other machines hear of it. */
    static Hello hello() {
        return Hello.here(ProgramVersion.text(), machine());
    }

    /** Every kind of repository; a new one is a line of {@code module-info.java} and of {@code META-INF/services}. */
    private static List<RepositoryKind> kinds() {
        return ServiceLoader.load(Extension.class).stream()
                .map(ServiceLoader.Provider::get)
                .<RepositoryKind>mapMulti((extension, out) -> {
                    if (extension instanceof RepositoryKind kind) {
                        out.accept(kind);
                    }
                })
                .toList();
    }

    private static Neighbours neighbours() {
        ForeignWriters writers = new ForeignWriters();
        return new Neighbours() {
            @Override
            public List<ForeignWriter> of(Path root) throws InterruptedException {
                return writers.find(root);
            }

            @Override
            public void disable(ForeignWriter writer) throws ProblemException, InterruptedException {
                writers.disable(writer);
            }
        };
    }

    /** {@code $XDG_CONFIG_HOME/tidemark/workspace.json}. */
    private static Path personalWorkspace() {
        return home("XDG_CONFIG_HOME", ".config").resolve("tidemark").resolve("workspace.json");
    }

    /** A base directory of the XDG specification. */
    static Path home(String variable, String otherwise) {
        String given = System.getenv(variable);
        return given == null || given.isEmpty() ? Path.of(System.getProperty("user.home"), otherwise) : Path.of(given);
    }

    private static String actor() {
        return System.getProperty("user.name") + "@" + machine();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}

package io.tidemark;

import io.tidemark.cli.CommandLineFace;
import io.tidemark.cli.ProgramVersion;
import io.tidemark.engine.Engine;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.engine.remote.Dialer;
import io.tidemark.engine.remote.SshDialer;
import io.tidemark.engine.repository.Ground;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.host.SshDoors;
import io.tidemark.host.ssh.Deadlines;
import io.tidemark.host.ssh.SshPlaces;
import io.tidemark.job.MachinePool;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.alpine.AlpineKind;
import io.tidemark.kind.tree.TreeKind;
import io.tidemark.model.Asking;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.ProblemException;
import io.tidemark.schedule.ForeignWriters;
import io.tidemark.source.UrlSources;
import io.tidemark.store.DiskStores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine as the program wires it, for tests that drive the whole program in their own process. */
public final class RealEngine {

    private RealEngine() {}

    /** Engines on a machine where other programs write, as these tables say. */
    public static CommandLineFace.Engines beside(ForeignWriters writers) {
        Neighbours neighbours = new Neighbours() {
            @Override
            public List<ForeignWriter> of(Path root) throws InterruptedException {
                return writers.find(root);
            }

            @Override
            public void disable(ForeignWriter writer) throws ProblemException, InterruptedException {
                writers.disable(writer);
            }
        };
        return (file, clock) -> {
            List<RepositoryKind> kinds = List.of(new AlpineKind(), new TreeKind());
            Ground ground = new Ground(new DiskStores(clock), new UrlSources(), kinds, clock, "tester@here");
            Path workspace = Path.of(file.orElse("/dev/null/no-workspace-was-named"));
            return LocalEngine.make(ground, neighbours, workspace, new MachinePool());
        };
    }

    /** What {@link Main} hands to the command line. */
    public static Engine make(Optional<String> workspaceFile, Clock clock) {
        return Wiring.engine(workspaceFile, clock);
    }

    /** The same with a way of its own to other machines. */
    public static Engine over(Optional<String> workspaceFile, Clock clock, Dialer dialer) {
        return Wiring.engine(workspaceFile, clock, dialer);
    }

    /** The same over SSH, with the files of a person's home, and a program that may be copied. */
    public static Engine overSsh(
            Optional<String> workspaceFile, Clock clock, Path home, Asking asking, Optional<Path> program) {
        SshPlaces places = SshPlaces.of(home, Map.of());
        return Wiring.engine(
                workspaceFile,
                clock,
                new SshDialer(places, asking, ProgramVersion.text(), program),
                new SshDoors(places, Deadlines.usual(), asking));
    }
}

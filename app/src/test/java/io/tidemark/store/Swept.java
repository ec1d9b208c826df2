package io.tidemark.store;

import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The operations that sweeps cut short everywhere, and a mirror on which each of them can be done. */
final class Swept {

    /** More changes than any of the operations makes. */
    static final int ENDLESS = 500;

    private Swept() {}

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("promote", s -> s.flip(Mirror.promote("1.3"), TestJob.quiet())),
                operation("roll back and hold", s -> s.flip(Mirror.rollBack("1.1"), TestJob.quiet())),
                operation("new channel", s -> s.flip(fresh("testing", "1.3"), TestJob.quiet())),
                operation("prune", s -> s.prune(List.of("1.0", "1.3"), TestJob.quiet())),
                operation("pin", s -> s.pin("1.1", "reference")),
                operation("configure", s -> s.configure(keep(s, 7))),
                operation("quarantine", s -> s.quarantine("1.3", List.of("main/index"))),
                operation("exchange beside", s -> s.exchange("../plain", "2022-08-02")),
                operation("exchange inside", s -> s.exchange("inside", "2022-08-03")),
                operation("release", s -> s.release("held", "settled")));
    }

    /** Two channels, one of them held; a plain directory inside and one beside it. */
    static Mirror prepare(Path top) throws Exception {
        Files.createDirectories(top.resolve("plain/sub"));
        Files.writeString(top.resolve("plain/sub/file"), "plain");
        Mirror mirror = Mirror.laidOut(top.resolve("mirror"));
        Files.createDirectory(mirror.root.resolve("inside"));
        Files.writeString(mirror.root.resolve("inside/file"), "inside");
        mirror.stores(new Disk()).adopt(mirror.root, Mirror.config(), Mirror.recognition(), Mirror.ACTOR);
        mirror.write(s -> s.flip(fresh("held", "1.2"), TestJob.quiet()));
        return mirror;
    }

    private static Arguments operation(String name, Mirror.Writing writing) {
        return Arguments.of(name, writing);
    }

    private static WriteSession.Flip fresh(String channel, String version) {
        return new WriteSession.Flip(channel, version, false, true, true, "trial");
    }

    private static RepositoryConfig keep(DiskSession session, int keep) throws ProblemException {
        RepositoryConfig c = session.store().config();
        Policies policies = new Policies(keep, 20, 0, false);
        return new RepositoryConfig(
                c.format(),
                c.id(),
                c.name(),
                c.kind(),
                c.upstream(),
                c.transfer(),
                policies,
                c.channels(),
                c.keys(),
                c.pins());
    }
}

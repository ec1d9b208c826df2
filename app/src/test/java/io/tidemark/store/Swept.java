package io.tidemark.store;

import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The operations that sweeps cut short everywhere, and a mirror on which each of them can be done. */
final class Swept {

    /** More changes than any of the operations makes. */
    static final int ENDLESS = 500;

    /** In an ordinary build each sweep tries every third change; all of them are a long test. */
    static final int STRIDE = 3;

    private Swept() {}

    /** Makes a mirror for a sweep. */
    @FunctionalInterface
    interface Preparing {
        Mirror at(Path top) throws Exception;
    }

    /** The first change that a sweep tries: not the same one for every operation. */
    static int first(String name, int stride) {
        return 1 + Math.floorMod(name.hashCode(), stride);
    }

    /** Those that change channels, settings and which versions there are. */
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
                operation("give back", s -> s.giveBack("given", TestJob.quiet())),
                operation("publish", Swept::publish),
                operation("seal one file", Swept::sealFile),
                operation("release", s -> s.release("held", "settled")));
    }

    /** Those that build and read versions, and those above. */
    static Stream<Arguments> all() {
        Stream<Arguments> building = Stream.of(
                operation("update", Swept::update),
                operation("snapshot", s -> s.snapshot("2.0", "2.2", TestJob.quiet())),
                operation("snapshot of an adopted version", s -> s.snapshot("1.3", "1.4", TestJob.quiet())),
                operation("seal adopted", s -> s.sealAdopted("1.3", VersionFacts.none(), Map.of(), TestJob.quiet())),
                operation("verify", s -> s.verify("2.0", TestJob.quiet())),
                operation("prune shared", s -> s.prune(List.of("2.0"), TestJob.quiet())),
                operation("share copies", s -> s.shareCopies(false, TestJob.quiet())),
                operation("discard", s -> s.discard("2.9")));
        return Stream.concat(operations(), building);
    }

    /** One file is new, one takes the place of another, one goes away, and a series gets another leader and is held. */
    private static void publish(DiskSession session) throws ProblemException, InterruptedException {
        Path products = session.products();
        write(products.resolve("a-b.rdiff"), "delta");
        write(products.resolve("series.json"), "new");
        session.publish(
                new Publication(
                        List.of(
                                new Publication.Placement("a-b.rdiff", "rdiffs/a-b.rdiff"),
                                new Publication.Placement("series.json", "meta/series.json")),
                        List.of("rdiffs/old.rdiff"),
                        Map.of("series", List.of("1.1", "1.3")),
                        List.of(new Publication.Turn("series", "meta/series.json", "1.3", false, true, "trial"))),
                TestJob.quiet());
    }

    /** A file from elsewhere becomes a version in the flat tree. */
    private static void sealFile(DiskSession session) throws ProblemException, InterruptedException {
        Path source = session.store().root().getParent().resolve("plain/sub/file");
        Staging staging = session.stage("image");
        staging.bring("image.img", source, "identity", file -> digest(file), TestJob.quiet());
        staging.sealFile("image.img", VersionFacts.none(), TestJob.quiet());
    }

    private static String digest(Path file) {
        return Sha256.hex(read(file));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A version of which one file is shared, one new and one a link. */
    private static void update(DiskSession session) throws ProblemException, InterruptedException {
        Staging staging = session.stage("2.2");
        Map<String, String> shared = session.store().identities("2.0");
        staging.shareAll(Map.of("d/same", shared.get("d/same")), "2.0", TestJob.quiet());
        Depot.add(staging, "d/new", "new content");
        staging.link("latest", "d/new");
        staging.seal(VersionFacts.none(), TestJob.quiet());
    }

    /** Three channels, one of them held, one beside; a plain directory inside and one beside; two sealed versions and a staged one. */
    static Mirror prepare(Path top) throws Exception {
        Mirror mirror = prepareAdopted(top);
        mirror.write(s -> {
            seal(s.stage("2.0"));
            seal(s.stage("2.1"));
            Depot.add(s.stage("2.9"), "begun", "not finished");
        });
        return mirror;
    }

    /** The same without the versions that the store itself built. */
    static Mirror prepareAdopted(Path top) throws Exception {
        Files.createDirectories(top.resolve("plain/sub"));
        Files.writeString(top.resolve("plain/sub/file"), "plain");
        Mirror mirror = Mirror.laidOut(top.resolve("mirror"));
        Files.createDirectory(mirror.root.resolve("inside"));
        Files.writeString(mirror.root.resolve("inside/file"), "inside");
        Files.createDirectories(top.resolve("given/sub"));
        Files.writeString(top.resolve("given/sub/file"), "given");
        for (String file : List.of("meta/series.json", "rdiffs/old.rdiff")) {
            Files.createDirectories(mirror.root.resolve(file).getParent());
            Files.writeString(mirror.root.resolve(file), "old");
        }
        mirror.stores(new Disk()).adopt(mirror.root, Mirror.config(), Mirror.recognition(), Mirror.ACTOR);
        mirror.write(s -> {
            s.flip(fresh("held", "1.2"), TestJob.quiet());
            s.exchange("../given", "2022-07-01");
            s.flip(move("given", "1.1"), TestJob.quiet());
            s.flip(move("given", "2022-07-01"), TestJob.quiet());
        });
        return mirror;
    }

    private static void seal(Staging staging) throws ProblemException, InterruptedException {
        Depot.add(staging, "d/same", "the same in both versions");
        Depot.add(staging, "d/own", staging.version());
        staging.seal(VersionFacts.none(), TestJob.quiet());
    }

    private static Arguments operation(String name, Mirror.Writing writing) {
        return Arguments.of(name, writing);
    }

    private static WriteSession.Flip fresh(String channel, String version) {
        return new WriteSession.Flip(channel, version, false, true, true, "trial");
    }

    private static WriteSession.Flip move(String channel, String version) {
        return new WriteSession.Flip(channel, version, false, false, false, "");
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

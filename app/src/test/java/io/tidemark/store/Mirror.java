package io.tidemark.store;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Policies;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Recognition.FoundChannel;
import io.tidemark.model.Recognition.FoundVersion;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small mirror as people keep them, adopted: four versions, one link. */
final class Mirror {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2022-08-16T08:05:00Z"), ZoneOffset.UTC);
    static final String ACTOR = "keeper@mirror";

    final Path root;

    private Mirror(Path root) {
        this.root = root;
    }

    /**
     * Versions 1.0 to 1.3, {@code stable} pointing at 1.2. 1.1 and 1.2 share a file of 1,000 bytes, 1.0 and 1.3 one of
     * 500; 1.0 has 300 bytes of its own; each has an index of 12.
     */
    static Mirror adopted(Path root) throws IOException, ProblemException {
        Mirror mirror = laidOut(root);
        mirror.stores(new Disk()).adopt(root, config(), recognition(), ACTOR);
        return mirror;
    }

    /** The same before it was adopted. */
    static Mirror laidOut(Path root) throws IOException {
        Files.createDirectories(root);
        for (String version : List.of("1.0", "1.1", "1.2", "1.3")) {
            Files.createDirectories(root.resolve(version).resolve("main"));
            Files.writeString(root.resolve(version).resolve("main/index"), "index of " + version);
        }
        Files.write(root.resolve("1.1/main/shared"), new byte[1000]);
        Files.createLink(root.resolve("1.2/main/shared"), root.resolve("1.1/main/shared"));
        Files.write(root.resolve("1.0/main/own"), new byte[300]);
        Files.write(root.resolve("1.0/main/pair"), new byte[500]);
        Files.createLink(root.resolve("1.3/main/pair"), root.resolve("1.0/main/pair"));
        Files.createSymbolicLink(root.resolve("stable"), Path.of("1.2"));
        return new Mirror(root);
    }

    static Recognition recognition() {
        List<FoundVersion> versions = List.of(
                new FoundVersion("1.0", "1.0"),
                new FoundVersion("1.1", "1.1"),
                new FoundVersion("1.2", "1.2"),
                new FoundVersion("1.3", "1.3"));
        List<FoundChannel> channels = List.of(new FoundChannel("stable", "stable", "1.2"));
        return new Recognition("tree", 90, versions, channels, List.of(), Upstream.none(), List.of());
    }

    static RepositoryConfig config(Channel... channels) {
        return new RepositoryConfig(
                RepositoryConfig.FORMAT,
                "00112233445566778899aabbccddeeff",
                "mirror",
                "tree",
                Upstream.none(),
                TransferSettings.standard(),
                Policies.standard(),
                List.of(channels),
                List.of(),
                Map.of());
    }

    static Channel channel(String name, String link) {
        return new Channel(name, link, Optional.empty(), Optional.empty(), ChannelPolicy.careful());
    }

    static WriteSession.Flip promote(String version) {
        return new WriteSession.Flip("stable", version, false, false, false, "");
    }

    static WriteSession.Flip rollBack(String version) {
        return new WriteSession.Flip("stable", version, true, true, false, "clients do not boot");
    }

    DiskStores stores(Disk disk) {
        return new DiskStores(disk, CLOCK);
    }

    DiskRepository open() throws ProblemException {
        return open(new Disk());
    }

    DiskRepository open(Disk disk) throws ProblemException {
        return stores(disk).open(root);
    }

    /** Does something in a session of its own. */
    void write(Writing writing) throws ProblemException, InterruptedException {
        write(new Disk(), writing);
    }

    void write(Disk disk, Writing writing) throws ProblemException, InterruptedException {
        try (DiskSession session = open(disk).write("test", ACTOR, TestJob.quiet())) {
            writing.in(session);
        }
    }

    String link(String name) throws IOException {
        return Files.readSymbolicLink(root.resolve(name)).toString();
    }

    /** Something done in a session. */
    @FunctionalInterface
    interface Writing {
        void in(DiskSession session) throws ProblemException, InterruptedException;
    }
}

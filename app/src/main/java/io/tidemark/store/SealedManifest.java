package io.tidemark.store;

import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The manifest of a sealed version, on disk. */
final class SealedManifest implements ManifestSource {

    static final String FILE = "manifest";

    private final Home home;
    private final VersionRecord record;

    /**
     * The manifest of a version.
     *
     * @throws ProblemException {@code store.not-sealed} if it was never sealed
     */
    SealedManifest(Home home, VersionRecord record) throws ProblemException {
        this.home = home;
        this.record = record;
        if (record.state() != VersionState.SEALED && record.state() != VersionState.QUARANTINED) {
            throw new ProblemException(Problem.of("store.not-sealed", Problem.Category.USAGE, "object", record.name()));
        }
    }

    static ManifestReader reader(Home home, VersionRecord record) throws ProblemException {
        return new ManifestReader(record.name(), new SealedManifest(home, record).open());
    }

    /** The file as it is. */
    static byte[] file(Home home, VersionRecord record) throws ProblemException {
        String path = Layout.VERSIONS + "/" + new SealedManifest(home, record).version() + "/" + FILE;
        try (InputStream in = new FileInput(home.disk.read(home.own, Disk.raw(path)))) {
            return in.readAllBytes();
        } catch (StreamProblem e) {
            throw e.problem();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String version() {
        return record.name();
    }

    @Override
    public ManifestText open() throws ProblemException {
        String path = Layout.VERSIONS + "/" + record.name() + "/" + FILE;
        FileInput file = new FileInput(home.disk.read(home.own, Disk.raw(path)));
        try {
            return new ManifestText(record.name(), file, record.rootDigest());
        } catch (ProblemException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** The entries as a stream, which closes the file; problems come out of it as {@link StreamProblem}, unchecked. */
    static Stream<ManifestEntry> stream(ManifestReader reader) {
        Spliterator<ManifestEntry> entries =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super ManifestEntry> action) {
                        ManifestEntry entry = next(reader);
                        if (entry != null) {
                            action.accept(entry);
                        }
                        return entry != null;
                    }
                };
        return StreamSupport.stream(entries, false).onClose(reader::close);
    }

    private static ManifestEntry next(ManifestReader reader) {
        try {
            return reader.next();
        } catch (ProblemException e) {
            throw new UncheckedIOException(new StreamProblem(e));
        }
    }
}

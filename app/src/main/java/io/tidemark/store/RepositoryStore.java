package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.FileChange;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One repository, open for reading. Every call reads the disk as it is now, so that a second console sees what the
 * first one does. Safe for all threads.
 */
public interface RepositoryStore {

    /** The repository's directory, absolute. */
    Path root();

    /** Its settings as saved. */
    RepositoryConfig config() throws ProblemException;

    /** All versions by sequence, staged ones last. */
    List<Version> versions() throws ProblemException;

    /** One version by name. */
    default Optional<Version> version(String name) throws ProblemException {
        return versions().stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** Where a version's files lie, for reading only. */
    Path tree(String version) throws ProblemException;

    /** Channels with what their links point at now, and holds. */
    List<Channel> channels() throws ProblemException;

    /** The versions of each series, oldest first, where versions are files of one flat tree; else none. */
    Map<String, List<String>> series() throws ProblemException;

    /**
     * Journal lines in order, those of broken journals that were set aside first. Of a broken one whatever still vouches for
     * itself: ask {@link #journalProblem} whether it is.
     */
    List<JournalEntry> journal() throws ProblemException;

    /** Where the chain of the journal is broken ({@code store.journal}); empty if it is whole. */
    Optional<Problem> journalProblem() throws ProblemException;

    /**
     * The newest broken journal that was set aside ({@code store.journal-aside} with its line, where it is kept, and a count of
     * versions), until all versions were verified or sealed after it; empty if there is none.
     */
    Optional<Problem> journalAside() throws ProblemException;

    /** Who holds the lock, if anybody does. */
    Optional<Writer> writer() throws ProblemException;

    /** The lines of a sealed version's manifest in canonical order; close the stream. */
    Stream<ManifestEntry> manifest(String version) throws ProblemException;

    /** The manifest of a sealed version as it lies on the disk, compressed. */
    byte[] manifestFile(String version) throws ProblemException;

    /**
     * The files of a version by the paths of its manifest, for reading; the caller closes them. Beside a version that is one
     * file its neighbours can be read too.
     */
    VersionFiles files(String version) throws ProblemException;

    /** The files in a directory of the repository, for reading; the caller closes them. */
    VersionFiles below(String directory) throws ProblemException;

    /** What the kind recorded of a version; none for versions never inspected. */
    VersionFacts facts(String version) throws ProblemException;

    /**
     * Identity by path, as recorded when the version was built; of a staged version what is most likely there already; empty
     * when it was never recorded.
     */
    Map<String, String> identities(String version) throws ProblemException;

    /**
     * Changed files between two sealed versions in path order, moves recognised by digest; bounded memory whatever
     * the size of the manifests.
     */
    void compare(String before, String after, Consumer<FileChange> sink, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * Compares size, inode, mtime and ctime of a sealed version's files with what was recorded; reads no content.
     *
     * @return paths that differ, empty when all is as recorded
     */
    List<String> tampered(String version, JobContext job) throws ProblemException, InterruptedException;

    /** Digest of everything a plan depends on: versions, channels, holds, pins, settings. */
    String basis() throws ProblemException;

    /** Exact bytes that deleting these versions together would free; links shared with other versions count nothing. */
    long freedBy(List<String> versions, JobContext job) throws ProblemException, InterruptedException;

    /** Bytes that making equal files of sealed versions share storage would save; reads no content, writes nothing. */
    long shareable(JobContext job) throws ProblemException, InterruptedException;

    /**
     * Says why {@link WriteSession#giveBack} would refuse now; writes nothing.
     *
     * @throws ProblemException what it would throw
     */
    void requireGivable(String channel, JobContext job) throws ProblemException, InterruptedException;

    /** How a file of this version would be shared with a new one on this file system. */
    Sharing sharing() throws ProblemException;

    /** Bytes that ordinary work may still use (the reserve for rollbacks is not part of it) and free inodes, -1 unknown. */
    Space space() throws ProblemException;

    /** Small state that belongs to no version, for example what was last seen upstream; empty when never written. */
    Optional<byte[]> note(String name) throws ProblemException;

    /** The texts that versions are composed of. */
    RecipeFiles recipes();

    /** State and log of this repository's jobs. */
    JobFiles jobs();

    /**
     * Takes the lock and opens for writing; a crashed operation is finished or undone first.
     *
     * @param operation name of what will be done, shown to others
     * @throws ProblemException {@code store.busy} with the holder's name and since when, {@code store.journal} if the
     *     journal is broken
     */
    WriteSession write(String operation, String actor, JobContext job) throws ProblemException, InterruptedException;

    /**
     * The same for what must not wait: a broken journal is kept under another name and a new one begun, as {@link
     * WriteSession#setAside} then tells.
     */
    WriteSession writeAtOnce(String operation, String actor, JobContext job)
            throws ProblemException, InterruptedException;

    /** How files are shared between versions, best first. */
    enum Sharing {
        REFLINK,
        HARD_LINK,
        COPY
    }

    /** Free bytes and inodes. */
    record Space(long bytes, long inodes) {}
}

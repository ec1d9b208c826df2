package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One repository, locked for writing by one job. Each method is one whole step: durable when it returns, finished or
 * undone by recovery when the process dies inside. Not for several threads at once, except through {@link Staging}.
 */
public interface WriteSession extends AutoCloseable {

    /** The repository as readers see it. */
    RepositoryStore store();

    /**
     * What was wrong with the journal that was set aside when this session began, and where it is kept ({@code
     * store.journal-aside}); empty if nothing was.
     */
    Optional<Problem> setAside();

    /**
     * Creates a staged version or continues one; what an earlier run verified is kept.
     *
     * @throws ProblemException {@code store.version-exists} if a sealed or adopted version has that name
     */
    Staging stage(String version) throws ProblemException;

    /**
     * Gives a staged version another name; what is complete or partly there is kept.
     *
     * @throws ProblemException {@code store.version-exists} if a version, staged or not, has that name
     */
    void restage(String from, String to) throws ProblemException;

    /** Throws a staged version away. */
    void discard(String version) throws ProblemException;

    /**
     * Makes the sealed version {@code to} from the sealed or adopted version {@code from}, sharing its files.
     *
     * @throws ProblemException {@code store.tampered} if the source was changed behind our back (it is quarantined)
     */
    Version snapshot(String from, String to, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Moves a channel. Holds are enforced here: a promotion of a held channel is refused ({@code channel.held});
     * a rollback may move it. Refuses staged and quarantined versions. The link is read back before success.
     *
     * @return what it pointed at before, if anything
     */
    Optional<String> flip(Flip flip, JobContext job) throws ProblemException, InterruptedException;

    /**
     * The directory for files that are to be published. What the caller puts there belongs to it, stays after a crash, and
     * must never be written in place once it was published.
     */
    Path products() throws ProblemException;

    /** Makes a small file that is to be published, whole; on a full disk it may have the reserve. */
    void product(String name, byte[] content) throws ProblemException;

    /**
     * Gives files their public places and channels another leading version, as a whole. Holds are enforced here like in
     * {@link #flip}.
     */
    void publish(Publication publication, JobContext job) throws ProblemException, InterruptedException;

    /** Lifts a hold. */
    void release(String channel, String reason) throws ProblemException;

    /** Protects a version from pruning. */
    void pin(String version, String reason) throws ProblemException;

    /** Takes that protection away. */
    void unpin(String version) throws ProblemException;

    /** Saves other settings, durable on return. */
    void configure(RepositoryConfig config) throws ProblemException;

    /**
     * Deletes versions: renamed into the trash first, then removed. What a channel, hold, pin or the last-good rule
     * needs is refused ({@code prune.needed.channel}, {@code .hold}, {@code .pin}, {@code .last-good}), and then nothing
     * is deleted.
     *
     * @return bytes freed, exactly
     */
    long prune(List<String> versions, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Enters a file that another program wrote below the repository as a version, where it stands; it is known as adopted
     * until it is sealed.
     *
     * @param path relative to the repository
     * @throws ProblemException {@code store.version-exists}, {@code store.version-place}
     */
    Version enlist(String version, String path) throws ProblemException;

    /** Reads every byte of an adopted version and seals it where it stands; its files are not touched. */
    Version sealAdopted(String version, VersionFacts facts, Map<String, String> identities, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * Reads every byte of a sealed version and compares it with the manifest; quarantines it when it differs.
     *
     * @return paths that differ, empty when verified
     */
    List<String> verify(String version, JobContext job) throws ProblemException, InterruptedException;

    /** Shuts a version away: it is neither shared nor promoted until a verify finds every byte right again. */
    void quarantine(String version, List<String> paths) throws ProblemException;

    /**
     * Makes equal files of sealed versions share storage, comparing their bytes first.
     *
     * @param dryRun only count
     * @return bytes saved (or to be saved)
     */
    long shareCopies(boolean dryRun, JobContext job) throws ProblemException, InterruptedException;

    /** Turns the plain directory at a channel's public path into a sealed-to-be version and a link, by one exchange. */
    void exchange(String publicPath, String version) throws ProblemException;

    /**
     * Undoes that for a channel: the version it points at is a plain directory at its public path again, and channel and
     * version are no more. Refused for a channel that no exchange made ({@code channel.not-exchanged}), while it is held or
     * its version pinned or needed by another channel ({@code channel.needed}), and while files of it are hard
     * links of others ({@code channel.shared}): what writes there again would change those.
     */
    void giveBack(String channel, JobContext job) throws ProblemException, InterruptedException;

    /** Saves facts and identities of a version that were read later. */
    void describe(String version, VersionFacts facts, Map<String, String> identities) throws ProblemException;

    /** Saves small state that belongs to no version; up to 1 MiB. */
    void note(String name, byte[] content) throws ProblemException;

    /**
     * Saves a text that versions are composed of, whole and durable. Earlier texts stay in its history, and so does what others
     * wrote into the file meanwhile: whether that may be replaced is the caller's to ask.
     *
     * @param id under which its history is kept
     * @param place a name for a file kept with the repository, or the absolute path of another one
     * @param mode permission bits of a file that is not there yet; one that is keeps its own, and may be run where these say so
     */
    void saveRecipe(String id, String place, String text, int mode) throws ProblemException;

    /** The same for a text that nobody runs. */
    default void saveRecipe(String id, String place, String text) throws ProblemException {
        saveRecipe(id, place, text, RecipeFiles.MODE);
    }

    /**
     * Writes a failure into the journal.
     *
     * @param what the code of the problem, with values as {@code Failure} writes them
     */
    void journalFailure(String operation, String what) throws ProblemException;

    /**
     * Writes into the journal that a version was copied to a host, or shown there.
     *
     * @param channel the channel of the host that moved, possibly empty
     * @param host what people call it
     */
    void journalPublished(String version, String channel, String host) throws ProblemException;

    /** Gives the lock back. */
    @Override
    void close();

    /**
     * One move of a channel.
     *
     * @param rollback whether it goes back; only then may a held channel move
     * @param hold whether the channel is held there afterwards
     * @param create whether the channel may be new; its link is then its name at the top of the repository
     */
    record Flip(String channel, String version, boolean rollback, boolean hold, boolean create, String reason) {}
}

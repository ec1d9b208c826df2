package io.tidemark.kind;

import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a repository whose versions are commits is read and published. What a foreign program adds to it beforehand
 * (objects, named by their content) is followed by nobody; what clients follow (refs, summaries, settings) is handed back
 * as documents, for the store to put into their places. Stateless and safe for all threads; one caller at a time for one
 * repository.
 */
public interface CommitTree {

    /**
     * What lies there.
     *
     * @param versions paths of the versions that are known, by name
     * @param channels links of the channels that are known, by name
     */
    CommitView view(Path root, Map<String, String> versions, Map<String, String> channels) throws ProblemException;

    /** Makes the empty repositories in which commits will be, in a directory that holds nothing but the store's own. */
    void found(Path root, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Where the ref of a channel that is new would lie, relative to the repository.
     *
     * @param version path of the version that it is to show
     */
    String link(Path root, String channel, Upstream options, String version) throws ProblemException;

    /** How a version would be published; writes nothing. */
    CommitMove.Way way(Path root, CommitMove move) throws ProblemException, InterruptedException;

    /** Makes ready what publishes a version. */
    CommitReady move(CommitPlace place, CommitMove move, JobContext job) throws ProblemException, InterruptedException;

    /**
     * What people should know before new commits are made or published: of treefiles, for example.
     *
     * @param making whether commits are made; what cannot be read stops only that
     */
    List<Notice> remarks(Path root, Upstream options, boolean making) throws ProblemException;

    /**
     * Whether new commits arrive at a channel by themselves.
     *
     * @param link the path of its ref, empty while there is none
     */
    boolean arrives(Path root, String channel, Optional<String> link) throws ProblemException;

    /** Whether all that a survey of upstream found is there already; never, where upstream promises no commits. */
    boolean holds(Path root, Survey survey) throws ProblemException;

    /** Whether these settings say where new commits come from. */
    boolean fetches(Upstream options);

    /** Brings new commits from upstream, or what a directory holds, and makes ready what publishes them. */
    CommitReady fetch(CommitPlace place, CommitFetch fetch, JobContext job)
            throws ProblemException, InterruptedException;

    /** Makes ready what clients are told where somebody else moved refs. */
    CommitReady tell(CommitPlace place, List<String> links, Upstream options, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * Removes what neither a ref nor a version needs: the remains of work that was killed, and of versions that are no more.
     *
     * @param kept paths of the versions that stay
     * @param dropped commits that go although a ref comes from them
     * @return bytes that are free now
     */
    long clean(CommitPlace place, List<String> kept, List<String> dropped, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * What {@link #clean} would free; only reads.
     *
     * @return bytes, static deltas not among them
     */
    long freedBy(Path root, List<String> kept, List<String> dropped, JobContext job)
            throws ProblemException, InterruptedException;

    /** Whether a run that was killed left work behind that {@link #clean} removes. */
    boolean interrupted(CommitPlace place);

    /**
     * Reads every object and compares it with its name, and what clients are told with what is there.
     *
     * @return what is wrong, and which commits it concerns
     */
    CommitDamage check(CommitPlace place, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Everything that clients fetch of some commits, static deltas that lead to them included.
     *
     * @param commits paths of their objects, relative to the repository
     * @param strict whether a commit that is not whole here is refused ({@code ostree.missing}); else it counts as far as it
     *     is here, and what is no commit is passed over
     */
    List<CommitFiles> files(Path root, List<String> commits, boolean strict, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * A ref that is no channel and stands for a commit, one of a remote for example; its commit must stay.
     *
     * @param commit path of its object, relative to the repository
     */
    Optional<String> otherRef(Path root, String commit) throws ProblemException;

    /** Path of a commit's object in the repository of a ref. */
    String path(Path root, String link, String commit) throws ProblemException;

    /**
     * What clients of a ref are told now.
     *
     * @param link path of the ref's file, relative to the repository
     * @throws ProblemException {@code ostree.untold} where the summary speaks of other commits than the refs
     */
    CommitTold told(Path root, String link) throws ProblemException;

    /** The deltas between its commits. */
    CommitDeltas deltas();
}

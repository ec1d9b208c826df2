package io.tidemark.engine;

import io.tidemark.job.JobContext;
import io.tidemark.model.ClientLines;
import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.HostProfile;
import io.tidemark.model.HostReport;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * The mirror hosts one console looks after. What changes a host is an {@link io.tidemark.model.Operation.OnHost}; what is
 * here only looks, or changes the workspace.
 */
public interface Hosts {

    /** All hosts, in the order in which they were added. */
    List<Host> list() throws ProblemException;

    /** One of them; {@code host.unknown} if there is none of that name. */
    Host get(String name) throws ProblemException;

    /**
     * Returns a host as {@link #add} would remember it; contacts nobody and remembers nothing.
     *
     * @throws ProblemException {@code host.known}, {@code host.field}
     */
    Host judge(Host host) throws ProblemException;

    /**
     * Connects to a host, judges its key, makes sure that the account can write where its root is, and remembers it. Nothing
     * is written there.
     *
     * @throws ProblemException {@code host.known}, {@code host.field}, {@code ssh.…}; the workspace is as it was
     */
    Host add(Host host, JobContext job) throws ProblemException, InterruptedException;

    /** Saves other facts about a host that is known under that name; contacts nobody. */
    Host save(Host host) throws ProblemException;

    /** Forgets a host; nothing there is touched. */
    void remove(String name) throws ProblemException;

    /**
     * Looks at a host and remembers what was found. A host that cannot be reached is a report with a problem and what was
     * seen last.
     */
    HostReport check(String name, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Looks at several hosts at the same time; answers in their order.
     *
     * @throws ProblemException {@code host.unknown} before any of them is looked at
     */
    List<HostReport> checkAll(List<String> names, JobContext job) throws ProblemException, InterruptedException;

    /** What was found last; empty before the first time. Contacts nobody. */
    Optional<HostReport> last(String name) throws ProblemException;

    /**
     * Compares a host with its profile; changes nothing.
     *
     * @throws ProblemException {@code provision.none} if it has no profile, {@code provision.system}, {@code ssh.…}
     */
    HostDrift drift(String name, JobContext job) throws ProblemException, InterruptedException;

    /** The same for a host as it might be, with a profile that is not saved yet. */
    HostDrift driftOf(Host host, JobContext job) throws ProblemException, InterruptedException;

    /** A profile to begin with: every repository of the workspace, published below the host's root by nginx and rsync. */
    HostProfile suggestProfile(String name) throws ProblemException;

    /** What clients must be told to use a repository from a host. */
    List<ClientLines> clients(String dir, String host) throws ProblemException;

    /** The mail by which a new mirror is announced to its upstream's keepers, as far as it is known here. */
    String registration(String dir, String host) throws ProblemException;
}

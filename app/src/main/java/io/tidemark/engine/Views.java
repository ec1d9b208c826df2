package io.tidemark.engine;

import io.tidemark.job.JobContext;
import io.tidemark.model.ChangePage;
import io.tidemark.model.Comparison;
import io.tidemark.model.FileChange;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Timeline;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is there; never changes anything, works while somebody writes. */
public interface Views {

    /** One repository at a glance; quick, contacts nobody. */
    RepositoryStatus status(String dir) throws ProblemException;

    /** The same after looking at upstream (a handful of requests). */
    RepositoryStatus checkUpstream(String dir, JobContext job) throws ProblemException, InterruptedException;

    /** All versions by sequence, staged ones last. */
    List<Version> versions(String dir) throws ProblemException;

    /** What the kind knows of a version. */
    VersionFacts facts(String dir, String version) throws ProblemException;

    /** Versions and lanes. */
    Timeline timeline(String dir) throws ProblemException;

    /** Two versions side by side. */
    Comparison compare(String dir, String before, String after, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * Changed files in path order.
     *
     * @param kinds kinds of change wanted; empty for all
     * @param filter text the path must contain, ignoring case; empty for all
     */
    ChangePage changes(
            String dir,
            String before,
            String after,
            Set<FileChange.Kind> kinds,
            String filter,
            long offset,
            int limit,
            JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * Packs a version into one file that the kind's own program reads, on the machine of the repository.
     *
     * @param file where; nothing may be there, and it lies outside the repository
     * @return its bytes
     * @throws ProblemException {@code export.kind} where a copy of the directory does the same
     */
    long export(String dir, String version, String file, JobContext job) throws ProblemException, InterruptedException;

    /** Journal lines, newest first. */
    List<JournalEntry> log(String dir, int limit) throws ProblemException;

    /** Versions a channel can be rolled back to, best first: the last good one, then earlier ones. */
    List<Version> rollbackTargets(String dir, String channel) throws ProblemException;

    /** What an unadopted directory looks like, with programs that write into it. */
    Found recognise(String dir, JobContext job) throws ProblemException, InterruptedException;

    /** Programs other than us that write into a tree. */
    List<ForeignWriter> foreignWriters(String dir) throws ProblemException, InterruptedException;

    /** What is worth knowing of an upstream as it was typed: which protocol suits it, and why. Contacts nobody. */
    List<Notice> advise(String kind, Upstream upstream) throws ProblemException;

    /** Parts among which an address leaves the choice, for example modules of an rsync daemon; none where it says all. */
    List<String> parts(String kind, String url, JobContext job) throws ProblemException, InterruptedException;

    /** The kinds there are. */
    List<KindInfo> kinds();

    /** What was found in a directory: recognised or not, and who writes there. */
    record Found(Optional<Recognition> recognition, List<ForeignWriter> writers) {}
}

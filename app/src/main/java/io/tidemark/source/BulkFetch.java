package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an upstream can do in one go that others do file by file. Used by one thread at a time. */
public interface BulkFetch {

    /** Name of the directories in which an interrupted order keeps parts of files, beside where those belong. */
    String PARTS = ".tidemark-partial";

    /**
     * One entry of an upstream.
     *
     * @param path below the root, checked as a {@link Source} checks its locations
     * @param entry what it is; its name is the last part of the path
     * @param sameAs path of another file that is the same one under another name, a hard link
     */
    record Item(String path, Entry entry, Optional<String> sameAs) {}

    /**
     * Files to bring.
     *
     * @param files what is wanted; one that is longer than promised does not come
     * @param into an empty directory, or what an interrupted order left there; each file comes to lie at its location
     * @param basis a directory whose files, at the same locations, are probably much like those wanted: of them only
     *     what changed travels
     */
    record Order(List<Wanted> files, Path into, Optional<Path> basis) {}

    /**
     * One file to bring.
     *
     * @param size bytes that it must have
     */
    record Wanted(String location, long size) {}

    /**
     * Everything below the root, directories included, in the order of the upstream.
     *
     * @param leftOut patterns of directories that need not be looked into, as far as the upstream understands them:
     *     {@code *} and {@code ?} within a name, without a slash for a name anywhere, with one for a path from the root;
     *     callers leave out what they do not want themselves
     */
    List<Item> listing(List<String> leftOut, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Brings files, raising the bytes of the job's progress. What lies there afterwards was put there by a stranger: the
     * caller looks at names, types and content. A file that upstream does not have any more is not there, or the order
     * fails with {@code upstream.missing} or {@code upstream.moved}.
     */
    void fetch(Order order, JobContext job) throws ProblemException, InterruptedException;
}

package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A version being built, invisible to clients. Files may be added by many threads at once; the rest is for one thread.
 * Paths are plain text relative to the version; anything that could leave it is refused ({@code name.path}).
 */
public interface Staging {

    /** The version's name. */
    String version();

    /** Its tree so far, for reading only. */
    Path tree();

    /** Identity by path of the complete, verified files that are already here (from an earlier run). */
    Map<String, String> present();

    /**
     * Shares one file of a sealed version; digest and mode are inherited.
     *
     * @return how it was shared
     */
    RepositoryStore.Sharing share(String path, String fromVersion, String identity) throws ProblemException;

    /**
     * Shares many files at once, as fast as the disk allows.
     *
     * @param identities identity by path; the paths exist in {@code fromVersion}
     */
    void shareAll(Map<String, String> identities, String fromVersion, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * Adds a small file whose content is complete and checked, without a part: it is there whole, or the next run fetches
     * it again.
     */
    void put(String path, String identity, Content content) throws ProblemException;

    /** Opens a new file for writing, or goes on with a partial one; see {@link Part}. */
    Part begin(String path, String identity) throws ProblemException;

    /**
     * Takes a file that lies elsewhere on this machine in without copying it where that can be: it has one more name then.
     *
     * @param reading reads the file once, under its name here
     * @throws ProblemException {@code store.moving} if somebody changes it meanwhile
     */
    void bring(String path, Path source, String identity, Reading reading, JobContext job)
            throws ProblemException, InterruptedException;

    /**
     * A directory of this version's own beside its tree, for foreign programs to fetch into. What lies there stays for the
     * next run, is never published, and goes away when the version is sealed or discarded.
     */
    Path scratch() throws ProblemException;

    /**
     * A private directory on the disk of the version, where a program may put files before anybody looks at them. What an
     * interrupted run left there is still there.
     */
    Delivery delivery() throws ProblemException;

    /** Makes a symbolic link; the target must stay inside the version. */
    void link(String path, String target) throws ProblemException;

    /** Makes an empty directory (directories of files come by themselves). */
    void directory(String path) throws ProblemException;

    /** Removes everything whose path is not in the set: files upstream no longer has. */
    void retain(Set<String> paths) throws ProblemException;

    /**
     * Seals: writes the manifest, makes all durable, renames into place, journals. The staging is finished afterwards.
     */
    Version seal(VersionFacts facts, JobContext job) throws ProblemException, InterruptedException;

    /**
     * The same for a version that is one file among others: it lies at the top of the repository then. What else is in
     * the tree is thrown away.
     */
    Version sealFile(String path, VersionFacts facts, JobContext job) throws ProblemException, InterruptedException;

    /** Reads a file through. */
    @FunctionalInterface
    interface Reading {
        /** The SHA-256 of the file, in hexadecimal digits. */
        String sha256(Path file) throws ProblemException, InterruptedException;
    }

    /** Files that a program brought for a version; they are strangers until they are taken. Taken by many threads. */
    interface Delivery {

        /** Where the program is to put them. */
        Path place();

        /**
         * Leaves nothing but plain files of these paths, and what lies in directories of that name.
         *
         * @param parts name of directories in which the program keeps parts of files
         * @return paths of what was removed, in a form that can be shown
         */
        List<String> retain(Set<String> paths, String parts) throws ProblemException;

        /**
         * Makes one of the files a file of the version, by renaming it.
         *
         * @param delivered its path in this place
         * @param reading reads and checks it, once
         * @throws ProblemException {@code store.moving} if somebody changes it meanwhile
         */
        void take(String delivered, String path, String identity, Reading reading)
                throws ProblemException, InterruptedException;
    }

    /**
     * The bytes of a whole file.
     *
     * @param bytes the file's content from the start; not changed by anybody
     * @param length how many of them
     * @param modified its time, the time of writing if empty
     */
    record Content(byte[] bytes, int length, Optional<Instant> modified) {}

    /** A file on its way into a staged version; used by one thread. Closing without {@link #commit} keeps the part. */
    interface Part extends AutoCloseable {

        /** Bytes already here from an interrupted earlier fetch, with the validator they came with. */
        long length();

        /** Validator noted with the partial bytes. */
        Optional<String> validator();

        /**
         * The existing partial bytes, from the start, so that a check can see them again; then the writer appends.
         */
        java.io.InputStream existing() throws ProblemException;

        /** Throws the partial bytes away. */
        void restart() throws ProblemException;

        /** Where new bytes go; hashes them as they pass. Notes the validator first. Close it before {@link #commit}. */
        OutputStream append(Optional<String> newValidator) throws ProblemException;

        /** The content is complete and checked: gives it mode 0444, its time and its name. */
        void commit(Optional<Instant> modified) throws ProblemException;

        @Override
        void close();
    }
}

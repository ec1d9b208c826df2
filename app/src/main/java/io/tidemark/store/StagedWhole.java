package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.security.MessageDigest;

/** Writes small files whole and straight into the tree of a staged version; the log makes them part of it. */
record StagedWhole(StagedVersion version, Disk disk) {

    StagedFile write(String path, String identity, Staging.Content content) throws ProblemException {
        MessageDigest digest = Sha256.start();
        digest.update(content.bytes(), 0, content.length());
        String sha256 = ManifestFormat.hex(digest.digest());
        return StagedFile.fetched(path, identity, sha256, write(path, content));
    }

    /** What could not be written whole would only be in the way. */
    private Stat write(String path, Staging.Content content) throws ProblemException {
        OpenFile file = create(path);
        try (file) {
            file.write(content.bytes(), 0, content.length(), 0);
            if (content.modified().isPresent()) {
                file.utime(Stat.nanos(content.modified().get()));
            }
            return file.stat();
        } catch (ProblemException e) {
            clearAfter(e, path);
            throw e;
        }
    }

    private void clearAfter(ProblemException failure, String path) {
        try {
            version.clear(path);
        } catch (ProblemException left) {
            failure.addSuppressed(left);
        }
    }

    private OpenFile create(String path) throws ProblemException {
        try {
            return version.place().createFile(path);
        } catch (ProblemException e) {
            if (!Errno.is(e, "store.in-the-way")) {
                throw e;
            }
            version.clear(path);
            return version.place().createFile(path);
        }
    }
}

package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.security.MessageDigest;
import java.util.Optional;

/** Reads every byte of a file. */
final class VerifyFile {

    private VerifyFile() {}

    /** A file as it was from before its first byte was read until after its last. */
    record Read(Stat stat, String sha256) {}

    /** Reads a file through; empty if somebody changed it meanwhile. */
    static Optional<Read> through(Disk disk, Dir dir, byte[] name, JobContext job)
            throws ProblemException, InterruptedException {
        try (OpenFile file = disk.read(dir, name)) {
            Stat before = file.stat();
            String digest = digest(file, job);
            return file.stat().equals(before) ? Optional.of(new Read(before, digest)) : Optional.empty();
        }
    }

    private static String digest(OpenFile file, JobContext job) throws ProblemException, InterruptedException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[Scratch.BUFFER];
        long at = 0;
        int got = file.read(buffer, 0, buffer.length, at);
        while (got >= 0) {
            job.checkpoint();
            digest.update(buffer, 0, got);
            job.progress().bytes(got);
            at += got;
            got = file.read(buffer, 0, buffer.length, at);
        }
        return ManifestFormat.hex(digest.digest());
    }
}

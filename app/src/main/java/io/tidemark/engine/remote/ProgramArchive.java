package io.tidemark.engine.remote;

import io.tidemark.job.JobContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** This program as a tar archive; what is sent is digested on the way. */
record ProgramArchive(ProgramTree tree, JobContext job) {

    private static final int READABLE = 0644;
    private static final int RUNNABLE = 0755;

    /** A file of ours cannot be read. */
    static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause);
        }
    }

    /** Writes it; {@code digests} gets the SHA-256 of each file by its name. */
    void write(OutputStream out, Map<String, String> digests) throws IOException, InterruptedException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        for (Path file : tree.files()) {
            job.checkpoint();
            digests.put(tree.name(file), put(file, tar));
            job.progress().file();
        }
        tar.finish();
        tar.flush();
    }

    private String put(Path file, TarArchiveOutputStream tar) throws IOException {
        MessageDigest digest = sha256();
        long size = size(file);
        TarArchiveEntry entry = new TarArchiveEntry(tree.name(file));
        entry.setSize(size);
        entry.setMode(Files.isExecutable(file) ? RUNNABLE : READABLE);
        tar.putArchiveEntry(entry);
        try (InputStream in = new DigestInputStream(open(file), digest)) {
            job.progress().bytes(in.transferTo(tar));
        }
        tar.closeArchiveEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long size(Path file) throws Unreadable {
        try {
            return Files.size(file);
        } catch (IOException ours) {
            throw new Unreadable(ours);
        }
    }

    private static InputStream open(Path file) throws Unreadable {
        try {
            return Files.newInputStream(file);
        } catch (IOException ours) {
            throw new Unreadable(ours);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.tidemark.engine.host;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of a repository here that no manifest lists, as it lies. */
final class FileHere {

    private static final int PERMISSIONS = 0777;
    private static final int BUFFER = 1 << 16;

    private FileHere() {}

    /** Its size, mode and digest, which is taken now. */
    static ManifestEntry entry(Path directory, String path) throws ProblemException {
        Path file = directory.resolve(path);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            int mode = (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS;
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
            return new ManifestEntry(
                    new EntryPath(path), Type.FILE, mode, size, HexFormat.of().formatHex(digest.digest()), "");
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("store.io", Problem.Category.STORAGE, "object", file, "path", file)
                            .with(failed.toString()),
                    failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

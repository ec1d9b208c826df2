package io.tidemark.kind.git;

import io.tidemark.kind.WantedFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The files of a version that are known before its objects are fetched: what it says of its refs, and objects it shares. */
final class GitFiles {

    /** What a file of objects is told by: its name says what is in it. */
    private static final String OWN = "own:";

    private GitFiles() {}

    static String identity(String path) {
        return OWN + path;
    }

    static String identity(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Files of objects of another version, then what says which refs there are. */
    static List<WantedFile> of(Refs refs, SortedMap<String, Long> shared) {
        List<WantedFile> files = new ArrayList<>();
        shared.forEach((path, size) -> files.add(new WantedFile(
                path, path, size, identity(path), Optional.empty(), Optional.empty(), 0, Optional.empty())));
        small(refs)
                .forEach((path, content) -> files.add(new WantedFile(
                        path,
                        path,
                        content.length,
                        identity(content),
                        Optional.of(content),
                        Optional.empty(),
                        1,
                        Optional.empty())));
        return files;
    }

    /** What a version says of its refs, and how git is to read it; by path. */
    static Map<String, byte[]> small(Refs refs) {
        return Map.of(
                "HEAD", refs.headFile(),
                "config", refs.configFile(),
                "packed-refs", refs.packedFile(),
                "info/refs", refs.infoFile());
    }
}

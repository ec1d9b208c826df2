package io.tidemark.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads small texts of the system; what is missing, unreadable or too long is passed over. */
final class SmallFiles {

    private static final int LONGEST = 256 * 1024;

    private SmallFiles() {}

    static Optional<String> text(Path file) {
        return text(file, "");
    }

    /** A text that begins with these ASCII characters; of anything else, for example a program, no more is read. */
    static Optional<String> text(Path file, String start) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String first = new String(in.readNBytes(start.length()), StandardCharsets.ISO_8859_1);
            return first.equals(start) ? rest(first, in) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> rest(String first, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        return bytes.length > LONGEST || contains(bytes, (byte) 0)
                ? Optional.empty()
                : Optional.of(first + new String(bytes, StandardCharsets.UTF_8));
    }

    /** Entries of a directory by name, none if there is no such directory or we may not look. */
    static List<Path> list(Path directory, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }
}

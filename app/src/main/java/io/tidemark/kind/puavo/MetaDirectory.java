package io.tidemark.kind.puavo;

import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The documents of series in a published tree, by the order of their names; links are not followed. */
final class MetaDirectory {

    private static final int MOST = 1000;

    private final Path directory;

    MetaDirectory(Path tree) {
        this.directory = tree.resolve(Places.META);
    }

    /** Every series; a name in a second document is refused. */
    List<PublishedSeries> read() throws ProblemException {
        List<PublishedSeries> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : files()) {
            for (PublishedSeries each : new SeriesReader(file.toString()).read(bytes(file))) {
                if (!names.add(each.name())) {
                    throw Spot.wrong(file.toString(), SeriesReader.CODE, "", each.name());
                }
                all.add(each);
            }
        }
        return all;
    }

    /** Its documents; none where there is no such directory. */
    List<Path> files() throws ProblemException {
        List<Path> files = new ArrayList<>();
        if (Files.isSymbolicLink(directory)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (Places.isDocument(entry.getFileName().toString())
                        && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                        && files.size() < MOST) {
                    files.add(entry);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException notYet) {
            return files;
        } catch (IOException | DirectoryIteratorException failed) {
            throw Problems.unreadable(directory, failed instanceof IOException io ? io : new IOException(failed));
        }
        files.sort(null);
        return files;
    }

    /** What a document says; refused where it is too long. */
    static byte[] bytes(Path file) throws ProblemException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(Json.LONGEST + 1);
            if (bytes.length > Json.LONGEST) {
                throw Spot.wrong(file.toString(), SeriesReader.CODE, "", "> " + Json.LONGEST + " B");
            }
            return bytes;
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }
}

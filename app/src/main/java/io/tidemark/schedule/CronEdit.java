package io.tidemark.schedule;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Comments lines of a cron table out and back in: another file with the same owner and mode takes the table's place in one
 * step, and the first edit leaves a copy of the table beside it under a name that cron passes over.
 */
final class CronEdit {

    static final String MARK = "#tidemark-disabled# ";

    private final Path file;

    CronEdit(Path file) {
        this.file = file;
    }

    /** Comments the line out. Already done is done. */
    void disable(int number, String line) throws ProblemException {
        replace(number, line, MARK + line);
    }

    /** Takes the mark away again. */
    void enable(int number, String line) throws ProblemException {
        replace(number, MARK + line, line);
    }

    /** The copy of the table as it was before the first edit. */
    Path backup() {
        return file.resolveSibling("." + file.getFileName() + ".tidemark-backup");
    }

    private void replace(int number, String before, String after) throws ProblemException {
        try {
            String table = Files.readString(file);
            String edited = replaced(table, new Line(file + ":" + number, number), before, after);
            if (!edited.equals(table)) {
                save(edited);
            }
        } catch (IOException error) {
            throw new ProblemException(
                    Problem.of("writer.edit", Problem.Category.STORAGE, "object", file)
                            .with(error.toString()),
                    error);
        }
    }

    /** Which line is meant, and what people call it. */
    record Line(String object, int number) {}

    /** A table with one line exchanged for another; as it is when that was done before. */
    static String replaced(String table, Line line, String before, String after) throws ProblemException {
        List<String> lines = new ArrayList<>(List.of(table.split("\n", -1)));
        int at = find(lines, line.number(), before);
        if (at >= 0) {
            lines.set(at, after);
        } else if (find(lines, line.number(), after) < 0) {
            throw new ProblemException(Problem.of("writer.changed", Problem.Category.REFUSED, "object", line.object()));
        }
        return String.join("\n", lines);
    }

    /** The line may have moved since it was found. */
    private static int find(List<String> lines, int number, String text) {
        boolean inPlace =
                number >= 1 && number <= lines.size() && lines.get(number - 1).equals(text);
        return inPlace ? number - 1 : lines.indexOf(text);
    }

    private void save(String text) throws IOException {
        Path target = file.toRealPath();
        PosixFileAttributes old = Files.readAttributes(target, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (Files.notExists(backup(), LinkOption.NOFOLLOW_LINKS)) {
            write(backup(), Files.readString(target), old);
        }
        Path fresh = target.resolveSibling("." + target.getFileName() + ".tidemark-new");
        Files.deleteIfExists(fresh);
        write(fresh, text, old);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void write(Path path, String text, PosixFileAttributes like) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            view.setPermissions(like.permissions());
            if (!view.getOwner().equals(like.owner())) {
                view.setOwner(like.owner());
            }
            if (!view.readAttributes().group().equals(like.group())) {
                view.setGroup(like.group());
            }
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}

package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a dry run in our own format, see "--out-format" in rsync(1) and rsyncd.conf(5). Bytes that cannot be printed
 * are written {@code \#ooo} there, so that a line is a line; names are decoded from that and must be plain text then.
 */
final class RsyncLine {

    /** What rsync is asked to print of each entry: kind of change, length, time, name, and where a link leads. */
    static final String FORMAT = "I\t%i\t%l\t%M\t%n\t%L";

    private static final String TIME = "(\\d{4})/(\\d\\d)/(\\d\\d)-(\\d\\d):(\\d\\d):(\\d\\d)";
    private static final Pattern ENTRY =
            Pattern.compile("I\t(.)([fdLDS]).{9}\t(\\d{1,18})\t" + TIME + "\t(.*)\t([^\t]*)");
    private static final Pattern SKIPPED = Pattern.compile("skipping non-regular file \"(.*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\#([0-3][0-7]{2})");

    private RsyncLine() {}

    /** The entry of a line; none for the root itself and for lines that are of no entry. */
    static Optional<BulkFetch.Item> read(String line) throws ProblemException {
        Matcher skipped = SKIPPED.matcher(line);
        if (skipped.matches()) {
            return Optional.of(item(path(skipped.group(1)), Entry.Type.SPECIAL, -1, null, Optional.empty()));
        }
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            if (line.startsWith("I\t")) {
                throw name(line.substring(2));
            }
            return Optional.empty();
        }
        return entry.group(10).equals("./") ? Optional.empty() : Optional.of(entry(entry));
    }

    private static BulkFetch.Item entry(Matcher line) throws ProblemException {
        long size = Long.parseLong(line.group(3));
        Instant time = time(line);
        String name = line.group(10);
        String link = line.group(11);
        boolean directory = line.group(2).equals("d");
        String path = path(directory && name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
        return switch (line.group(2)) {
            case "d" -> item(path, Entry.Type.DIRECTORY, -1, time, Optional.empty());
            case "L" -> item(path, Entry.Type.SYMLINK, -1, time, Optional.of(target(link)));
            case "f" -> file(path, size, time, link);
            default -> item(path, Entry.Type.SPECIAL, -1, time, Optional.empty());
        };
    }

    private static BulkFetch.Item file(String path, long size, Instant time, String link) throws ProblemException {
        Entry entry = new Entry(last(path), Entry.Type.FILE, size, Optional.of(time), Optional.empty());
        Optional<String> same =
                link.startsWith(" => ") ? Optional.of(path(link.substring(" => ".length()))) : Optional.empty();
        return new BulkFetch.Item(path, entry, same);
    }

    private static BulkFetch.Item item(String path, Entry.Type type, long size, Instant time, Optional<String> target) {
        Entry entry = new Entry(last(path), type, size, Optional.ofNullable(time), target);
        return new BulkFetch.Item(path, entry, Optional.empty());
    }

    /** A link's target as it stands; whoever wants to make it checks where it leads. */
    private static String target(String link) {
        String raw = link.startsWith(" -> ") ? link.substring(" -> ".length()) : "";
        return EntryPath.ofBytes(decode(raw)).text();
    }

    private static String path(String written) throws ProblemException {
        EntryPath path = EntryPath.ofBytes(decode(written));
        for (String name : path.text().split("/", -1)) {
            if (path.escaped() || !Locations.validName(name)) {
                throw name(written);
            }
        }
        return path.text();
    }

    private static byte[] decode(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length());
        Matcher escape = ESCAPE.matcher(written);
        int at = 0;
        while (escape.find(at)) {
            bytes.writeBytes(written.substring(at, escape.start()).getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(Integer.parseInt(escape.group(1), 8));
            at = escape.end();
        }
        bytes.writeBytes(written.substring(at).getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    private static Instant time(Matcher line) {
        try {
            return LocalDateTime.of(
                            Integer.parseInt(line.group(4)),
                            Integer.parseInt(line.group(5)),
                            Integer.parseInt(line.group(6)),
                            Integer.parseInt(line.group(7)),
                            Integer.parseInt(line.group(8)),
                            Integer.parseInt(line.group(9)))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException odd) {
            return Instant.EPOCH;
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static ProblemException name(String written) {
        EntryPath path = EntryPath.ofBytes(decode(written));
        return new ProblemException(Problem.of(
                "upstream.name",
                Problem.Category.REFUSED,
                "object",
                path.name(),
                "directory",
                path.parent().isEmpty() ? "/" : path.parent()));
    }
}

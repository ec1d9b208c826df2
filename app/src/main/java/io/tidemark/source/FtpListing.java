package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads listings of FTP servers: MLSD (RFC 3659, section 7), and what LIST prints on Unix and on Windows. Those show times
 * too coarsely to be of use, so they are left out. For one thread.
 */
final class FtpListing {

    private static final int LONGEST_LINE = 8192;
    private static final Pattern MLSD = Pattern.compile("([^ ]*) (.+)");
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:\\.\\d{1,9})?");
    private static final Pattern UNIX = Pattern.compile("([-dlbcps])[-rwxsStTlL]{9}[.+@]?\\s+\\d+\\s+(?:\\S+\\s+){1,2}?"
            + "(\\d{1,18}|\\d+,\\s*\\d+)\\s+[A-Za-z]{3}\\s+\\d{1,2}\\s+(?:\\d{4}|\\d{1,2}:\\d\\d) (.+)");
    private static final Pattern DOS =
            Pattern.compile("\\d\\d-\\d\\d-\\d{2,4}\\s+\\d\\d:\\d\\d(?:[AP]M)?\\s+(<DIR>|\\d{1,18})\\s+(.+)");

    private final String directory;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    FtpListing(String directory) {
        this.directory = directory;
    }

    /** The entries of a listing. */
    static List<Entry> read(byte[] listing, boolean machine, String directory) throws ProblemException {
        FtpListing reading = new FtpListing(directory);
        for (String line : new String(listing, StandardCharsets.ISO_8859_1).split("\r?\n")) {
            if (line.length() > LONGEST_LINE) {
                throw reading.unreadable();
            } else if (machine && !line.isEmpty()) {
                reading.machine(line);
            } else if (!line.isEmpty() && !line.matches("total \\d{1,18}")) {
                reading.printed(line);
            }
        }
        return reading.entries;
    }

    /** A time in the form of MLSD and MDTM, in UTC. */
    static Optional<Instant> time(String text) {
        Matcher time = TIME.matcher(text);
        try {
            return time.matches() ? Optional.of(time(time)) : Optional.empty();
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    private static Instant time(Matcher time) {
        return LocalDateTime.of(
                        Integer.parseInt(time.group(1)),
                        Integer.parseInt(time.group(2)),
                        Integer.parseInt(time.group(3)),
                        Integer.parseInt(time.group(4)),
                        Integer.parseInt(time.group(5)),
                        Integer.parseInt(time.group(6)))
                .toInstant(ZoneOffset.UTC);
    }

    private void machine(String line) throws ProblemException {
        Matcher parts = MLSD.matcher(line);
        if (!parts.matches()) {
            throw unreadable();
        }
        String type = "";
        String written = "";
        Optional<Instant> modified = Optional.empty();
        long size = -1;
        for (String fact : parts.group(1).split(";")) {
            int sign = Math.max(0, fact.indexOf('='));
            String value = fact.substring(Math.min(fact.length(), sign + 1));
            switch (fact.substring(0, sign).toLowerCase(Locale.ROOT)) {
                case "type" -> {
                    written = value;
                    type = value.toLowerCase(Locale.ROOT);
                }
                case "size" -> size = size(value);
                case "modify" -> modified = time(value);
                default -> {}
            }
        }
        String name = parts.group(2);
        if (type.equals("file")) {
            add(name, Entry.Type.FILE, size, modified, Optional.empty());
        } else if (type.equals("dir")) {
            add(name, Entry.Type.DIRECTORY, -1, modified, Optional.empty());
        } else if (type.startsWith("os.unix=s") && type.contains("link")) {
            int colon = written.indexOf(':');
            add(
                    name,
                    Entry.Type.SYMLINK,
                    -1,
                    modified,
                    Optional.of(colon < 0 ? "" : text(written.substring(colon + 1))));
        } else if (!type.equals("cdir") && !type.equals("pdir")) {
            add(name, Entry.Type.SPECIAL, -1, modified, Optional.empty());
        }
    }

    private void printed(String line) throws ProblemException {
        Matcher unix = UNIX.matcher(line);
        Matcher dos = DOS.matcher(line);
        if (unix.matches()) {
            unix(unix);
        } else if (dos.matches() && dos.group(1).equals("<DIR>")) {
            add(dos.group(2), Entry.Type.DIRECTORY, -1, Optional.empty(), Optional.empty());
        } else if (dos.matches()) {
            add(dos.group(2), Entry.Type.FILE, size(dos.group(1)), Optional.empty(), Optional.empty());
        } else {
            throw unreadable();
        }
    }

    private void unix(Matcher line) throws ProblemException {
        String name = line.group(3);
        switch (line.group(1)) {
            case "-" -> add(name, Entry.Type.FILE, size(line.group(2)), Optional.empty(), Optional.empty());
            case "d" -> add(name, Entry.Type.DIRECTORY, -1, Optional.empty(), Optional.empty());
            case "l" -> {
                int arrow = name.indexOf(" -> ");
                String target = arrow < 0 ? "" : text(name.substring(arrow + " -> ".length()));
                add(
                        arrow < 0 ? name : name.substring(0, arrow),
                        Entry.Type.SYMLINK,
                        -1,
                        Optional.empty(),
                        Optional.of(target));
            }
            default -> add(name, Entry.Type.SPECIAL, -1, Optional.empty(), Optional.empty());
        }
    }

    private void add(String raw, Entry.Type type, long size, Optional<Instant> modified, Optional<String> target)
            throws ProblemException {
        if (raw.equals(".") || raw.equals("..")) {
            if (type == Entry.Type.DIRECTORY) {
                return;
            }
            throw name(raw);
        }
        EntryPath name = EntryPath.ofBytes(raw.getBytes(StandardCharsets.ISO_8859_1));
        if (name.escaped() || !Locations.validName(name.text())) {
            throw name(name.text());
        }
        if (!names.add(name.text())) {
            throw new ProblemException(Problem.of(
                    "upstream.twice", Problem.Category.REFUSED, "object", Locations.join(directory, name.text())));
        }
        entries.add(new Entry(name.text(), type, size, modified, target));
    }

    private long size(String text) throws ProblemException {
        if (!text.matches("\\d{1,18}")) {
            throw unreadable();
        }
        return Long.parseLong(text);
    }

    private static String text(String raw) {
        return EntryPath.ofBytes(raw.getBytes(StandardCharsets.ISO_8859_1)).text();
    }

    private ProblemException name(String shown) {
        return new ProblemException(Problem.of(
                "upstream.name",
                Problem.Category.REFUSED,
                "object",
                shown,
                "directory",
                directory.isEmpty() ? "/" : directory));
    }

    private ProblemException unreadable() {
        return new ProblemException(Problem.of(
                "upstream.listing", Problem.Category.REFUSED, "object", directory.isEmpty() ? "/" : directory));
    }
}

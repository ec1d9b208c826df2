package io.tidemark.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory as nginx lists it with {@code autoindex on}: directories first, byte order, exact sizes, UTC. */
final class ListingPage {

    private static final int WIDTH = 50;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Published published;

    ListingPage(Published published) {
        this.published = published;
    }

    private record Row(String name, BasicFileAttributes attributes) {
        boolean file() {
            return attributes.isRegularFile();
        }
    }

    byte[] page(Path directory, String title) throws IOException {
        StringBuilder out = new StringBuilder(4096);
        String shown = escape(title);
        out.append("<html>\r\n<head><title>Index of ")
                .append(shown)
                .append("</title></head>\r\n<body>\r\n<h1>Index of ");
        out.append(shown).append("</h1><hr><pre><a href=\"../\">../</a>\r\n");
        rows(directory).forEach(row -> append(row, out));
        return out.append("</pre><hr></body>\r\n</html>\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Row> rows(Path directory) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                row(path).ifPresent(rows::add);
            }
        }
        rows.sort(Comparator.comparing(Row::file).thenComparing(ListingPage::byBytes));
        return rows;
    }

    private Optional<Row> row(Path path) throws IOException {
        String name = path.getFileName().toString();
        if (name.startsWith(".") || name.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            return Optional.empty();
        }
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isSymbolicLink()) {
            Optional<Path> real = published.real(path);
            if (real.isEmpty()) {
                return Optional.empty();
            }
            found = Files.readAttributes(real.get(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
        return found.isRegularFile() || found.isDirectory() ? Optional.of(new Row(name, found)) : Optional.empty();
    }

    private static void append(Row row, StringBuilder out) {
        String name = row.file() ? row.name() : row.name() + "/";
        boolean cut = name.length() > WIDTH;
        String shown = escape(cut ? name.substring(0, WIDTH - 3) : name) + (cut ? "..&gt;" : "");
        out.append("<a href=\"")
                .append(UrlPath.encode(row.name()))
                .append(row.file() ? "" : "/")
                .append("\">");
        out.append(shown).append("</a>").repeat(' ', Math.max(0, WIDTH - name.length()) + 1);
        out.append(DATE.format(row.attributes().lastModifiedTime().toInstant()));
        String size = row.file() ? Long.toString(row.attributes().size()) : "-";
        out.repeat(' ', Math.max(1, 20 - size.length())).append(size).append("\r\n");
    }

    private static int byBytes(Row a, Row b) {
        return java.util.Arrays.compareUnsigned(
                a.name().getBytes(StandardCharsets.UTF_8), b.name().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.source.http.HttpFault;
import io.tidemark.source.http.HttpUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Directory listings in HTML: nginx and Apache, lighttpd, Python's {@code http.server} and others that show one link for
 * each entry. Only links to direct children of the page's own directory count; names come from the link, never from the
 * text, which servers cut and escape. Reads the page in one pass whatever is in it.
 */
final class HtmlListing {

    private static final int MAX_TAG = 8192;
    private static final int MAX_TAIL = 1000;
    private static final Pattern HREF = Pattern.compile("(?i)\\shref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    private static final Pattern TITLE =
            Pattern.compile("(?i)index of|directory listing|href\\s*=\\s*[\"']?\\.\\./?[\"'> ]");

    private final HttpUrl page;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    HtmlListing(HttpUrl page) {
        this.page = page;
    }

    List<Entry> parse(String html) throws HttpFault {
        if (!TITLE.matcher(html).find()) {
            throw HttpFault.lie("upstream.listing", "object", page);
        }
        int at = anchor(html, 0);
        while (at >= 0) {
            int close = html.indexOf('>', at);
            int next = close < 0 ? -1 : anchor(html, close);
            if (close > 0 && close - at < MAX_TAG) {
                int tail = Math.min(next < 0 ? html.length() : next, close + MAX_TAIL);
                link(html.substring(at, close), html.substring(close + 1, Math.max(close + 1, tail)));
            }
            at = next;
        }
        return new ArrayList<>(entries.values());
    }

    private void link(String tag, String tail) throws HttpFault {
        Matcher href = HREF.matcher(tag);
        if (href.find()) {
            String said = href.group(1) != null ? href.group(1) : href.group(2) != null ? href.group(2) : href.group(3);
            Optional<String> child = child(Hrefs.unescape(said));
            if (child.isPresent()) {
                add(child.get(), Tail.parse(tail));
            }
        }
    }

    private void add(String child, Tail tail) {
        boolean directory = child.endsWith("/");
        String name = directory ? child.substring(0, child.length() - 1) : child;
        Entry.Type type = directory ? Entry.Type.DIRECTORY : Entry.Type.FILE;
        Entry entry = new Entry(name, type, directory ? -1 : tail.size(), tail.modified(), Optional.empty());
        Entry before = entries.get(name);
        if (before == null || before.modified().isEmpty()) {
            entries.put(name, entry);
        }
    }

    /** The decoded name that a link gives a child of this directory, with a slash after a directory. */
    private Optional<String> child(String href) throws HttpFault {
        String bare = href.replaceFirst("[?#].*$", "");
        Optional<HttpUrl> target = page.resolve(Hrefs.legal(bare));
        if (target.isEmpty()) {
            if (Hrefs.foreign(bare)) {
                return Optional.empty();
            }
            throw odd(bare);
        }
        return page.sameOrigin(target.get()) ? below(Hrefs.path(target.get()), bare) : Optional.empty();
    }

    private Optional<String> below(String path, String href) throws HttpFault {
        boolean directory = path.endsWith("/");
        String bare = directory ? path.substring(0, path.length() - 1) : path;
        int slash = bare.lastIndexOf('/') + 1;
        String own = Hrefs.directory(page);
        if (!Hrefs.decode(bare.substring(0, slash)).equals(Hrefs.decode(own)) || path.equals(own)) {
            return Optional.empty();
        }
        Optional<String> name = Hrefs.decode(bare.substring(slash)).filter(Locations::validName);
        return Optional.of(name.orElseThrow(() -> odd(href)) + (directory ? "/" : ""));
    }

    private HttpFault odd(String href) {
        return HttpFault.lie("upstream.name", "object", EntryPath.of(href).text(), "directory", page);
    }

    private static int anchor(String html, int from) {
        int at = html.indexOf('<', from);
        while (at >= 0 && !html.regionMatches(true, at, "<a", 0, 2)) {
            at = html.indexOf('<', at + 1);
        }
        return at;
    }

    /** What stands behind a link: time and size. */
    record Tail(Optional<java.time.Instant> modified, long size) {

        private static final Pattern SIZE = Pattern.compile("^\\s*([0-9]{1,18})\\s*$");

        static Tail parse(String html) {
            int end = html.toLowerCase(Locale.ROOT).indexOf("</a>");
            String text = html.substring(Math.max(0, end)).replaceAll("<[^>]*>", " ");
            Matcher date = ListingDates.PATTERN.matcher(text);
            if (!date.find()) {
                return new Tail(Optional.empty(), -1);
            }
            String rest = text.substring(date.end()).strip();
            Matcher size = SIZE.matcher(rest.split("[\\s<]", 2)[0]);
            return new Tail(ListingDates.parse(date), size.matches() ? Long.parseLong(size.group(1)) : -1);
        }
    }
}

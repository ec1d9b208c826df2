package io.tidemark.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tidemark.model.EntryPath;
import io.tidemark.source.http.HttpFault;
import io.tidemark.source.http.HttpUrl;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Directory listings as nginx writes them with {@code autoindex_format json}. */
final class JsonListing {

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(4)
            .maxStringLength(4096)
            .maxNumberLength(20)
            .maxDocumentLength(Listings.MAX_BYTES)
            .build();

    private JsonListing() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Item(String name, String type, String mtime, Long size) {}

    static List<Entry> parse(HttpUrl url, byte[] page) throws HttpFault {
        try {
            JsonMapper mapper = new JsonMapper(
                    JsonFactory.builder().streamReadConstraints(BOUNDS).build());
            List<Entry> entries = new ArrayList<>();
            for (Item item : mapper.readValue(page, Item[].class)) {
                entries.add(entry(item, url));
            }
            return entries;
        } catch (JacksonException odd) {
            throw HttpFault.lie("upstream.listing", "object", url);
        }
    }

    private static Entry entry(Item item, HttpUrl url) throws HttpFault {
        if (item == null || item.name() == null || !Locations.validName(item.name())) {
            String name = item == null
                    ? ""
                    : EntryPath.of(String.valueOf(item.name())).text();
            throw HttpFault.lie("upstream.name", "object", name, "directory", url);
        }
        Entry.Type type =
                switch (String.valueOf(item.type())) {
                    case "directory" -> Entry.Type.DIRECTORY;
                    case "file" -> Entry.Type.FILE;
                    default -> Entry.Type.SPECIAL;
                };
        long size = item.size() == null ? -1 : Math.max(-1, item.size());
        return new Entry(
                item.name(), type, size, Validators.date(String.valueOf(item.mtime())), java.util.Optional.empty());
    }
}

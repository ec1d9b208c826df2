package io.tidemark.kind.alpine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The list of release files of one architecture ({@code latest-releases.yaml}). Every value is text; aliases, tags and
 * duplicate keys are refused.
 *
 * @param items every file that is listed
 */
record ReleaseList(List<ReleaseItem> items) {

    static final int LARGEST_FILE = 1 << 20;
    private static final int MOST_ITEMS = 1000;

    ReleaseList {
        items = List.copyOf(items);
    }

    static ReleaseList read(byte[] yaml) throws Malformed {
        if (load(yaml) instanceof List<?> list && list.size() <= MOST_ITEMS) {
            List<ReleaseItem> items = new ArrayList<>();
            Set<String> files = new HashSet<>();
            for (Object each : list) {
                ReleaseItem item = ReleaseItem.of(fields(each));
                if (!files.add(item.file())) {
                    throw ReleaseItem.releases("file listed twice: " + item.file());
                }
                items.add(item);
            }
            return new ReleaseList(items);
        }
        throw ReleaseItem.releases("not a list of at most " + MOST_ITEMS + " items");
    }

    /** The newest version that is listed, empty when nothing is. */
    String newest() {
        return items.stream()
                .map(ReleaseItem::version)
                .max((a, b) -> new ApkVersion(a).compareTo(new ApkVersion(b)))
                .orElse("");
    }

    /** The files of the newest version in the wanted flavours. */
    List<ReleaseItem> wanted(AlpineOptions options) {
        String newest = newest();
        return items.stream()
                .filter(item -> item.version().equals(newest) && options.wantsFlavor(item.flavor()))
                .toList();
    }

    private static Object load(byte[] yaml) throws Malformed {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(Layout.LATEST)
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(LARGEST_FILE)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            return new Load(settings).loadFromString(new String(yaml, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            // not only its own exceptions: the library fails with others on an empty text and on odd tags
            throw ReleaseItem.releases(Malformed.quote(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            throw ReleaseItem.releases("nested too deeply");
        }
    }

    private static Map<String, String> fields(Object item) throws Malformed {
        if (!(item instanceof Map<?, ?> map)) {
            throw ReleaseItem.releases("an item is not a mapping");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (key instanceof String name && value instanceof String text) {
                fields.put(name, text.strip());
            }
        });
        return fields;
    }
}

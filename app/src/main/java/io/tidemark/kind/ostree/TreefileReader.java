package io.tidemark.kind.ostree;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads treefiles, JSON or YAML by the end of the name. Size and depth are bounded and no key stands twice. */
final class TreefileReader {

    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 24;
    private static final int LONGEST_QUOTE = 120;
    private static final JsonMapper MAPPER = mapper();

    private TreefileReader() {}

    static Treefile read(Path file) throws ProblemException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Malformed("larger than " + LARGEST + " bytes");
            }
            return read(new String(bytes, StandardCharsets.UTF_8), isYaml(file.toString()));
        } catch (Malformed damaged) {
            throw Problems.damaged(file, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    static Treefile read(String text, boolean yaml) throws Malformed {
        Object all = yaml ? yaml(text) : json(text);
        if (!(all instanceof Map<?, ?> map)) {
            throw new Malformed("no object with keys");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            values.put(String.valueOf(each.getKey()), each.getValue());
        }
        return new Treefile(values);
    }

    private static Object json(String text) throws Malformed {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JacksonException notJson) {
            throw new Malformed(quote(notJson.getOriginalMessage()) + " (" + place(notJson) + ")");
        }
    }

    private static String place(JacksonException at) {
        return at.getLocation() == null
                ? "?"
                : at.getLocation().getLineNr() + ":" + at.getLocation().getColumnNr();
    }

    private static Object yaml(String text) throws Malformed {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            return new Load(settings).loadFromString(text);
        } catch (RuntimeException notYaml) {
            // not only its own exceptions: the library fails with others on an empty text and on odd tags
            throw new Malformed(quote(String.valueOf(notYaml.getMessage())));
        } catch (StackOverflowError tooDeep) {
            throw new Malformed("nested too deeply");
        }
    }

    private static String quote(String text) {
        String shown = EntryPath.of(text.lines().findFirst().orElse("")).text();
        return shown.substring(0, Math.min(LONGEST_QUOTE, shown.length()));
    }

    private static JsonMapper mapper() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxDocumentLength(LARGEST)
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(32)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}

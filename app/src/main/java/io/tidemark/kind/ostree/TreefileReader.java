package io.tidemark.kind.ostree;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RecipeFiles;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads treefiles, JSON or YAML by the end of the name. Size and depth are bounded and no key stands twice. */
final class TreefileReader {

    private static final int DEEPEST = 24;
    private static final int LONGEST_QUOTE = 120;
    private static final JsonMapper MAPPER = mapper();

    private TreefileReader() {}

    static Treefile read(Path file) throws ProblemException {
        return TreefileText.parsed(TreefileText.of(file));
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
        try (JsonParser parser = parser(text)) {
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws Malformed {
        try {
            return MAPPER.readValue(parser, Object.class);
        } catch (StreamConstraintsException tooMuch) {
            // it knows no place of its own, and names the method that set the bound
            TokenStreamLocation at = parser.currentLocation();
            String said = tooMuch.getOriginalMessage().replaceFirst(", from `[^`]*`", "");
            throw new Malformed(quote(said), at.getLineNr(), at.getColumnNr());
        } catch (JacksonException notJson) {
            throw broken(notJson);
        }
    }

    private static Malformed broken(JacksonException notJson) {
        TokenStreamLocation at = notJson.getLocation();
        String said = quote(notJson.getOriginalMessage());
        return at == null ? new Malformed(said) : new Malformed(said, at.getLineNr(), at.getColumnNr());
    }

    /** The tokens of a JSON text, one after the other. */
    static JsonParser parser(String text) {
        return MAPPER.createParser(text);
    }

    static LoadSettings settings() {
        return LoadSettings.builder()
                .setCodePointLimit(RecipeFiles.LARGEST)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .build();
    }

    private static Object yaml(String text) throws Malformed {
        try {
            requireShallow(text);
            return new Load(settings()).loadFromString(text);
        } catch (MarkedYamlEngineException notYaml) {
            throw broken(notYaml);
        } catch (RuntimeException notYaml) {
            // not only its own exceptions: the library fails with others on an empty text and on odd tags
            throw new Malformed(quote(String.valueOf(notYaml.getMessage())));
        }
    }

    /** What reads the tree of a text calls itself, what reads its events does not. */
    private static void requireShallow(String text) throws Malformed {
        LoadSettings settings = settings();
        int depth = 0;
        for (Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text)); events.hasNext(); ) {
            Event event = events.next();
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
                throw new Malformed("nested too deeply", line, 1);
            }
        }
    }

    private static Malformed broken(MarkedYamlEngineException notYaml) {
        String said = quote(notYaml.getProblem());
        return notYaml.getProblemMark()
                .map(at -> new Malformed(said, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(() -> new Malformed(said));
    }

    private static String quote(String text) {
        String shown = EntryPath.of(text.lines().findFirst().orElse("")).text();
        return shown.substring(0, Math.min(LONGEST_QUOTE, shown.length()));
    }

    private static JsonMapper mapper() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxDocumentLength(RecipeFiles.LARGEST)
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

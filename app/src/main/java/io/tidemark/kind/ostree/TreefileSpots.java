package io.tidemark.kind.ostree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Where the keys of a treefile and the texts below them stand. Of a text that can be read; used once. */
final class TreefileSpots {

    private final Map<String, Spot> keys = new HashMap<>();
    private final Map<String, Spot> values = new HashMap<>();
    private final Map<String, Map<String, List<Spot>>> words = new HashMap<>();

    private TreefileSpots() {}

    static TreefileSpots of(String text, boolean yaml) {
        TreefileSpots spots = new TreefileSpots();
        if (yaml) {
            spots.yaml(text);
        } else {
            spots.json(text);
        }
        return spots;
    }

    /** Where a key begins. */
    Spot key(String key) {
        return keys.getOrDefault(key, Spot.NOWHERE);
    }

    /** Where the value of a key begins. */
    Spot value(String key) {
        return values.getOrDefault(key, Spot.NOWHERE);
    }

    /** The first place below a key where a word stands in a text; the key's own where it stands in none. */
    Spot word(String key, String word) {
        List<Spot> all = words.getOrDefault(key, Map.of()).getOrDefault(word, List.of());
        return all.isEmpty() ? key(key) : all.getFirst();
    }

    /** The last such place. */
    Spot again(String key, String word) {
        List<Spot> all = words.getOrDefault(key, Map.of()).getOrDefault(word, List.of());
        return all.isEmpty() ? key(key) : all.getLast();
    }

    private void json(String text) {
        try (JsonParser parser = TreefileReader.parser(text)) {
            int depth = 0;
            String key = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Spot here = spot(parser.currentTokenLocation());
                if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
                    key = parser.currentName();
                    keys.put(key, here);
                } else if (depth >= 1 && !token.isStructEnd()) {
                    found(key, token == JsonToken.VALUE_STRING ? parser.getString() : "", here);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
    }

    private void yaml(String text) {
        LoadSettings settings = TreefileReader.settings();
        Optional<Node> root =
                new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode();
        if (root.isPresent() && root.get() instanceof MappingNode map) {
            for (NodeTuple pair : map.getValue()) {
                if (pair.getKeyNode() instanceof ScalarNode name) {
                    keys.put(name.getValue(), spot(name));
                    below(name.getValue(), pair.getValueNode());
                }
            }
        }
    }

    private void below(String key, Node node) {
        found(key, node instanceof ScalarNode scalar ? scalar.getValue() : "", spot(node));
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(each -> below(key, each));
        } else if (node instanceof MappingNode map) {
            map.getValue().forEach(pair -> below(key, pair.getValueNode()));
        }
    }

    private void found(String key, String text, Spot here) {
        values.putIfAbsent(key, here);
        Map<String, List<Spot>> known = words.computeIfAbsent(key, fresh -> new HashMap<>());
        known.computeIfAbsent(text, fresh -> new ArrayList<>()).add(here);
        for (String word : Treefile.words(List.of(text))) {
            if (!word.equals(text)) {
                known.computeIfAbsent(word, fresh -> new ArrayList<>()).add(here);
            }
        }
    }

    private static Spot spot(TokenStreamLocation at) {
        return new Spot(at.getLineNr(), at.getColumnNr(), (int) at.getCharOffset());
    }

    private static Spot spot(Node node) {
        return node.getStartMark().map(TreefileSpots::spot).orElse(Spot.NOWHERE);
    }

    /** Marks count from 0, and an offset in code points. */
    private static Spot spot(Mark mark) {
        return new Spot(mark.getLine() + 1, mark.getColumn() + 1, mark.getIndex());
    }
}

package io.tidemark.kind.puavo;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A value in somebody's document, and the way to it, so that what is wrong can be named.
 *
 * @param document what the document is called
 * @param code code of the problem if it is refused
 * @param place way to the value as of RFC 6901
 */
record Spot(String document, String code, String place, JsonNode node) {

    private static final int SHOWN = 80;

    /** Something that is not what it must be. */
    ProblemException wrong() {
        String text = node.isMissingNode() ? "" : node.toString();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return wrong(document, code, place, shown);
    }

    static ProblemException wrong(String document, String code, String place, String found) {
        return new ProblemException(Problem.of(
                code,
                Problem.Category.REFUSED,
                "object",
                document,
                "place",
                EntryPath.of(place).text(),
                "found",
                EntryPath.of(found).text()));
    }

    /** A value below this one that must be there. */
    Spot at(String name) throws ProblemException {
        return maybe(name).orElseThrow(() -> below(name, node.path(name)).wrong());
    }

    /** A value below this one that may be there. */
    Optional<Spot> maybe(String name) {
        return Optional.ofNullable(node.get(name)).map(value -> below(name, value));
    }

    private Spot below(String name, JsonNode value) {
        return new Spot(document, code, place + "/" + name.replace("~", "~0").replace("/", "~1"), value);
    }

    /** What an object holds, in its order. */
    Map<String, Spot> fields() throws ProblemException {
        if (!node.isObject()) {
            throw wrong();
        }
        Map<String, Spot> fields = new LinkedHashMap<>();
        node.properties().forEach(each -> fields.put(each.getKey(), below(each.getKey(), each.getValue())));
        return fields;
    }

    /** What an array holds. */
    List<Spot> items() throws ProblemException {
        if (!node.isArray()) {
            throw wrong();
        }
        List<Spot> items = new ArrayList<>();
        for (JsonNode each : node) {
            items.add(below(Integer.toString(items.size()), each));
        }
        return items;
    }

    /** A text of this form. */
    String text(Pattern form) throws ProblemException {
        if (!node.isString() || !form.matcher(node.stringValue()).matches()) {
            throw wrong();
        }
        return node.stringValue();
    }

    /** A whole number from 0 on. */
    long count() throws ProblemException {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw wrong();
        }
        return node.longValue();
    }
}

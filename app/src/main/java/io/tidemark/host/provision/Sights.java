package io.tidemark.host.provision;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was seen of several things on a host. */
record Sights(Map<Query, Sight> all) {

    private static final String NEXT = "@";
    private static final String END = "@end";
    private static final String TEXT = "text";
    private static final String TEXT_END = ".";
    private static final Sight NOTHING = new Sight(Map.of(), Optional.empty());

    Sights {
        all = Map.copyOf(all);
    }

    /** What was seen of one; nothing if it was not looked at. */
    Sight of(Query query) {
        return all.getOrDefault(query, NOTHING);
    }

    /** Whether something may not be looked at. */
    boolean anyDenied() {
        return all.values().stream().anyMatch(Sight::denied);
    }

    /**
     * Reads what the script says: a part for each query, in order.
     *
     * @return empty if it is not whole
     */
    static Optional<Sights> read(List<Query> queries, String said) {
        List<String> lines = said.lines().toList();
        Map<Query, Sight> all = new HashMap<>();
        int at = 0;
        for (Query query : queries) {
            if (at >= lines.size() || !lines.get(at).equals(NEXT)) {
                return Optional.empty();
            }
            int end = at + 1;
            while (end < lines.size() && !lines.get(end).startsWith(NEXT)) {
                end++;
            }
            all.put(query, sight(lines.subList(at + 1, end)));
            at = end;
        }
        boolean whole = at < lines.size() && lines.get(at).equals(END);
        return whole ? Optional.of(new Sights(all)) : Optional.empty();
    }

    private static Sight sight(List<String> lines) {
        Map<String, String> facts = new HashMap<>();
        int text = lines.indexOf(TEXT);
        for (String line : text < 0 ? lines : lines.subList(0, text)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                facts.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return new Sight(facts, text < 0 ? Optional.empty() : text(lines.subList(text + 1, lines.size())));
    }

    private static Optional<String> text(List<String> lines) {
        if (lines.isEmpty() || !lines.getLast().equals(TEXT_END)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(String.join("", lines.subList(0, lines.size() - 1)));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}

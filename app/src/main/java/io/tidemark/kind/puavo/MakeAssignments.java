package io.tidemark.kind.puavo;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain assignments as GNU make does: comments, escaped number signs, references to variables that are known by then.
 * Anything else that make understands is refused, for we would understand something else. Used once.
 */
final class MakeAssignments {

    private static final int MOST_LINES = 10_000;
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*(:=|::=|=|\\?=)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)#.*");
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\$|\\((\\w+)\\)|\\{(\\w+)\\}|)");

    private final String where;
    private final Map<String, String> values;

    /** A reader of a text that people know by this name, with what is settled before. */
    MakeAssignments(String where, Map<String, String> preset) {
        this.where = where;
        this.values = new LinkedHashMap<>(preset);
    }

    /** Every variable, with what was settled before. */
    Map<String, String> read(String text) throws ProblemException {
        String[] lines = text.split("\r?\n", MOST_LINES + 1);
        for (int i = 0; i < lines.length; i++) {
            String line = COMMENT.matcher(lines[i]).replaceFirst("");
            if (i == MOST_LINES || line.endsWith("\\") || line.startsWith("\t")) {
                throw wrong(i, lines[i]);
            } else if (!line.isBlank()) {
                assign(i, line);
            }
        }
        return values;
    }

    private void assign(int number, String line) throws ProblemException {
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            throw wrong(number, line);
        }
        String value = value(number, assignment.group(3).replace("\\#", "#"));
        if (assignment.group(2).equals("?=")) {
            values.putIfAbsent(assignment.group(1), value);
        } else {
            values.put(assignment.group(1), value);
        }
    }

    private String value(int number, String text) throws ProblemException {
        StringBuilder value = new StringBuilder();
        int done = 0;
        Matcher references = REFERENCE.matcher(text);
        while (references.find()) {
            value.append(text, done, references.start()).append(referred(number, references.toMatchResult()));
            done = references.end();
        }
        return value.append(text.substring(done)).toString();
    }

    private String referred(int number, MatchResult reference) throws ProblemException {
        if (reference.group().equals("$$")) {
            return "$";
        }
        String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
        String value = name == null ? null : values.get(name);
        if (value == null) {
            throw wrong(number, reference.group());
        }
        return value;
    }

    private ProblemException wrong(int number, String found) {
        String shown =
                EntryPath.of(found.substring(0, Math.min(80, found.length()))).text();
        return new ProblemException(Problem.of(
                "puavo.defaults", Problem.Category.REFUSED, "object", where, "line", number + 1, "found", shown));
    }
}

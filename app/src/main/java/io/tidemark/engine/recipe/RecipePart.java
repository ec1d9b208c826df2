package io.tidemark.engine.recipe;

import io.tidemark.engine.Recipes.Seen;
import io.tidemark.engine.Recipes.Sheet;
import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.kind.RecipeReader.Role;
import io.tidemark.model.Finding;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A recipe that another one includes and that lies right beside it.
 *
 * @param role whose recipe includes it
 * @param place a name where both are kept with the repository, an absolute path elsewhere
 */
record RecipePart(RecipeNow now, Role role, String name, String place) {

    private static final String SLASH = "/";

    /** Whether an address means a part and not the recipe of a role. */
    static boolean isMeant(String address) {
        return address.contains(SLASH);
    }

    /** The part that an address means: {@code dev/base.yaml}. */
    static RecipePart of(RecipeNow now, String address) throws ProblemException {
        int slash = address.indexOf(SLASH);
        Role role = now.role(address.substring(0, slash));
        List<RecipePart> all = all(now, role);
        String name = address.substring(slash + 1);
        return all.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow(() -> {
            String names = String.join(", ", all.stream().map(RecipePart::name).toList());
            String code = names.isEmpty() ? "recipe.partless" : "recipe.part";
            return new ProblemException(
                    Problem.of(code, Problem.Category.USAGE, "object", name, "role", role.id(), "files", names));
        });
    }

    /** All parts of the recipe of a role but those that are recipes of a role themselves. */
    static List<RecipePart> all(RecipeNow now, Role role) throws ProblemException {
        Optional<String> text = now.text(role);
        List<RecipePart> parts = new ArrayList<>();
        if (text.isPresent()) {
            Set<Path> heads = new LinkedHashSet<>();
            for (Role each : now.reader().roles()) {
                if (!now.place(each).isEmpty()) {
                    heads.add(now.file(now.place(each)).toAbsolutePath().normalize());
                }
            }
            boolean kept = RecipeNow.kept(now.place(role));
            for (Path file : now.reader().parts(now.draft(role, text.get()))) {
                String name = file.getFileName().toString();
                if (!heads.contains(file)) {
                    parts.add(new RecipePart(now, role, name, kept ? name : file.toString()));
                }
            }
        }
        return parts;
    }

    String address() {
        return role.id() + SLASH + name;
    }

    Path file() throws ProblemException {
        return now.file(place).toAbsolutePath().normalize();
    }

    Optional<String> text() throws ProblemException {
        return now.repository().store().recipes().text(place);
    }

    /** What is wrong with a text of it, for every recipe that includes it. */
    List<Finding> check(String text) throws ProblemException {
        Set<Finding> before = new LinkedHashSet<>(findings(text().orElse("")));
        return findings(text).stream()
                .distinct()
                .map(each -> each.line() == 0 && before.contains(each) ? remark(each) : each)
                .toList();
    }

    private List<Finding> findings(String text) throws ProblemException {
        List<Finding> all = new ArrayList<>();
        Draft typed = new Draft(file(), text);
        for (Role each : now.reader().roles()) {
            Optional<String> head = now.text(each);
            if (head.isPresent()
                    && now.reader().parts(now.draft(each, head.get())).contains(file())) {
                all.addAll(now.reader().check(now.draft(each, head.get()), typed));
            }
        }
        return all;
    }

    /** What the whole lacked before stops nobody: who mends two files cannot save both at once. */
    private static Finding remark(Finding found) {
        return new Finding(new Notice(Severity.WARNING, found.notice().phrase()), found.line(), found.column());
    }

    /** What it says now, and all that composing reads with it, the recipe that includes it first of all. */
    Seen seen() throws ProblemException {
        Seen whole = now.seen(role);
        Map<String, String> others = new TreeMap<>(whole.others());
        others.remove(file().toString());
        others.put(now.file(now.place(role)).toString(), whole.mark());
        return new Seen(address(), text().map(RecipeNow::mark).orElse(""), others);
    }

    Sheet sheet() {
        try {
            Optional<String> text = text();
            Seen seen = seen();
            return sheet(text.orElse(""), seen, check(text.orElse("")), Optional.empty());
        } catch (ProblemException unreadable) {
            return sheet("", new Seen(address(), "", Map.of()), List.of(), Optional.of(unreadable.problem()));
        }
    }

    private Sheet sheet(String text, Seen seen, List<Finding> findings, Optional<Problem> problem) {
        return new Sheet(
                address(),
                Phrase.of("recipe.part", "file", name),
                RecipeNow.kept(place) ? shown() : place,
                RecipeNow.kept(place),
                text,
                seen.mark(),
                findings,
                List.of(),
                seen.others(),
                problem);
    }

    private String shown() {
        try {
            return file().toString();
        } catch (ProblemException noName) {
            return name;
        }
    }
}

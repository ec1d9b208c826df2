package io.tidemark.ui;

import io.tidemark.engine.Recipes;
import io.tidemark.job.JobContext;
import io.tidemark.kind.RecipeMarks;
import io.tidemark.kind.RecipeReader;
import io.tidemark.kind.RecipeReader.Draft;
import io.tidemark.kind.RecipeReader.Role;
import io.tidemark.kind.ostree.OstreeKind;
import io.tidemark.model.Finding;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RecipeDifference;
import io.tidemark.model.Upstream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Treefiles in memory, understood as the real kind does. A test may change one behind the window's back. */
public final class SampleRecipes implements Recipes {

    /** The repository that composes. */
    public static final String NAME = "kinoite";

    private static final String PROD = """
        {
          "ref": "kinoite/prod/x86_64",
          "repos": ["fedora", "updates"],
          "releasever": "41",
          "automatic-version-prefix": "41",
          "selinux": true,
          "documentation": false,
          "packages": [
            "kernel",
            "systemd",
            "rpm-ostree",
            "NetworkManager",
            "plasma-desktop",
            "firefox"
          ],
          "units": ["NetworkManager.service"],
          "default-target": "graphical.target"
        }
        """;
    private static final String DEV = PROD.replace("kinoite/prod/", "kinoite/dev/")
            .replace("\"releasever\": \"41\"", "\"releasever\": \"42\"")
            .replace("prefix\": \"41\"", "prefix\": \"42\"")
            .replace("    \"firefox\"\n", "    \"firefox\",\n    \"thunderbird\",\n    \"htop\"\n");

    private static final String PART = "dev/desktop.json";
    private static final String DESKTOP = """
        {
          "packages": [
            "dolphin",
            "konsole",
            "kate"
          ],
          "add-files": [["motd", "/etc/motd"]]
        }
        """;

    private final RecipeReader reader = new OstreeKind().recipes().orElseThrow();
    private final Map<String, String> texts = new HashMap<>(Map.of("dev", DEV, "prod", PROD));
    private final Set<String> outside = new java.util.HashSet<>(Set.of("dev"));
    private final List<Earlier> history = new ArrayList<>();
    private final Map<Long, String> earlier = new HashMap<>();
    private boolean ready = true;
    private String beside = "mark of what lies beside";

    SampleRecipes() {
        remember("keeper@hub", "dev.json", PROD.replace("kinoite/prod/", "kinoite/dev/"), 12);
        remember("", "dev.json", DEV.replace(",\n    \"htop\"", ""), 5);
        remember("keeper@hub", "dev.json", DEV, 1);
    }

    private void remember(String actor, String place, String text, int days) {
        long number = history.size() + 1L;
        history.addFirst(new Earlier(number, SampleHistory.NOW.minus(Duration.ofDays(days)), actor, place, (int)
                text.lines().count()));
        earlier.put(number, text);
    }

    /** As if somebody else had written it. */
    public void change(String role, String text) {
        texts.put(role, text);
    }

    /** As if somebody else had written another file that a treefile reads. */
    public void changeBeside() {
        beside = beside + "!";
    }

    /** What a treefile says now. */
    public String text(String role) {
        return texts.getOrDefault(role, "");
    }

    /** As if the first included another one beside it, and added a file. */
    public void including() {
        texts.put("dev", DEV.replace("  \"repos\"", "  \"include\": \"desktop.json\",\n  \"repos\""));
        texts.put(PART, DESKTOP);
    }

    /** As if nobody had written one yet. */
    public void none() {
        texts.clear();
        outside.clear();
    }

    /** As if the program were missing. */
    public void missing() {
        ready = false;
    }

    @Override
    public Board read(String dir, JobContext job) {
        List<Sheet> parts = texts.containsKey(PART) ? List.of(part()) : List.of();
        return new Board(reader.roles().stream().map(this::sheet).toList(), parts, "rpm-ostree", ready);
    }

    /** A treefile as it is now. */
    public Sheet sheet(String role) {
        if (role.equals(PART)) {
            return part();
        }
        return reader.roles().stream()
                .filter(each -> each.id().equals(role))
                .findFirst()
                .map(this::sheet)
                .orElseThrow();
    }

    private Sheet part() {
        String text = text(PART);
        return new Sheet(
                PART,
                Phrase.of("recipe.part", "file", "desktop.json"),
                file("dev").resolveSibling("desktop.json").toString(),
                !outside.contains("dev"),
                text,
                "mark " + text.hashCode(),
                check(dir(), PART, text),
                List.of(),
                Map.of(file("dev").toString(), "mark " + text("dev").hashCode()),
                Optional.empty());
    }

    private Map<String, String> others(String role) {
        Map<String, String> others = new HashMap<>();
        others.put(file(role).resolveSibling("fedora.repo").toString(), beside);
        if (role.equals("dev") && texts.containsKey(PART)) {
            others.put(
                    file(role).resolveSibling("desktop.json").toString(),
                    "mark " + text(PART).hashCode());
            others.put(file(role).resolveSibling("motd").toString(), "mark");
        }
        return others;
    }

    private Sheet sheet(Role role) {
        String text = text(role.id());
        boolean there = texts.containsKey(role.id());
        boolean kept = there && !outside.contains(role.id());
        return new Sheet(
                role.id(),
                role.title(),
                there ? file(role.id()).toString() : "",
                kept,
                text,
                there ? "mark " + text.hashCode() : "",
                there ? check(dir(), role.id(), text) : List.of(),
                kept ? List.of("fedora.repo") : List.of(),
                there ? others(role.id()) : Map.of(),
                Optional.empty());
    }

    private static String dir() {
        return NAME;
    }

    private Path file(String role) {
        return outside.contains(role)
                ? Path.of("/etc/rpm-ostree/treefiles/kinoite-" + role + ".json")
                : Path.of("/srv/ostree/rpm-ostree/.tidemark/recipes/" + role + ".json");
    }

    @Override
    public List<Finding> check(String dir, String role, String text) {
        List<Finding> found = role.equals(PART)
                ? reader.check(
                        new Draft(file("dev"), text("dev")),
                        new Draft(file("dev").resolveSibling("desktop.json"), text))
                : reader.check(new Draft(file(role), text));
        return found.stream()
                .filter(each -> !Set.of("treefile.repo", "treefile.include")
                        .contains(each.notice().phrase().key()))
                .toList();
    }

    @Override
    public List<Finding> checkFile(String file) {
        return List.of();
    }

    @Override
    public RecipeDifference difference(String dir, Text before, Text after) throws ProblemException {
        return reader.difference(
                new Draft(file(before.role()), before.text()), new Draft(file(after.role()), after.text()));
    }

    @Override
    public String example(String dir, String role) throws ProblemException {
        Role wanted = reader.roles().stream()
                .filter(each -> each.id().equals(role))
                .findFirst()
                .orElseThrow();
        return reader.example(Path.of("/nowhere"), Upstream.none(), wanted);
    }

    @Override
    public String takeOver(String dir, String text, String own) throws ProblemException {
        return reader.takeOver(new Draft(file("dev"), text), new Draft(file("prod"), own.isBlank() ? PROD : own));
    }

    @Override
    public Sheet save(String dir, Saving saving, JobContext job) throws ProblemException {
        confirm(dir, saving.seen());
        texts.put(saving.seen().role(), saving.text());
        return sheet(saving.seen().role());
    }

    @Override
    public void confirm(String dir, Seen seen) throws ProblemException {
        Seen now = Seen.of(sheet(seen.role()));
        if (!now.mark().equals(seen.mark())) {
            throw new ProblemException(Problem.of(
                    "recipe.changed",
                    Problem.Category.REFUSED,
                    "object",
                    sheet(seen.role()).file(),
                    "role",
                    seen.role()));
        }
        List<String> changed = RecipeMarks.differing(seen.others(), now.others());
        if (!changed.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "recipe.beside",
                    Problem.Category.REFUSED,
                    "object",
                    String.join(", ", changed),
                    "count",
                    changed.size(),
                    "role",
                    seen.role()));
        }
    }

    @Override
    public Sheet keep(String dir, String role, JobContext job) {
        outside.remove(role);
        return sheet(reader.roles().getFirst());
    }

    @Override
    public void bring(String dir, String name, String text, JobContext job) {
        texts.put(name, text);
    }

    @Override
    public List<Earlier> history(String dir, String role) {
        return role.equals("dev") ? List.copyOf(history) : List.of();
    }

    @Override
    public String earlier(String dir, String role, long number) {
        return earlier.get(number);
    }
}

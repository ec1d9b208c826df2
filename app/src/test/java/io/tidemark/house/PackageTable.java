package io.tidemark.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;

/** Which package may use which, as `app/docs/design.md` says under "The house"; the root package may use everything. */
final class PackageTable extends ArchCondition<JavaClass> {

    private static final String ROOT = "io.tidemark";
    private static final List<String> BELOW_ENGINE = List.of(
            "model", "job", "program", "store", "workspace", "source", "delta", "kind", "host", "schedule", "serve");

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("text", List.of("model")),
            Map.entry("job", List.of("model")),
            Map.entry("program", List.of("model", "job")),
            Map.entry("store", List.of("model", "job")),
            Map.entry("workspace", List.of("model", "store")),
            Map.entry("source", List.of("model", "job", "program")),
            Map.entry("delta", List.of("model", "job")),
            Map.entry("kind", List.of("model", "job", "program", "store", "source", "delta")),
            Map.entry("host", List.of("model", "job", "program", "store", "source")),
            Map.entry("schedule", List.of("model", "job", "program", "store")),
            Map.entry("serve", List.of("model", "job", "store")),
            Map.entry("engine", BELOW_ENGINE),
            Map.entry(
                    "demo",
                    List.of(
                            "model",
                            "text",
                            "job",
                            "program",
                            "store",
                            "workspace",
                            "source",
                            "delta",
                            "kind",
                            "host",
                            "schedule",
                            "serve",
                            "engine")),
            Map.entry("cli", List.of("engine", "demo", "job", "model", "text")),
            Map.entry("ui", List.of("engine", "job", "model", "text")));

    PackageTable() {
        super("use only the packages that the table of the house allows");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        String from = part(user);
        if (from.isEmpty()) {
            return;
        }
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            JavaClass used = dependency.getTargetClass().getBaseComponentType();
            if (used.getPackageName().startsWith(ROOT) && !allowed(from, part(used))) {
                events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
            }
        }
    }

    private static boolean allowed(String from, String to) {
        return from.equals(to) || MAY_USE.getOrDefault(from, List.of()).contains(to);
    }

    /** The part of the house that a class lives in, empty for the root package. */
    private static String part(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
    }
}

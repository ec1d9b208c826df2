package io.tidemark.engine.remote;

import io.tidemark.engine.Images;
import io.tidemark.engine.Jobs;
import io.tidemark.engine.JobsThere;
import io.tidemark.engine.Json;
import io.tidemark.engine.Operations;
import io.tidemark.engine.Recipes;
import io.tidemark.engine.Views;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one side may call on the other: methods of service interfaces by name, {@code views.status}, and nothing else. Carrying
 * plans out is not among it: that is a job there, started through {@link JobsThere}. Safe for all threads.
 */
final class Contract {

    private static final Set<String> NOT_FROM_AFAR =
            Set.of("operations.run", "jobs.start", "jobs.await", "jobs.list", "jobs.clearEnded");

    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<Method, Entry> byMethod = new HashMap<>();

    Contract() {
        for (Class<?> service :
                Set.of(Views.class, Operations.class, Jobs.class, JobsThere.class, Images.class, Recipes.class)) {
            for (Method method : service.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    add(service, method);
                }
            }
        }
    }

    private void add(Class<?> service, Method method) {
        String name = service.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
                + service.getSimpleName().substring(1) + "." + method.getName();
        if (!NOT_FROM_AFAR.contains(name)) {
            Entry entry = Entry.of(name, service, method, Json.mapper());
            byName.put(name, entry);
            byMethod.put(method, entry);
        }
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Entry> find(Method method) {
        return Optional.ofNullable(byMethod.get(method));
    }
}

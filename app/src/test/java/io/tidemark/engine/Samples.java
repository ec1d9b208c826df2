package io.tidemark.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes values of any type that crosses the engine's services: records, sealed types, enums, collections. Seeded. */
final class Samples {

    private static final List<String> TEXTS =
            List.of("", "3.15.5", "été – “x” \u0001\\\"\n", "a/b c", "\ud83d\ude80", "-n", "{\"@class\":\"x\"}");

    private final SplittableRandom random;

    Samples(long seed) {
        random = new SplittableRandom(seed);
    }

    Object value(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case Class<?> plain -> plain(plain);
            case Type other -> throw new IllegalArgumentException("no sample of " + other);
        };
    }

    private Object generic(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(arguments[0]));
        } else if (raw == List.class) {
            return some(arguments[0]);
        } else if (raw == Set.class) {
            return Set.copyOf(some(arguments[0]));
        } else if (raw == Map.class) {
            return random.nextBoolean() ? Map.of() : Map.of(value(arguments[0]), value(arguments[1]));
        }
        throw new IllegalArgumentException("no sample of " + type);
    }

    private List<Object> some(Type type) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            values.add(value(type));
        }
        return List.copyOf(values);
    }

    private Object plain(Class<?> type) {
        if (type == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        } else if (type == long.class || type == Long.class) {
            return random.nextLong();
        } else if (type == int.class || type == Integer.class) {
            return random.nextInt();
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type.isSealed()) {
            Class<?>[] cases = type.getPermittedSubclasses();
            return plain(cases[random.nextInt(cases.length)]);
        } else if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException("does not travel as JSON: " + type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(RecordComponent::getGenericType)
                .map(this::value)
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}

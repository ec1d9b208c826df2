package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Problem;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes into or comes out of a service passes through JSON unchanged, so that services can live elsewhere. */
class JsonTravelTest {

    private static final int SAMPLES = 40;

    /** Every type in a signature of a service, but the job context, which stays on its side. */
    static Stream<Type> typesThatTravel() {
        Set<Type> types = new LinkedHashSet<>();
        Stream.of(Operations.class, Views.class, Jobs.class, Workspaces.class, Serving.class, Recipes.class)
                .flatMap(service -> Arrays.stream(service.getMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .forEach(method -> add(types, method));
        types.addAll(Arrays.asList(Operation.class.getPermittedSubclasses()));
        types.add(Problem.class);
        return types.stream();
    }

    private static void add(Set<Type> types, Method method) {
        Stream.concat(Arrays.stream(method.getGenericParameterTypes()), Stream.of(method.getGenericReturnType()))
                .filter(type -> type != JobContext.class && type != void.class)
                .forEach(types::add);
    }

    @ParameterizedTest
    @MethodSource("typesThatTravel")
    void comesBackUnchanged(Type type) {
        Samples samples = new Samples(type.getTypeName().hashCode());
        JsonMapper mapper = Json.mapper();
        for (int i = 0; i < SAMPLES; i++) {
            Object value = samples.value(type);
            String json = mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
            assertEquals(value, mapper.readValue(json, mapper.constructType(type)), json);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThrows(
                JacksonException.class,
                () -> Json.read("{\"operation\":\"format-disk\",\"dir\":\"x\"}", Operation.class));
        assertThrows(
                JacksonException.class,
                () -> Json.read(
                        "{\"operation\":\"release\",\"dir\":\"x\",\"channel\":\"c\",\"reason\":\"\",\"more\":1}",
                        Operation.class));
        assertThrows(JacksonException.class, () -> Json.read("[".repeat(200) + "]".repeat(200), Object.class));
        assertThrows(JacksonException.class, () -> Json.read("{} {}", Object.class));
    }
}

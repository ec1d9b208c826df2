package io.tidemark.engine.remote;

import io.tidemark.engine.Json;
import io.tidemark.job.JobContext;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One method that can be called from afar.
 *
 * @param arguments types of its parameters, the job's context left out: that stays on its side
 * @param once whether it must not be repeated when the line was cut before the answer came
 */
record Entry(String name, Class<?> service, Method method, List<JavaType> arguments, JavaType answer, boolean once) {

    private static final String GOES_ON = "jobs.resume";

    static Entry of(String name, Class<?> service, Method method, JsonMapper mapper) {
        List<JavaType> arguments = new ArrayList<>();
        for (Type type : method.getGenericParameterTypes()) {
            if (type != JobContext.class) {
                arguments.add(mapper.constructType(type));
            }
        }
        JavaType answer = mapper.constructType(method.getGenericReturnType());
        return new Entry(name, service, method, List.copyOf(arguments), answer, name.equals(GOES_ON));
    }

    /** Arguments as one JSON array. */
    byte[] pack(Object[] given) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int at = 0;
        for (Object argument : given) {
            if (!(argument instanceof JobContext)) {
                packed.write(at == 0 ? '[' : ',');
                packed.writeBytes(Json.mapper().writerFor(arguments.get(at)).writeValueAsBytes(argument));
                at++;
            }
        }
        packed.writeBytes((at == 0 ? "[]" : "]").getBytes(StandardCharsets.US_ASCII));
        return packed.toByteArray();
    }

    /** The arguments again, with a context of this side. */
    Object[] unpack(byte[] packed, JobContext context) throws BrokenProtocol {
        JsonNode array = Json.mapper().readTree(packed);
        if (!array.isArray() || array.size() != arguments.size()) {
            throw new BrokenProtocol(name + " takes " + arguments.size() + " arguments");
        }
        Class<?>[] types = method.getParameterTypes();
        Object[] all = new Object[types.length];
        int at = 0;
        for (int i = 0; i < types.length; i++) {
            all[i] = types[i] == JobContext.class ? context : argument(array.get(at), at++);
        }
        return all;
    }

    private Object argument(JsonNode node, int at) throws BrokenProtocol {
        Object value = Json.mapper().treeToValue(node, arguments.get(at));
        if (value == null) {
            throw new BrokenProtocol(name + " takes no null");
        }
        return value;
    }

    byte[] packAnswer(Object value) {
        return isVoid() ? new byte[0] : Json.mapper().writerFor(answer).writeValueAsBytes(value);
    }

    Object unpackAnswer(byte[] packed) {
        return isVoid() ? null : Json.mapper().readValue(packed, answer);
    }

    private boolean isVoid() {
        return method.getReturnType() == void.class;
    }
}

package io.tidemark.engine;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import tools.jackson.databind.json.JsonMapper;

/** An engine whose every argument, answer and problem has been JSON on its way. */
public final class JsonEngine {

    private JsonEngine() {}

    /** The services of an engine as if they were on another machine. */
    public static Engine over(Engine engine) {
        return new Engine(
                service(Operations.class, engine.operations()),
                service(Views.class, engine.views()),
                service(Jobs.class, engine.jobs()),
                service(Workspaces.class, engine.workspaces()),
                service(Serving.class, engine.serving()),
                service(Deltas.class, engine.deltas()),
                service(Images.class, engine.images()),
                service(Recipes.class, engine.recipes()),
                service(Hosts.class, engine.hosts()));
    }

    private static <T> T service(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        Object[] sent = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < sent.length; i++) {
            if (!(sent[i] instanceof JobContext)) {
                sent[i] = travel(sent[i], method.getGenericParameterTypes()[i]);
            }
        }
        try {
            Object answer = method.invoke(target, sent);
            return answer == null ? null : travel(answer, method.getGenericReturnType());
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof ProblemException problem) {
                throw new ProblemException((Problem) travel(problem.problem(), Problem.class), problem);
            }
            throw failed.getCause();
        }
    }

    private static Object travel(Object value, Type type) {
        JsonMapper mapper = Json.mapper();
        return mapper.readValue(
                mapper.writerFor(mapper.constructType(type)).writeValueAsString(value), mapper.constructType(type));
    }
}

package io.tidemark.engine.remote;

import io.tidemark.model.ProblemException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A service whose methods take a repository's directory first: each call goes to where that lies. What takes none, and what
 * asks about directories that are no repositories, is answered on this machine.
 */
final class RoutedService<T> implements InvocationHandler {

    private static final Set<String> ABOUT_OTHER_PLACES = Set.of("procedure", "configure");

    private final T local;
    private final Machines machines;
    private final Function<FarMachine, T> far;

    private RoutedService(T local, Machines machines, Function<FarMachine, T> far) {
        this.local = local;
        this.machines = machines;
        this.far = far;
    }

    static <T> T of(Class<T> service, T local, Machines machines, Function<FarMachine, T> far) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, new RoutedService<>(local, machines, far)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Optional<Machines.Far> place = place(method, arguments);
        try {
            if (place.isEmpty()) {
                return method.invoke(local, arguments);
            }
            Object[] there = arguments.clone();
            there[0] = place.get().place().toString();
            return method.invoke(far.apply(place.get().machine()), there);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private Optional<Machines.Far> place(Method method, Object... arguments) throws ProblemException {
        boolean named = arguments != null
                && arguments.length > 0
                && arguments[0] instanceof String
                && !ABOUT_OTHER_PLACES.contains(method.getName());
        return named ? machines.far((String) arguments[0]) : Optional.empty();
    }
}

package io.tidemark.engine.remote;

import io.tidemark.engine.Workspaces;
import io.tidemark.model.ProblemException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** A service of another machine: each call travels there, and what it is about is renamed on the way. */
final class FarService implements InvocationHandler {

    private final Contract contract;
    private final Link link;
    private final Translation names;

    private FarService(Contract contract, Link link) {
        this.contract = contract;
        this.link = link;
        this.names = new Translation(link.server());
    }

    /** That service there. */
    static <T> T of(Class<T> service, Contract contract, Link link) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, new FarService(contract, link)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments)
            throws ProblemException, InterruptedException {
        Entry entry = contract.find(method)
                .orElseThrow(() -> new IllegalArgumentException("not to be called from afar: " + method.getName()));
        Object[] sent = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < sent.length; i++) {
            sent[i] = i == 0 && sent[i] instanceof String place && place.startsWith(Workspaces.ELSEWHERE)
                    ? names.path(place)
                    : names.there(sent[i]);
        }
        boolean knowsInterruption = Arrays.asList(method.getExceptionTypes()).contains(InterruptedException.class);
        return names.here(
                knowsInterruption ? link.call(entry, sent) : Uninterrupted.call(() -> link.call(entry, sent)));
    }
}

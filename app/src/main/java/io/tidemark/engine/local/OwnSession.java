package io.tidemark.engine.local;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/**
 * Takes this process out of the session that it was started in, by setsid(2): what ends that session, a terminal that hangs
 * up or a login that ends, does not reach it any more.
 */
public final class OwnSession {

    private OwnSession() {}

    /** Begins a session of our own; answers whether it worked. It does not for the leader of a group of processes. */
    public static boolean begin() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("setsid")
                .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT)))
                .map(call -> {
                    try {
                        return (int) call.invokeExact() > 0;
                    } catch (Throwable unable) {
                        throw new IllegalStateException(unable);
                    }
                })
                .orElse(false);
    }
}

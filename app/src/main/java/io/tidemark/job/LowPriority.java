package io.tidemark.job;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Lets a thread of long work stand back behind everything else on the machine. On Linux the priority of setpriority(2)
 * belongs to the single thread when it is asked for under number 0; elsewhere nothing happens.
 */
public final class LowPriority {

    private static final int PRIO_PROCESS = 0;
    private static final int NICE = 10;

    private static final Optional<MethodHandle> CALL = call();

    private LowPriority() {}

    /** Lowers the priority of the calling thread, for good: it should end with the work. Never fails. */
    public static void here() {
        CALL.ifPresent(LowPriority::lower);
    }

    private static Optional<MethodHandle> call() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor form = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return linker.defaultLookup().find("setpriority").map(address -> linker.downcallHandle(address, form));
    }

    private static void lower(MethodHandle call) {
        try {
            int ignored = (int) call.invokeExact(PRIO_PROCESS, 0, NICE);
        } catch (Throwable unable) {
            throw new IllegalStateException(unable);
        }
    }
}

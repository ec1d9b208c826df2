package io.tidemark.job;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Lets a thread of long work stand back behind everything else on the machine. On Linux the priority of setpriority(2)
 * belongs to the single thread when it is asked for under number 0; elsewhere nothing happens.
 */
public final class LowPriority {

    private static final int PRIO_PROCESS = 0;
    private static final int NICE = 10;

    private LowPriority() {}

    /** Lowers the priority of the calling thread, for good: it should end with the work. Never fails. */
    public static void here() {
        if (System.getProperty("os.name").equals("Linux")) {
            Linker linker = Linker.nativeLinker();
            linker.defaultLookup().find("setpriority").ifPresent(address -> {
                MethodHandle call = linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT));
                lower(call);
            });
        }
    }

    private static void lower(MethodHandle call) {
        try {
            int ignored = (int) call.invokeExact(PRIO_PROCESS, 0, NICE);
        } catch (Throwable unable) {
            throw new IllegalStateException(unable);
        }
    }
}

package io.tidemark.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A loopback address that this process alone uses: a port of it that was free a moment ago is still free, and one that was
 * closed stays closed, whatever other test processes listen on.
 */
public final class OwnLoopback {

    private OwnLoopback() {}

    /** An address below 127.64.0.0/10, made of the process id. */
    public static InetAddress address() throws IOException {
        long pid = ProcessHandle.current().pid();
        byte[] bytes = {127, (byte) (64 | (pid >> 16 & 63)), (byte) (pid >> 8), (byte) pid};
        return InetAddress.getByAddress(bytes);
    }

    /** A port on which nobody listens there. */
    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, address())) {
            return free.getLocalPort();
        }
    }
}

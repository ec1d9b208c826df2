package io.tidemark.serve;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes a tree over plain HTTP/1.1: GET and HEAD, ranges, conditions, listings in nginx's form. For a quick test, not
 * for the open net: it listens on the loopback address unless told otherwise, and serves at most 256 clients at once.
 * Safe for all threads; {@link #close} ends it.
 */
public final class TreeServer implements AutoCloseable {

    private static final int MAX_CLIENTS = 256;
    private static final int IDLE_MILLIS = 30_000;

    private static final long FAREWELL_SECONDS = 2;

    /** Between attempts to accept while the process has no file descriptors left. */
    private static final long BREATH = 20_000_000L;

    private final Published published;
    private final ServerSocket listener;
    private final Duration delay;
    private final Semaphore places = new Semaphore(MAX_CLIENTS);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final CountDownLatch deaf = new CountDownLatch(1);
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    private TreeServer(Published published, ServerSocket listener, Duration delay) {
        this.published = published;
        this.listener = listener;
        this.delay = delay;
    }

    /** Serves on a free port of the loopback address. */
    public static TreeServer start(Published published) throws ProblemException {
        return start(published, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Duration.ZERO);
    }

    /**
     * Serves on an address of this machine.
     *
     * @param address port 0 for a free one
     * @param delay added before each answer, to imitate a distant server; zero for none
     * @throws ProblemException {@code serve.address} if the address is taken or not ours
     */
    public static TreeServer start(Published published, InetSocketAddress address, Duration delay)
            throws ProblemException {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(address, 128);
            TreeServer server = new TreeServer(published, listener, delay);
            Thread.ofPlatform().daemon().name("tidemark-serve").start(server::accept);
            return server;
        } catch (IOException | IllegalArgumentException error) {
            throw new ProblemException(
                    Problem.of("serve.address", Problem.Category.USAGE, "object", address.toString())
                            .with(error.toString()),
                    error);
        }
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Address of the tree's root, with a slash at the end. */
    public String url() {
        InetAddress address = listener.getInetAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
    }

    /** Requests answered so far. */
    public long requests() {
        return requests.sum();
    }

    /** Bytes of bodies sent so far. */
    public long bytesSent() {
        return bytes.sum();
    }

    /**
     * Stops listening and drops all clients. The kernel goes on listening until the thread that waits there has woken up,
     * so that is waited for.
     */
    @Override
    public void close() {
        quietly(listener);
        clients.forEach(TreeServer::quietly);
        quietly(() -> deaf.await(FAREWELL_SECONDS, TimeUnit.SECONDS));
    }

    Published published() {
        return published;
    }

    void counted() throws InterruptedException {
        requests.increment();
        if (delay.isPositive()) {
            Thread.sleep(delay);
        }
    }

    void sent(long count) {
        bytes.add(count);
    }

    private void accept() {
        try {
            acceptAll();
        } finally {
            deaf.countDown();
        }
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                places.acquire();
                Socket client = listener.accept();
                clients.add(client);
                Thread.ofPlatform().daemon().name("tidemark-serve-client").start(() -> serve(client));
            } catch (IOException | InterruptedException closed) {
                places.release();
                LockSupport.parkNanos(listener.isClosed() ? 0 : BREATH);
            }
        }
    }

    /** A client that breaks the connection off is no event. */
    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(IDLE_MILLIS);
            new Session(this, client).run();
        } catch (IOException | InterruptedException gone) {
            quietly(client);
        } finally {
            clients.remove(client);
            places.release();
        }
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Exception alreadyClosed) {
            // It is gone, which is what was wanted.
        }
    }
}

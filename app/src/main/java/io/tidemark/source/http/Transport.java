package io.tidemark.source.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Connections to one upstream, kept open between requests and bounded in number. Safe for all threads; an exchange holds
 * one place until it is closed.
 */
public final class Transport implements AutoCloseable {

    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final int MAX_INTERIM = 8;

    private final Limits limits;
    private final Connector connector;
    private final Watchdog watchdog = new Watchdog();
    private final Places places;
    private final Map<String, Deque<Connection>> idle = new HashMap<>();
    private final LongAdder requests = new LongAdder();
    private boolean closed;

    /** Nothing is contacted before the first request. */
    public Transport(Limits limits, Proxies proxies, Trust trust) {
        this.limits = limits;
        this.connector = new Connector(limits, proxies, trust, watchdog);
        this.places = new Places(limits.connections());
    }

    /** Requests sent so far. */
    public long requests() {
        return requests.sum();
    }

    /** Exchanges that may be open at once now. */
    public int places() {
        return places.size();
    }

    /** Sends one request and waits for the head of its answer; waits before that while all connections are in use. */
    public Exchange send(Query query) throws IOException, InterruptedException {
        places.enter();
        boolean handed = false;
        try {
            Exchange exchange = sendNow(query);
            handed = true;
            return exchange;
        } finally {
            if (!handed) {
                places.leave();
            }
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.values().forEach(kept -> kept.forEach(c -> c.line().close()));
            idle.clear();
        }
    }

    Limits limits() {
        return limits;
    }

    /** Takes a connection back after an exchange that waited so long for the server. */
    void giveBack(HttpUrl url, Connection connection, boolean reusable, long waited) {
        watchdog.leave(connection.line());
        synchronized (idle) {
            if (reusable && !closed) {
                connection.idle();
                idle.computeIfAbsent(origin(url), o -> new ArrayDeque<>()).push(connection);
            } else {
                connection.line().close();
            }
        }
        places.leave(waited);
    }

    /** A kept connection may have been closed by the server meanwhile: that alone is worth a fresh one, silently. */
    private Exchange sendNow(Query query) throws IOException {
        Connection kept = kept(query.url());
        if (kept != null) {
            try {
                return talk(query, kept);
            } catch (HttpFault stale) {
                if (!stale.passing() || !stale.problem().code().startsWith("upstream.unreachable")) {
                    throw stale;
                }
            }
        }
        return talk(query, connector.connect(query.url()));
    }

    private Exchange talk(Query query, Connection connection) throws IOException {
        Line line = connection.line();
        watchdog.watch(line);
        line.expect(limits.silence());
        try {
            requests.increment();
            String target =
                    connection.proxied() ? query.url().toString() : query.url().path();
            long asked = System.nanoTime();
            connection.send(query.wire(target, connection.proxied() ? connector.proxyHeader(query.url()) : ""));
            Head head = finalHead(connection);
            return new Exchange(query, head, connection, this, System.nanoTime() - asked);
        } catch (IOException error) {
            watchdog.leave(line);
            line.close();
            throw line.explain(error, query.url(), "head");
        } finally {
            line.rest();
        }
    }

    private Head finalHead(Connection connection) throws IOException {
        for (int i = 0; i < MAX_INTERIM; i++) {
            Head head = connection.head();
            if (head.status() >= 200) {
                return head;
            }
        }
        throw HttpFault.lie("upstream.headers");
    }

    private Connection kept(HttpUrl url) {
        synchronized (idle) {
            Deque<Connection> kept = idle.get(origin(url));
            Connection found = kept == null ? null : kept.poll();
            while (found != null && found.idleFor(KEPT)) {
                found.line().close();
                found = kept.poll();
            }
            return found;
        }
    }

    private static String origin(HttpUrl url) {
        return (url.tls() ? "s " : "p ") + url.authority();
    }
}

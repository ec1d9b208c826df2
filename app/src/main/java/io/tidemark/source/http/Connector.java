package io.tidemark.source.http;

import io.tidemark.model.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Makes connections: look-up, every address in turn, through a proxy if there is one, TLS with the host's name checked. */
final class Connector {

    private final Limits limits;
    private final Proxies proxies;
    private final Trust trust;
    private final Watchdog watchdog;

    Connector(Limits limits, Proxies proxies, Trust trust, Watchdog watchdog) {
        this.limits = limits;
        this.proxies = proxies;
        this.trust = trust;
        this.watchdog = watchdog;
    }

    Connection connect(HttpUrl url) throws IOException {
        Optional<Proxies.Proxy> proxy = proxies.before(url);
        HttpUrl next = proxy.map(Proxies.Proxy::url).orElse(url);
        Optional<SSLContext> security = url.tls() ? Optional.of(trust.context()) : Optional.empty();
        Socket socket = dial(next);
        Line line = new Line(socket);
        watchdog.watch(line);
        try {
            line.expect(limits.silence());
            if (url.tls() && proxy.isPresent()) {
                tunnel(new Connection(line, socket, false), url, proxy.get());
            }
            Socket talking = security.isPresent() ? secured(socket, url, security.get()) : socket;
            return new Connection(line, talking, proxy.isPresent() && !url.tls());
        } catch (IOException error) {
            line.close();
            throw line.explain(error, url, "handshake");
        } finally {
            line.rest();
            watchdog.leave(line);
        }
    }

    /** Header for plain requests through a proxy that wants to know who asks. */
    String proxyHeader(HttpUrl url) throws HttpFault {
        return proxies.before(url).map(Proxies.Proxy::authorization).orElse("");
    }

    private Socket dial(HttpUrl url) throws IOException {
        IOException last = null;
        try {
            List<InetAddress> addresses = Lookup.addresses(url, limits.silence());
            for (InetAddress address : addresses) {
                try {
                    Duration share = limits.silence().dividedBy(addresses.size());
                    return dial(new InetSocketAddress(address, url.port()), url, share);
                } catch (HttpFault unreachable) {
                    last = unreachable;
                }
            }
        } catch (IOException error) {
            last = error;
        }
        throw last instanceof java.io.InterruptedIOException ? last : Faults.unreachable(last, url);
    }

    private Socket dial(InetSocketAddress address, HttpUrl url, Duration within) throws IOException {
        Socket socket = new Socket();
        Line line = new Line(socket);
        watchdog.watch(line);
        try {
            line.expect(within);
            socket.setTcpNoDelay(true);
            socket.connect(address, 0);
            return socket;
        } catch (IOException error) {
            line.close();
            IOException explained = line.explain(error, url, "connect");
            throw explained instanceof HttpFault fault
                            && !fault.problem().code().equals("upstream.timeout")
                    ? Faults.unreachable(error, url)
                    : explained;
        } finally {
            line.rest();
            watchdog.leave(line);
        }
    }

    private void tunnel(Connection connection, HttpUrl url, Proxies.Proxy proxy) throws IOException {
        String host = url.host() + ":" + url.port();
        connection.send("CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\n" + proxy.authorization() + "\r\n");
        int status = connection.head().status();
        if (status != 200 || connection.leftovers()) {
            throw HttpFault.lasting(
                    Problem.of(
                            "upstream.proxy.refused",
                            Problem.Category.UNREACHABLE,
                            "object",
                            proxy.url().authority(),
                            "status",
                            status),
                    null);
        }
    }

    private static Socket secured(Socket socket, HttpUrl url, SSLContext context) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, url.bareHost(), url.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }
}

package io.tidemark.kind.tree;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Stands before a tree server and takes sizes and times out of its listings, as Python's server has none. */
final class PythonLikeServer implements AutoCloseable {

    private static final Pattern DETAILS = Pattern.compile("</a>.*");

    private final int port;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    PythonLikeServer(int port) throws IOException {
        this.port = port;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = URI.create("http://127.0.0.1:" + port + exchange.getRequestURI());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            for (String name : new String[] {"ETag", "Last-Modified", "Content-Type"}) {
                answer.headers()
                        .firstValue(name)
                        .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
            }
            byte[] body = answer.body();
            if (uri.getPath().endsWith("/")) {
                body = DETAILS.matcher(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                        .replaceAll("</a>")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
            if (head) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Length",
                                answer.headers().firstValue("Content-Length").orElse("0"));
            }
            exchange.sendResponseHeaders(answer.statusCode(), head || body.length == 0 ? -1 : body.length);
            if (!head && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

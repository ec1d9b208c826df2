package io.tidemark.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/** One client's connection: answers its requests one after another until it goes away. */
final class Session {

    private static final int BLOCK = 128 * 1024;

    private final TreeServer server;
    private final RequestReader in;
    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];

    Session(TreeServer server, Socket socket) throws IOException {
        this.server = server;
        this.in = new RequestReader(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void run() throws IOException, InterruptedException {
        boolean going = true;
        while (going) {
            Optional<HttpRequest> request;
            try {
                request = in.next();
                if (request.isPresent()) {
                    server.counted();
                    answer(request.get());
                }
            } catch (HttpRequest.Malformed odd) {
                out.write(head("400 Bad Request", false, "Content-Length: 0\r\n"));
                return;
            }
            going = request.filter(HttpRequest::keepAlive).isPresent();
        }
    }

    private void answer(HttpRequest request) throws IOException {
        if (!request.method().equals("GET") && !request.head()) {
            brief(request, "405 Method Not Allowed", "Allow: GET, HEAD\r\n");
            return;
        }
        UrlPath path = UrlPath.decode(request.rawPath());
        Optional<Path> found = server.published().find(path.names());
        if (found.isEmpty()) {
            brief(request, "404 Not Found", "");
            return;
        }
        try {
            BasicFileAttributes kind =
                    Files.readAttributes(found.get(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (kind.isDirectory()) {
                directory(request, path, found.get());
            } else if (kind.isRegularFile() && !path.slash()) {
                file(request, found.get(), kind);
            } else {
                brief(request, "404 Not Found", "");
            }
        } catch (java.nio.file.NoSuchFileException gone) {
            brief(request, "404 Not Found", "");
        } catch (java.nio.file.AccessDeniedException denied) {
            brief(request, "403 Forbidden", "");
        }
    }

    private void directory(HttpRequest request, UrlPath path, Path directory) throws IOException {
        if (!path.slash()) {
            brief(request, "301 Moved Permanently", "Location: " + path.directoryUrl() + "\r\n");
            return;
        }
        byte[] page = new ListingPage(server.published()).page(directory, path.text());
        String headers = "Content-Type: text/html; charset=utf-8\r\nContent-Length: " + page.length + "\r\n";
        send(request, head("200 OK", request.keepAlive(), headers), page, page.length);
    }

    private void file(HttpRequest request, Path file, BasicFileAttributes kind) throws IOException {
        FileState state = FileState.of(kind);
        String headers = "Last-Modified: " + state.modified() + "\r\nETag: " + state.tag() + "\r\n";
        if (state.unchanged(request)) {
            out.write(head("304 Not Modified", request.keepAlive(), headers));
        } else if (!state.ranged(request)) {
            part(request, "200 OK", headers, file, state.whole());
        } else {
            Optional<FileState.Part> part = state.part(request);
            if (part.isEmpty()) {
                brief(request, "416 Range Not Satisfiable", "Content-Range: bytes */" + state.size() + "\r\n");
            } else {
                String range = part.get().from() + "-" + (part.get().to() - 1) + "/" + state.size();
                part(
                        request,
                        "206 Partial Content",
                        headers + "Content-Range: bytes " + range + "\r\n",
                        file,
                        part.get());
            }
        }
    }

    private void part(HttpRequest request, String status, String headers, Path file, FileState.Part part)
            throws IOException {
        String all = headers + "Content-Type: " + ContentTypes.of(file) + "\r\nAccept-Ranges: bytes\r\nContent-Length: "
                + part.length() + "\r\n";
        byte[] head = head(status, request.keepAlive(), all);
        if (request.head()) {
            out.write(head);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            channel.position(part.from());
            stream(channel, head, part.length());
        }
    }

    /** The first block travels with the head, so that a small file is one write. */
    private void stream(FileChannel channel, byte[] head, long length) throws IOException {
        System.arraycopy(head, 0, block, 0, head.length);
        int filled = head.length;
        long left = length;
        while (left > 0 || filled > 0) {
            int count = channel.read(ByteBuffer.wrap(block, filled, (int) Math.min(left, BLOCK - filled)));
            if (count < 0) {
                throw new IOException("file became shorter");
            }
            left -= count;
            filled += count;
            if (filled == BLOCK || left == 0) {
                out.write(block, 0, filled);
                filled = 0;
            }
        }
        server.sent(length);
    }

    private void brief(HttpRequest request, String status, String headers) throws IOException {
        byte[] body = (status + "\n").getBytes(StandardCharsets.US_ASCII);
        String all = headers + "Content-Type: text/plain\r\nContent-Length: " + body.length + "\r\n";
        send(request, head(status, request.keepAlive(), all), body, body.length);
    }

    private void send(HttpRequest request, byte[] head, byte[] body, int length) throws IOException {
        byte[] all = new byte[head.length + (request.head() ? 0 : length)];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, all.length - head.length);
        out.write(all);
        server.sent(all.length - head.length);
    }

    private static byte[] head(String status, boolean keepAlive, String headers) {
        return ("HTTP/1.1 " + status + "\r\nServer: Tidemark\r\nDate: " + FileState.date(Instant.now())
                        + "\r\nX-Content-Type-Options: nosniff\r\n" + (keepAlive ? "" : "Connection: close\r\n")
                        + headers
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

package io.tidemark.host.ssh;

import io.tidemark.model.ProblemException;
import io.tidemark.store.StreamProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Makes many files with many requests under way: files are opened ahead, and nobody waits for what was written, so that
 * small files cost as little of the distance as large ones. For one thread.
 */
final class SftpUpload {

    private static final int CHUNK = 32 << 10;
    private static final int AHEAD = 16;
    private static final int MOST_UNDER_WAY = 64;
    private static final int CREATE = 2 | 8 | 16;
    private static final int MODE_GIVEN = 4;
    private static final int MODE_AND_TIMES = 4 | 8;
    private static final int PRIVATE = 0600;

    private final Sftp sftp;
    private final LongConsumer written;
    private final Map<Integer, NewFile> opening = new HashMap<>();
    private final Deque<Opened> opened = new ArrayDeque<>();
    private final Set<Integer> underWay = new HashSet<>();
    private Sftp.Refused refused;

    SftpUpload(Sftp sftp, LongConsumer written) {
        this.sftp = sftp;
        this.written = written;
    }

    /** A file that the host has open. */
    private record Opened(NewFile file, byte[] handle) {}

    /** Makes them all; on return every answer was waited for. */
    void run(Iterator<NewFile> files) throws IOException, BadKey, ProblemException {
        while (refused == null && (files.hasNext() || !opening.isEmpty() || !opened.isEmpty())) {
            while (files.hasNext() && opening.size() + opened.size() < AHEAD) {
                open(files.next());
            }
            if (opened.isEmpty()) {
                take();
            } else {
                write(opened.remove());
            }
        }
        while (!opening.isEmpty() || !underWay.isEmpty()) {
            take();
        }
        if (refused != null) {
            throw refused;
        }
    }

    private void open(NewFile file) throws IOException {
        Packed request = new Packed()
                .bytes(file.path())
                .number(CREATE)
                .number(MODE_GIVEN)
                .number(PRIVATE);
        opening.put(sftp.send(Sftp.OPEN, request), file);
    }

    private void write(Opened file) throws IOException, BadKey, ProblemException {
        byte[] chunk = new byte[CHUNK];
        long at = 0;
        try (InputStream content = file.file().content().open()) {
            for (int got = next(content, chunk); got > 0; got = next(content, chunk)) {
                Packed request = new Packed().bytes(file.handle()).large(at);
                underWay.add(sftp.send(Sftp.WRITE, request, chunk, got));
                at += got;
                settle();
            }
        }
        NewFile made = file.file();
        underWay.add(sftp.send(
                Sftp.FSETSTAT,
                new Packed()
                        .bytes(file.handle())
                        .number(MODE_AND_TIMES)
                        .number(made.mode())
                        .number(made.mtime())
                        .number(made.mtime())));
        underWay.add(sftp.send(Sftp.CLOSE, new Packed().bytes(file.handle())));
        written.accept(at);
    }

    /** What cannot be read here is no fault of the connection. */
    private static int next(InputStream content, byte[] chunk) throws ProblemException {
        try {
            return content.readNBytes(chunk, 0, CHUNK);
        } catch (StreamProblem e) {
            throw e.problem();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void settle() throws IOException, BadKey {
        while (underWay.size() > MOST_UNDER_WAY) {
            take();
        }
    }

    /** One answer, whichever comes next. */
    private void take() throws IOException, BadKey {
        Sftp.Reply reply = sftp.receive();
        try {
            NewFile file = opening.remove(reply.id());
            if (file != null) {
                opened.add(new Opened(file, reply.of(reply.id(), Sftp.HANDLE).bytes()));
            } else if (underWay.remove(reply.id())) {
                reply.of(reply.id(), Sftp.STATUS);
            } else {
                throw new IOException("an answer to nothing that was asked");
            }
        } catch (Sftp.Refused e) {
            refused = refused == null ? e : refused;
        }
    }
}

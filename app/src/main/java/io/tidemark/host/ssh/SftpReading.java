package io.tidemark.host.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Reads a whole file with many requests under way; their answers may come in any order, and may be short. */
final class SftpReading {

    private static final int CHUNK = 32 << 10;
    private static final int MOST_UNDER_WAY = 64;

    private final Sftp sftp;
    private final byte[] handle;
    private final Deque<Integer> asked = new ArrayDeque<>();
    private final Map<Integer, Sftp.Reply> answered = new HashMap<>();
    private long askedTo;

    SftpReading(Sftp sftp, byte[] handle) {
        this.sftp = sftp;
        this.handle = handle;
    }

    /** Copies up to {@code most} bytes; how many there were, at most one more than that. */
    long copy(OutputStream to, long most) throws IOException, BadKey {
        long copied = 0;
        while (copied <= most) {
            ahead(Math.max(most, most + 1));
            byte[] part = first();
            if (part.length == 0) {
                drop();
                return copied;
            }
            to.write(part, 0, (int) Math.min(part.length, most - copied));
            copied = Math.min(copied + part.length, Math.max(most, most + 1));
            if (part.length < CHUNK) {
                drop();
                askedTo = copied;
            }
        }
        drop();
        return copied;
    }

    /** Asks in bundles: a request alone would fill a packet of its own. */
    private void ahead(long end) throws IOException {
        if (asked.size() > MOST_UNDER_WAY / 2) {
            return;
        }
        while (asked.isEmpty() || (asked.size() < MOST_UNDER_WAY && askedTo < end)) {
            asked.add(sftp.send(
                    Sftp.READ, new Packed().bytes(handle).large(askedTo).number(CHUNK)));
            askedTo += CHUNK;
        }
    }

    /** The answer to the first request: nothing at the end of the file. */
    private byte[] first() throws IOException, BadKey {
        int id = asked.remove();
        try {
            byte[] part = answer(id).of(id, Sftp.DATA).bytes();
            if (part.length > CHUNK) {
                throw new IOException("more bytes than were asked for");
            }
            return part;
        } catch (Sftp.Refused e) {
            if (e.code() == Sftp.Refused.END) {
                return new byte[0];
            }
            drop();
            throw e;
        }
    }

    private Sftp.Reply answer(int id) throws IOException, BadKey {
        while (!answered.containsKey(id)) {
            Sftp.Reply reply = sftp.receive();
            if (reply.id() != id && !asked.contains(reply.id())) {
                throw new IOException("an answer to nothing that was asked");
            }
            answered.put(reply.id(), reply);
        }
        return answered.remove(id);
    }

    private void drop() throws IOException, BadKey {
        while (!asked.isEmpty()) {
            answer(asked.remove());
        }
    }
}

package io.tidemark.host.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/** Writes a whole file with many requests under way, so that the distance to the host does not count for each. */
final class SftpWriting {

    private static final int CHUNK = 32 << 10;
    private static final int MOST_UNDER_WAY = 64;

    private final Sftp sftp;
    private final byte[] handle;
    private final Set<Integer> underWay = new HashSet<>();

    SftpWriting(Sftp sftp, byte[] handle) {
        this.sftp = sftp;
        this.handle = handle;
    }

    /** A request more, to be settled with the others. */
    void also(int type, Packed body) throws IOException {
        underWay.add(sftp.send(type, body));
    }

    /** Waits for every answer, also where one is a refusal. */
    void settle() throws IOException, BadKey {
        settle(0);
    }

    /** Copies everything; some of it may be under way on return. */
    void copy(InputStream content) throws IOException, BadKey {
        byte[] chunk = new byte[CHUNK];
        long at = 0;
        int got = content.readNBytes(chunk, 0, CHUNK);
        while (got > 0) {
            underWay.add(sftp.send(Sftp.WRITE, new Packed().bytes(handle).large(at), chunk, got));
            at += got;
            settle(MOST_UNDER_WAY);
            got = content.readNBytes(chunk, 0, CHUNK);
        }
    }

    private void settle(int most) throws IOException, BadKey {
        while (underWay.size() > most) {
            settleOne();
        }
    }

    private void settleOne() throws IOException, BadKey {
        Sftp.Reply reply = sftp.receive();
        if (!underWay.remove(reply.id())) {
            throw new IOException("an answer to nothing that was asked");
        }
        try {
            reply.of(reply.id(), Sftp.STATUS);
        } catch (Sftp.Refused e) {
            settle(0);
            throw e;
        }
    }
}

package io.tidemark.host.ssh;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The packets of SFTP, version 3 (draft-ietf-secsh-filexfer-02). Our own, because sshj's would make room for a packet of
 * a gigabyte, and reads names as text. Used by one thread at a time.
 */
final class Sftp {

    static final int OPEN = 3;
    static final int CLOSE = 4;
    static final int READ = 5;
    static final int WRITE = 6;
    static final int LSTAT = 7;
    static final int FSETSTAT = 10;
    static final int OPENDIR = 11;
    static final int READDIR = 12;
    static final int REMOVE = 13;
    static final int MKDIR = 14;
    static final int RMDIR = 15;
    static final int READLINK = 19;
    static final int SYMLINK = 20;
    static final int STATUS = 101;
    static final int HANDLE = 102;
    static final int DATA = 103;
    static final int NAME = 104;
    static final int ATTRS = 105;
    static final int EXTENDED = 200;
    static final int EXTENDED_REPLY = 201;
    private static final int INIT = 1;
    private static final int VERSION_PACKET = 2;
    private static final int VERSION = 3;
    private static final int BUFFER = 1 << 16;
    private static final int LARGEST = (256 << 10) + 1024;

    private final Watchdog watchdog;
    private final Duration patience;
    private final DataInputStream in;
    private final OutputStream out;
    private final Set<String> extensions = new HashSet<>();
    private int next;

    /** Begins the conversation on an open channel. */
    Sftp(Watchdog watchdog, Duration patience, InputStream in, OutputStream out) throws IOException, BadKey {
        this.watchdog = watchdog;
        this.patience = patience;
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
        this.out = out;
        transmit(new Packed().one(INIT).number(VERSION).all());
        Fields version = packet();
        if (version.one() != VERSION_PACKET || version.number() < VERSION) {
            throw new IOException("another version of SFTP");
        }
        while (!version.atEnd()) {
            extensions.add(version.text());
            version.bytes();
        }
    }

    /** Whether the host knows an extension. */
    boolean knows(String extension) {
        return extensions.contains(extension);
    }

    /** Sends a request without waiting for its answer; its number. It may lie here until an answer is waited for. */
    int send(int type, Packed body) throws IOException {
        int id = next++;
        transmit(new Packed().one(type).number(id).all(), body.all());
        return id;
    }

    /** The same with content behind it, which is not copied. */
    int send(int type, Packed body, byte[] content, int length) throws IOException {
        int id = next++;
        byte[] head = new Packed().one(type).number(id).all();
        byte[] rest = body.number(length).all();
        out.write(new Packed().number((long) head.length + rest.length + length).all());
        out.write(head);
        out.write(rest);
        out.write(content, 0, length);
        return id;
    }

    /** The next answer, to whichever request. */
    Reply receive() throws IOException, BadKey {
        Fields fields = packet();
        return new Reply(fields.one() & 0xff, (int) fields.number(), fields);
    }

    /** Asks and waits: the answer, which must be of a type, or the problem that the host names. */
    Fields ask(int type, Packed body, int expected) throws IOException, BadKey {
        int id = send(type, body);
        return receive().of(id, expected);
    }

    /** Asks for something to be done and waits until it is. */
    void command(int type, Packed body) throws IOException, BadKey {
        ask(type, body, STATUS);
    }

    private void transmit(byte[]... parts) throws IOException {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        out.write(new Packed().number(length).all());
        for (byte[] part : parts) {
            out.write(part);
        }
    }

    /** One deadline for the whole packet, however it drips. */
    private Fields packet() throws IOException {
        try (Watchdog.Guard _ = watchdog.begin(Step.SILENCE, patience)) {
            out.flush();
            int length = in.readInt();
            if (length < 1 || length > LARGEST) {
                throw new IOException("a packet of " + Integer.toUnsignedString(length) + " bytes");
            }
            byte[] packet = new byte[length];
            in.readFully(packet);
            return new Fields(packet);
        }
    }

    /** An answer. */
    record Reply(int type, int id, Fields fields) {

        private static final int OK = 0;

        /** What it holds, if it answers a request as it should; a refusal is a {@link Refused}. */
        Fields of(int request, int expected) throws IOException, BadKey {
            if (id != request) {
                throw new IOException("an answer to nothing that was asked");
            }
            if (type == STATUS) {
                int code = (int) fields.number();
                if (code != OK || expected != STATUS) {
                    throw new Refused(code, fields.atEnd() ? "" : fields.text());
                }
            } else if (type != expected) {
                throw new IOException("an answer of type " + type);
            }
            return fields;
        }
    }

    /** The host will not, or cannot. */
    static final class Refused extends IOException {

        static final int END = 1;
        static final int MISSING = 2;
        static final int DENIED = 3;
        static final int UNSUPPORTED = 8;
        private static final long serialVersionUID = 1L;
        private final int code;

        Refused(int code, String said) {
            super(said);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}

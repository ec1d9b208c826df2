package io.tidemark.host.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A running agent, asked over its Unix socket which keys it keeps and for signatures by them
 * (draft-miller-ssh-agent). Each question has a connection and a deadline of its own; an agent may ask its person first.
 */
final class Agent {

    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES = 12;
    private static final int SIGN = 13;
    private static final int SIGNED = 14;
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_KEYS = 256;

    private final Path socket;
    private final Duration patience;

    Agent(Path socket, Duration patience) {
        this.socket = socket;
        this.patience = patience;
    }

    /** The keys that it keeps and that we can use. */
    List<Signer> keys() throws IOException {
        try {
            Fields answer = ask(new byte[] {REQUEST_IDENTITIES}, IDENTITIES);
            long count = Math.min(answer.number(), MOST_KEYS);
            List<Signer> keys = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                HostKey key = HostKey.of(answer.bytes());
                answer.bytes();
                if (!Signatures.kinds(key.type()).isEmpty()) {
                    keys.add(new Kept(key));
                }
            }
            return keys;
        } catch (BadKey e) {
            throw new IOException(e);
        }
    }

    private byte[] sign(HostKey key, String kind, byte[] data) throws IOException {
        int flags =
                switch (kind) {
                    case "rsa-sha2-256" -> 2;
                    case "rsa-sha2-512" -> 4;
                    default -> 0;
                };
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        question.write(SIGN);
        put(question, key.blob());
        put(question, data);
        question.writeBytes(number(flags));
        try {
            byte[] signature = ask(question.toByteArray(), SIGNED).bytes();
            Signatures.check(key, data, signature);
            return signature;
        } catch (BadKey e) {
            throw new IOException(e);
        }
    }

    private Fields ask(byte[] question, int expected) throws IOException, BadKey {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Watchdog watchdog = new Watchdog(() -> close(channel));
                Watchdog.Guard _ = watchdog.begin(Step.AUTHENTICATION, patience)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer message = ByteBuffer.allocate(question.length + Integer.BYTES);
            message.putInt(question.length).put(question).flip();
            while (message.hasRemaining()) {
                channel.write(message);
            }
            return answer(channel, expected);
        }
    }

    private static Fields answer(SocketChannel channel, int expected) throws IOException, BadKey {
        int length = read(channel, Integer.BYTES).getInt();
        if (length < 1 || length > LARGEST) {
            throw new IOException("the agent's answer has " + length + " bytes");
        }
        Fields fields = new Fields(read(channel, length).array());
        if (fields.one() != expected) {
            throw new IOException("the agent refuses");
        }
        return fields;
    }

    private static ByteBuffer read(SocketChannel channel, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new IOException("the agent hung up");
            }
        }
        return bytes.flip();
    }

    private static void put(ByteArrayOutputStream out, byte[] field) {
        out.writeBytes(number(field.length));
        out.writeBytes(field);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // It is as good as closed.
        }
    }

    /** A key in the agent. */
    private final class Kept implements Signer {

        private final HostKey key;

        Kept(HostKey key) {
            this.key = key;
        }

        @Override
        public HostKey key() {
            return key;
        }

        @Override
        public Identity identity() {
            return new Identity.InAgent(socket, key);
        }

        @Override
        public byte[] sign(String kind, byte[] data) throws IOException {
            return Agent.this.sign(key, kind, data);
        }
    }
}

package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Asking;
import io.tidemark.model.ProblemException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.server.auth.UserAuthNoneFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SFTP servers that mean no good. */
@Timeout(120)
class HostileFilesTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final long MOST_GROWTH = 64 << 20;

    @TempDir
    private Path dir;

    private interface Use {
        void files(RemoteFiles files) throws Exception;
    }

    private record Only(Mina.Deed deed) implements SubsystemFactory {

        @Override
        public String getName() {
            return "sftp";
        }

        @Override
        public Command createSubsystem(ChannelSession channel) {
            return new Mina.Running("sftp", deed);
        }
    }

    private String code(Use use, Mina.Deed deed) throws Exception {
        try (Mina host = new Mina(server -> {
            server.setUserAuthFactories(List.of(UserAuthNoneFactory.INSTANCE));
            server.setSubsystemFactories(List.of(new Only(deed)));
        })) {
            host.known(dir.resolve("known"));
            SshPlaces places =
                    new SshPlaces(dir, dir.resolve("none"), List.of(dir.resolve("known")), List.of(), Optional.empty());
            Duration patient = Duration.ofSeconds(30);
            Deadlines deadlines = new Deadlines(patient, patient, patient, patient, SHORT, SHORT);
            try (SshConnection connection =
                    new SshConnector(places, deadlines, Asking.nobody()).open(host.target("mirror"))) {
                return assertThrows(ProblemException.class, () -> {
                            try (RemoteFiles files = connection.files()) {
                                use.files(files);
                            }
                        })
                        .problem()
                        .code();
            }
        }
    }

    private static void send(Mina.Ends ends, byte[] packet) throws IOException {
        ends.out()
                .write(ByteBuffer.allocate(4 + packet.length)
                        .putInt(packet.length)
                        .put(packet)
                        .array());
        ends.out().flush();
    }

    private static void greet(Mina.Ends ends) throws IOException {
        request(ends);
        send(ends, new Packed().one(2).number(3).all());
    }

    /** The number of the next request. */
    private static int request(Mina.Ends ends) throws IOException {
        return ByteBuffer.wrap(packet(ends), 1, 4).getInt();
    }

    private static byte[] packet(Mina.Ends ends) throws IOException {
        DataInputStream in = new DataInputStream(ends.in());
        byte[] packet = new byte[in.readInt()];
        in.readFully(packet);
        return packet;
    }

    private static byte[] names(int id, String... names) {
        Packed packed = new Packed().one(Sftp.NAME).number(id).number(names.length);
        for (String name : names) {
            packed.text(name).text("").number(0);
        }
        return packed.all();
    }

    private static void handle(Mina.Ends ends) throws IOException {
        send(ends, new Packed().one(Sftp.HANDLE).number(request(ends)).text("h").all());
    }

    @Test
    void silence() throws Exception {
        assertEquals(
                "ssh.time.silence", code(files -> {}, (line, ends) -> ends.in().readAllBytes()));
    }

    @Test
    void silenceLater() throws Exception {
        assertEquals("ssh.time.silence", code(files -> files.stat("/x"), (line, ends) -> {
            greet(ends);
            ends.in().readAllBytes();
        }));
    }

    @Test
    void drippingAnswer() throws Exception {
        assertEquals("ssh.time.silence", code(files -> files.stat("/x"), (line, ends) -> {
            greet(ends);
            ends.out().write(new byte[] {0, 3, 0, 0});
            CountDownLatch never = new CountDownLatch(1);
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                ends.out().write(1);
                ends.out().flush();
            }
        }));
    }

    @Test
    void packetOfAGigabyte() throws Exception {
        long before = Runtime.getRuntime().totalMemory();
        assertEquals("ssh.protocol", code(files -> {}, (line, ends) -> {
            ends.out().write(new byte[] {0x3f, -1, -1, -1, 2});
            ends.out().flush();
            ends.in().readAllBytes();
        }));
        assertTrue(Runtime.getRuntime().totalMemory() - before < MOST_GROWTH * 4);
    }

    @Test
    void anotherVersion() throws Exception {
        assertEquals("ssh.protocol", code(files -> {}, (line, ends) -> {
            request(ends);
            send(ends, new Packed().one(2).number(1).all());
            ends.in().readAllBytes();
        }));
    }

    @Test
    void answersToNothing() throws Exception {
        assertEquals("ssh.lost", code(files -> files.stat("/x"), (line, ends) -> {
            greet(ends);
            send(
                    ends,
                    new Packed()
                            .one(Sftp.STATUS)
                            .number(request(ends) + 7)
                            .number(0)
                            .all());
            ends.in().readAllBytes();
        }));
    }

    @Test
    void namesThatLeadElsewhere() throws Exception {
        for (String name : List.of("../../etc/cron.d/x", "/etc/passwd", "a/b", "")) {
            assertEquals("ssh.lost", code(files -> files.list("/x", 10), (line, ends) -> {
                greet(ends);
                handle(ends);
                send(ends, names(request(ends), ".", "..", name));
                ends.in().readAllBytes();
            }));
        }
    }

    @Test
    void endlessDirectory() throws Exception {
        assertEquals("ssh.file.many", code(files -> files.list("/x", 1000), (line, ends) -> {
            greet(ends);
            handle(ends);
            while (true) {
                send(ends, names(request(ends), "a", "b", "c"));
            }
        }));
    }

    @Test
    void moreBytesThanWereAskedFor() throws Exception {
        assertEquals("ssh.lost", code(files -> files.read("/x", 10), (line, ends) -> {
            greet(ends);
            handle(ends);
            while (true) {
                send(
                        ends,
                        new Packed()
                                .one(Sftp.DATA)
                                .number(request(ends))
                                .bytes(new byte[200_000])
                                .all());
            }
        }));
    }

    @Test
    void endlessFile() throws Exception {
        assertEquals("ssh.file.large", code(files -> files.read("/x", 1 << 20), (line, ends) -> {
            greet(ends);
            handle(ends);
            for (byte[] asked = packet(ends); true; asked = packet(ends)) {
                int id = ByteBuffer.wrap(asked, 1, 4).getInt();
                boolean read = asked[0] == Sftp.READ;
                Packed answer = new Packed().one(read ? Sftp.DATA : Sftp.STATUS).number(id);
                send(ends, (read ? answer.bytes(new byte[32 << 10]) : answer.number(0)).all());
            }
        }));
    }
}

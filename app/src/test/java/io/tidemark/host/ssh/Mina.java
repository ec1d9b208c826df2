package io.tidemark.host.ssh;

import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** An SSH server inside the test, which may check passwords and may do to commands what no real one does. */
final class Mina implements AutoCloseable {

    final SshServer server = SshServer.setUpDefaultServer();
    private final String key;

    /** Starts it after {@code setting} has set it up. */
    Mina(Consumer<SshServer> setting) throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        var pair = maker.generateKeyPair();
        key = PublicKeyEntry.toString(pair.getPublic());
        server.setKeyPairProvider(KeyPairProvider.wrap(pair));
        server.setHost(OwnLoopback.address().getHostAddress());
        setting.accept(server);
        server.start();
        KeyUtils.getFingerPrint(pair.getPublic());
    }

    SshTarget target(String user) {
        return new SshTarget(user, server.getHost(), server.getPort(), List.of(), List.of());
    }

    /** Makes its key known. */
    void known(Path file) throws IOException {
        Files.writeString(file, target("x").knownAs() + " " + key + "\n");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** What happens to a command. */
    interface Deed {
        void run(String line, Ends ends) throws Exception;
    }

    /** The ends of a command's channel. */
    record Ends(InputStream in, OutputStream out, OutputStream err, ExitCallback exit) {

        void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    /** A command on a thread of its own. */
    static final class Running implements Command {

        private final String line;
        private final Deed deed;
        private InputStream in;
        private OutputStream out;
        private OutputStream err;
        private ExitCallback exit;
        private Thread thread;

        Running(String line, Deed deed) {
            this.line = line;
            this.deed = deed;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            err = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            thread = Thread.ofPlatform().daemon().start(this::run);
        }

        @Override
        public void destroy(ChannelSession channel) {
            thread.interrupt();
        }

        private void run() {
            try {
                deed.run(line, new Ends(in, out, err, exit));
            } catch (Exception ended) {
                // The client had enough.
            }
        }
    }
}

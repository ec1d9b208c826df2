package io.tidemark.host.ssh;

import java.io.IOException;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuth;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthMethod;

/** sshj's client on a wire that we made ourselves, each step by itself so that each can have its deadline. */
final class Client extends SSHClient {

    /** Longer than any deadline of ours: the watchdog ends a step, never sshj. */
    private static final int NEVER = 24 * 3600 * 1000;

    Client(Config config) {
        super(config);
        trans.setTimeoutMs(NEVER);
        conn.setTimeoutMs(NEVER);
    }

    /** Exchanges greetings. */
    void greet(SshTarget target, Wire wire) throws TransportException {
        trans.init(target.host(), target.port(), wire.in(), wire.out());
    }

    /** Exchanges keys, the host's key included. */
    void exchange() throws TransportException {
        try {
            doKex();
        } catch (IllegalStateException gone) {
            throw new TransportException(gone.getMessage(), gone);
        }
    }

    /** A host that hung up a moment ago is a failure of the transport; sshj takes it for a mistake of its caller. */
    @Override
    public Session startSession() throws ConnectionException, TransportException {
        try {
            return super.startSession();
        } catch (IllegalStateException gone) {
            throw new TransportException(gone.getMessage(), gone);
        }
    }

    /** Tries one way to say who we are; whether the host is satisfied. */
    boolean authenticate(String user, AuthMethod method) throws UserAuthException, TransportException {
        method.setLoggerFactory(loggerFactory);
        return auth.authenticate(user, (Service) conn, method, NEVER);
    }

    UserAuth authentication() {
        return auth;
    }

    Connection channels() {
        return conn;
    }

    /** Without a socket of sshj's own, the transport knows. */
    @Override
    public boolean isConnected() {
        return trans.isRunning();
    }

    /** Says good-bye to the host. */
    @Override
    public void disconnect() throws IOException {
        conn.getKeepAlive().interrupt();
        trans.disconnect();
    }
}

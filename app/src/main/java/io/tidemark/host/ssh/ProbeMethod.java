package io.tidemark.host.ssh;

import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Asks a host whether it would take a key, before a person is bothered for the passphrase. */
final class ProbeMethod extends AbstractAuthMethod {

    private final HostKey key;
    private volatile boolean taken;

    ProbeMethod(HostKey key) {
        super("publickey");
        this.key = key;
    }

    /** Whether the host would take it. */
    boolean taken() {
        return taken;
    }

    @Override
    public SSHPacket buildReq() throws UserAuthException {
        SSHPacket request = super.buildReq();
        request.putBoolean(false);
        request.putString(Signatures.kinds(key.type()).getFirst());
        request.putBytes(key.blob());
        return request;
    }

    /** The exception only ends the attempt: sshj knows no answer that is neither yes nor no. */
    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        taken = true;
        throw new UserAuthException("the host would take the key");
    }
}

package io.tidemark.host.ssh;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * Says who we are with a key (RFC 4252 section 7), which may live in an agent, where sshj 0.40 cannot reach it. The host
 * is asked first whether it would take the key, and then gets a signature.
 */
final class PublicKeyMethod extends AbstractAuthMethod {

    private final Signer signer;
    private final Deque<String> kinds;

    PublicKeyMethod(Signer signer) {
        super("publickey");
        this.signer = signer;
        kinds = new ArrayDeque<>(Signatures.kinds(signer.key().type()));
    }

    @Override
    public SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        SSHPacket signed = request(true);
        signed.putBytes(signature(signed));
        params.getTransport().write(signed);
    }

    /** After a refusal: whether there is another kind of signature to try. */
    @Override
    public boolean shouldRetry() {
        kinds.poll();
        return !kinds.isEmpty();
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        SSHPacket request = super.buildReq();
        request.putBoolean(signed);
        request.putString(kinds.peek());
        request.putBytes(signer.key().blob());
        return request;
    }

    private byte[] signature(SSHPacket request) throws UserAuthException {
        Buffer.PlainBuffer data = new Buffer.PlainBuffer();
        data.putBytes(params.getTransport().getSessionID());
        data.putRawBytes(request.getCompactData());
        try {
            return signer.sign(kinds.peek(), data.getCompactData());
        } catch (IOException e) {
            throw new UserAuthException(e);
        }
    }
}

package io.tidemark.host.ssh;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.digest.Digest;
import net.schmizz.sshj.transport.kex.KeyExchange;

/**
 * A key exchange that lets us see the host key's own bytes, which sshj takes apart, and the list of algorithms that the
 * host offers. In every exchange that we allow the host key is the first field of the host's answer (RFC 4253 section 8,
 * RFC 5656 section 4).
 */
final class WatchedExchange implements KeyExchange {

    private final KeyExchange inner;
    private final Negotiation negotiation;

    private WatchedExchange(KeyExchange inner, Negotiation negotiation) {
        this.inner = inner;
        this.negotiation = negotiation;
    }

    @Override
    public void init(Transport transport, String hostVersion, String ownVersion, byte[] hostLists, byte[] ownLists)
            throws GeneralSecurityException, TransportException {
        negotiation.listed(hostLists);
        inner.init(transport, hostVersion, ownVersion, hostLists, ownLists);
    }

    @Override
    public boolean next(Message message, SSHPacket packet) throws GeneralSecurityException, TransportException {
        if (message == Message.KEXDH_31) {
            negotiation.shown(first(packet));
        }
        return inner.next(message, packet);
    }

    @Override
    public byte[] getH() {
        return inner.getH();
    }

    @Override
    public BigInteger getK() {
        return inner.getK();
    }

    @Override
    public Digest getHash() {
        return inner.getHash();
    }

    @Override
    public PublicKey getHostKey() {
        return inner.getHostKey();
    }

    private static byte[] first(SSHPacket packet) throws TransportException {
        int position = packet.rpos();
        try {
            byte[] blob = packet.readBytes();
            packet.rpos(position);
            return blob;
        } catch (Buffer.BufferException e) {
            throw new TransportException(DisconnectReason.PROTOCOL_ERROR, e);
        }
    }

    /** Makes such exchanges of one algorithm for one connection. */
    record Maker(Factory.Named<KeyExchange> inner, Negotiation negotiation) implements Factory.Named<KeyExchange> {

        @Override
        public String getName() {
            return inner.getName();
        }

        @Override
        public KeyExchange create() {
            return new WatchedExchange(inner.create(), negotiation);
        }
    }
}

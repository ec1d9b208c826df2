package io.tidemark.host.ssh;

import java.io.IOException;
import java.security.PrivateKey;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;

/** A private key read from a file. */
record FileSigner(HostKey key, PrivateKey secret, Identity identity) implements Signer {

    @Override
    public byte[] sign(String kind, byte[] data) throws IOException {
        try {
            Signature signature = Signatures.algorithm(kind).newSignature();
            signature.initSign(secret);
            signature.update(data);
            byte[] encoded = signature.encode(signature.sign());
            Buffer.PlainBuffer packed = new Buffer.PlainBuffer();
            packed.putString(kind);
            packed.putBytes(encoded);
            return packed.getCompactData();
        } catch (SSHRuntimeException e) {
            throw new IOException(e);
        }
    }
}

package io.tidemark.host.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.signature.SignatureRSA;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;

/**
 * What may be agreed on with a host: nothing with SHA-1, MD5, CBC, DSA, arcfour or 3DES. sshj offers all of that unless
 * told otherwise.
 */
final class Algorithms {

    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    private Algorithms() {}

    /** A configuration of sshj for one connection. */
    static ConfigImpl config(HostKeyOffer wanted, Negotiation negotiation) {
        ConfigImpl config = new ConfigImpl();
        config.setLoggerFactory(new Silence());
        config.setVersion("Tidemark");
        config.setKeyExchangeFactories(exchanges().stream()
                .<Factory.Named<KeyExchange>>map(one -> new WatchedExchange.Maker(one, negotiation))
                .toList());
        config.setKeyAlgorithms(hostKeys(wanted));
        config.setCipherFactories(List.of(
                GcmCiphers.AES256GCM(),
                GcmCiphers.AES128GCM(),
                ChachaPolyCiphers.CHACHA_POLY_OPENSSH(),
                BlockCiphers.AES256CTR(),
                BlockCiphers.AES192CTR(),
                BlockCiphers.AES128CTR()));
        config.setMACFactories(List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm()));
        config.setCompressionFactories(List.of(new NoneCompression.Factory()));
        config.setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
        config.setKeepAliveProvider(KeepAliveProvider.HEARTBEAT);
        // Certificates are judged by our own rules, from the bytes on the wire.
        config.setVerifyHostKeyCertificates(false);
        return config;
    }

    private static List<Factory.Named<KeyExchange>> exchanges() {
        return List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256(),
                new ECDHNistP.Factory384(),
                new ECDHNistP.Factory521(),
                DHGroups.Group16SHA512(),
                DHGroups.Group18SHA512());
    }

    /** Certificates first where an authority is known, then the types of known keys: what can be judged comes first. */
    private static List<Factory.Named<KeyAlgorithm>> hostKeys(HostKeyOffer wanted) {
        List<Factory.Named<KeyAlgorithm>> all = new ArrayList<>();
        if (wanted.certificates()) {
            all.addAll(certificates());
        }
        plain().stream().filter(one -> wanted.types().contains(format(one))).forEach(all::add);
        plain().stream().filter(one -> !wanted.types().contains(format(one))).forEach(all::add);
        return all;
    }

    private static String format(KeyAlgorithms.Factory algorithm) {
        return algorithm.getKeyType().toString();
    }

    private static List<KeyAlgorithms.Factory> plain() {
        return List.of(
                KeyAlgorithms.EdDSA25519(),
                KeyAlgorithms.ECDSASHANistp256(),
                KeyAlgorithms.ECDSASHANistp384(),
                KeyAlgorithms.ECDSASHANistp521(),
                KeyAlgorithms.RSASHA512(),
                KeyAlgorithms.RSASHA256());
    }

    private static List<KeyAlgorithms.Factory> certificates() {
        return List.of(
                KeyAlgorithms.EdDSA25519CertV01(),
                KeyAlgorithms.ECDSASHANistp256CertV01(),
                KeyAlgorithms.ECDSASHANistp384CertV01(),
                KeyAlgorithms.ECDSASHANistp521CertV01(),
                rsaCertificate("rsa-sha2-512", new SignatureRSA.FactoryRSASHA512()),
                rsaCertificate("rsa-sha2-256", new SignatureRSA.FactoryRSASHA256()));
    }

    private static KeyAlgorithms.Factory rsaCertificate(String name, Factory.Named<Signature> signature) {
        return new KeyAlgorithms.Factory(name + CERTIFICATE, signature, KeyType.RSA_CERT);
    }
}

package io.tidemark.host.ssh;

import java.security.Security;
import net.schmizz.sshj.common.SecurityUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Who computes for sshj. Left alone it takes everything from Bouncy Castle, whose AES does without the processor's own
 * instructions and takes four times as long; only ChaCha20-Poly1305 is found nowhere else.
 */
final class Providers {

    private Providers() {}

    /** Lets the JDK compute what it can, and Bouncy Castle the rest. To be called before sshj computes anything. */
    static void prepare() {
        Security.addProvider(new BouncyCastleProvider());
        SecurityUtils.setRegisterBouncyCastle(false);
        SecurityUtils.setSecurityProvider(null);
    }
}

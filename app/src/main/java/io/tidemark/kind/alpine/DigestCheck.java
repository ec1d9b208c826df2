package io.tidemark.kind.alpine;

import io.tidemark.kind.SizeCheck;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.ProblemException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Compares a file with the digest that upstream published. */
final class DigestCheck extends SizeCheck {

    private final MessageDigest digest;
    private final byte[] expected;

    DigestCheck(WantedFile wanted, String algorithm, byte[] expected) {
        super(wanted);
        this.digest = Digests.of(algorithm);
        this.expected = expected;
    }

    @Override
    public void update(byte[] buffer, int offset, int length) throws ProblemException {
        super.update(buffer, offset, length);
        digest.update(buffer, offset, length);
    }

    @Override
    public void finish() throws ProblemException {
        super.finish();
        byte[] got = digest.digest();
        if (!MessageDigest.isEqual(expected, got)) {
            String name = digest.getAlgorithm() + " ";
            throw content(
                    name + HexFormat.of().formatHex(expected),
                    name + HexFormat.of().formatHex(got));
        }
    }
}

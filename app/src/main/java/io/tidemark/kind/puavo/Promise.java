package io.tidemark.kind.puavo;

import io.tidemark.kind.SizeCheck;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.ProblemException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Checks an image against what upstream promised: its size, and its SHA-512 where a document names it. */
final class Promise extends SizeCheck {

    private static final String DIGEST = "sha512:";

    private final WantedFile wanted;
    private final Optional<MessageDigest> digest;

    Promise(WantedFile wanted) {
        super(wanted);
        this.wanted = wanted;
        this.digest = wanted.identity().startsWith(DIGEST) ? Optional.of(Digests.of("SHA-512")) : Optional.empty();
    }

    /** The identity of a file whose digest is known. */
    static String ofDigest(String sha512) {
        return DIGEST + sha512;
    }

    /** The identity of a file of which only size and time are known. */
    static String ofState(long size, String time) {
        return "size=" + size + ";mtime=" + time;
    }

    @Override
    public void update(byte[] buffer, int offset, int length) throws ProblemException {
        super.update(buffer, offset, length);
        digest.ifPresent(sha512 -> sha512.update(buffer, offset, length));
    }

    @Override
    public void finish() throws ProblemException {
        super.finish();
        if (digest.isPresent()) {
            String got = ofDigest(HexFormat.of().formatHex(digest.get().digest()));
            if (!got.equals(wanted.identity())) {
                throw content(wanted.identity(), got);
            }
        }
    }
}

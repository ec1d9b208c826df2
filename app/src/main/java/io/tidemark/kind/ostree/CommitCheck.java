package io.tidemark.kind.ostree;

import io.tidemark.kind.SizeCheck;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayOutputStream;

/** Checks that an object is what its name says. Used by one thread. */
final class CommitCheck extends SizeCheck {

    private static final String IDENTITY = "ostree:";

    private final String identity;
    private final ByteArrayOutputStream object = new ByteArrayOutputStream();

    CommitCheck(WantedFile wanted) {
        super(wanted);
        this.identity = wanted.identity();
    }

    static String identity(Checksum id) {
        return IDENTITY + id.hex();
    }

    @Override
    public void update(byte[] buffer, int offset, int length) throws ProblemException {
        super.update(buffer, offset, length);
        object.write(buffer, offset, length);
    }

    @Override
    public void finish() throws ProblemException {
        super.finish();
        String got = identity(Checksum.ofContent(object.toByteArray()));
        if (!got.equals(identity)) {
            throw content(identity, got);
        }
    }
}

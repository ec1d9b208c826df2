package io.tidemark.kind.alpine;

import io.tidemark.kind.SizeCheck;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Reads a small text file whole and asks whether it says what it must. */
final class TextCheck extends SizeCheck {

    private static final int LONGEST = 64 << 10;

    private final WantedFile wanted;
    private final Predicate<String> condition;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    TextCheck(WantedFile wanted, Predicate<String> condition) {
        super(wanted);
        this.wanted = wanted;
        this.condition = condition;
    }

    @Override
    public void update(byte[] buffer, int offset, int length) throws ProblemException {
        super.update(buffer, offset, length);
        if (seen() > LONGEST) {
            throw content(wanted.identity(), "> " + LONGEST + " B");
        }
        text.write(buffer, offset, length);
    }

    @Override
    public void finish() throws ProblemException {
        super.finish();
        String got = text.toString(StandardCharsets.UTF_8);
        if (!condition.test(got)) {
            throw content(wanted.identity(), Malformed.quote(got));
        }
    }
}

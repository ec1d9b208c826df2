package io.tidemark.delta;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A signature file, mapped, with an index of its weak sums. Owned by whoever opened it; reading is safe for all threads.
 */
final class Signature implements AutoCloseable {

    private static final int HEAD = 12;
    private static final int SAME = 64;

    private final Image file;
    private final SignatureForm form;
    private final int blocks;
    private final int[] slots;
    private final int shift;

    private Signature(Image file, SignatureForm form, int blocks) {
        this.file = file;
        this.form = form;
        this.blocks = blocks;
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(blocks) + 1);
        this.slots = new int[1 << Math.min(30, bits)];
        this.shift = Integer.numberOfLeadingZeros(slots.length) + 1;
    }

    /**
     * Reads a signature.
     *
     * @throws ProblemException {@code delta.nofile}, {@code delta.read}, {@code delta.signature}
     */
    static Signature open(Path path) throws ProblemException {
        Image file = Image.open(path);
        try {
            Signature signature = read(file);
            signature.index();
            return signature;
        } catch (ProblemException | RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    private static Signature read(Image file) throws ProblemException {
        if (file.size() < HEAD) {
            throw damaged(file);
        }
        SignatureForm form = SignatureForm.of(number(file, 0), number(file, 4), number(file, 8))
                .orElseThrow(() -> damaged(file));
        long blocks = (file.size() - HEAD) / form.entry();
        if ((file.size() - HEAD) % form.entry() != 0 || blocks > 1 << 29) {
            throw damaged(file);
        }
        return new Signature(file, form, (int) blocks);
    }

    private static ProblemException damaged(Image file) {
        return new ProblemException(Problem.of("delta.signature", Problem.Category.REFUSED, "object", file.path()));
    }

    private static int number(Image file, long at) {
        return (int) file.number(at, Integer.BYTES);
    }

    private void index() {
        for (int block = 0; block < blocks; block++) {
            int weak = weak(block);
            int slot = slot(weak);
            int same = 0;
            while (slots[slot] != 0 && same < SAME) {
                same += weak(slots[slot] - 1) == weak ? 1 : 0;
                slot = slot + 1 & slots.length - 1;
            }
            if (same < SAME) {
                slots[slot] = block + 1;
            }
        }
    }

    private int slot(int weak) {
        return weak * 0x9E37_79B1 >>> shift;
    }

    private int weak(int block) {
        return number(file, HEAD + (long) block * form.entry());
    }

    SignatureForm form() {
        return form;
    }

    int blocks() {
        return blocks;
    }

    /** Whether a block may have this weak sum. */
    boolean knows(int weak) {
        for (int slot = slot(weak); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (weak(slots[slot] - 1) == weak) {
                return true;
            }
        }
        return false;
    }

    /** The first block with both sums, or -1; {@code wanted} is preferred. */
    int find(int weak, byte[] strong, int wanted) {
        if (wanted < blocks && weak(wanted) == weak && matches(wanted, strong)) {
            return wanted;
        }
        for (int slot = slot(weak); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int block = slots[slot] - 1;
            if (weak(block) == weak && matches(block, strong)) {
                return block;
            }
        }
        return -1;
    }

    private boolean matches(int block, byte[] strong) {
        byte[] kept = new byte[form.kept()];
        file.read(HEAD + (long) block * form.entry() + Integer.BYTES, kept, kept.length);
        return Arrays.equals(kept, 0, kept.length, strong, 0, kept.length);
    }

    @Override
    public void close() {
        file.close();
    }
}

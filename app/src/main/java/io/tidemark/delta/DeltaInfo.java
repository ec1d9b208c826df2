package io.tidemark.delta;

import io.tidemark.model.ProblemException;
import java.nio.file.Path;

/**
 * What a delta says of itself.
 *
 * @param figures its size, what it makes, how much of that is copied
 * @param reach the old file has at least so many bytes
 * @param literals how many literal commands
 * @param trailing bytes behind its end, which every program ignores
 */
public record DeltaInfo(DeltaFigures figures, long reach, long literals, long trailing) {

    /**
     * Reads a delta through.
     *
     * @throws ProblemException {@code delta.nofile}, {@code delta.read}, {@code delta.magic}, {@code delta.damaged},
     *     {@code delta.short}
     */
    public static DeltaInfo read(Path delta) throws ProblemException {
        try (Image image = Image.open(delta)) {
            return read(image);
        }
    }

    static DeltaInfo read(Image delta) throws ProblemException {
        try {
            return sum(delta);
        } catch (InternalError cut) {
            throw delta.shrunk(cut);
        }
    }

    private static DeltaInfo sum(Image delta) throws ProblemException {
        DeltaCommands commands = new DeltaCommands(delta);
        long result = 0;
        long copies = 0;
        long copied = 0;
        long literals = 0;
        long reach = 0;
        while (commands.next()) {
            result = plus(result, commands.length());
            if (commands.isCopy()) {
                copies++;
                copied = plus(copied, commands.length());
                reach = Math.max(reach, plus(commands.position(), commands.length()));
            } else {
                literals++;
            }
        }
        DeltaFigures figures = new DeltaFigures(delta.size(), result, copies, copied);
        return new DeltaInfo(figures, reach, literals, delta.size() - commands.consumed());
    }

    /** A sum that stops at the largest number: a bomb may say that it is larger than anything. */
    private static long plus(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}

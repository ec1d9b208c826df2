package io.tidemark.engine.delta;

import io.tidemark.delta.DeltaApplier;
import io.tidemark.delta.DeltaFigures;
import io.tidemark.delta.DeltaInfo;
import io.tidemark.delta.DeltaLimits;
import io.tidemark.delta.DeltaMaker;
import io.tidemark.delta.SignatureDelta;
import io.tidemark.delta.SignatureForm;
import io.tidemark.delta.SignatureWriter;
import io.tidemark.delta.StrongSum;
import io.tidemark.delta.WeakSum;
import io.tidemark.engine.Deltas;
import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Deltas of files on this machine. */
public final class LocalDeltas implements Deltas {

    private static final int BUFFER = 1 << 17;

    @Override
    public Made make(String old, String image, Target out, JobContext job)
            throws ProblemException, InterruptedException {
        long start = System.nanoTime();
        try (FreshFile file = FreshFile.begin(out)) {
            job.progress().phase("delta", -1, size(image));
            DeltaFigures figures = new DeltaMaker(job)
                    .make(
                            Path.of(old),
                            Path.of(image),
                            file.channel(),
                            file.path().getParent());
            long made = System.nanoTime();
            String sha256 = new Proof(job).require(Path.of(old), file.part(), Path.of(image), figures);
            long proved = System.nanoTime();
            file.finish();
            return made(figures, Optional.of(sha256), made - start, proved - made);
        } catch (IOException failed) {
            throw FreshFile.unwritable(Path.of(out.path()), failed);
        }
    }

    @Override
    public Made makeFromSignature(String signature, String image, Target out, JobContext job)
            throws ProblemException, InterruptedException {
        long start = System.nanoTime();
        try (FreshFile file = FreshFile.begin(out)) {
            job.progress().phase("delta", -1, size(image));
            DeltaFigures figures = new SignatureDelta(job).make(Path.of(signature), Path.of(image), file.channel());
            file.finish();
            return made(figures, Optional.empty(), System.nanoTime() - start, 0);
        } catch (IOException failed) {
            throw FreshFile.unwritable(Path.of(out.path()), failed);
        }
    }

    private static Made made(DeltaFigures figures, Optional<String> sha256, long nanos, long proofNanos) {
        return new Made(
                figures.bytes(),
                figures.result(),
                figures.copied(),
                figures.copies(),
                sha256,
                nanos / 1_000_000,
                proofNanos / 1_000_000);
    }

    @Override
    public Applied apply(String old, String delta, Target out, Expected expected, JobContext job)
            throws ProblemException, InterruptedException {
        try (FreshFile file = FreshFile.begin(out)) {
            Description about = describe(delta);
            job.progress().phase("apply", -1, about.result());
            OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER);
            String digest = new DeltaApplier(job).apply(Path.of(old), Path.of(delta), limits(expected), stream);
            stream.flush();
            file.finish();
            return new Applied(about.result(), digest);
        } catch (IOException failed) {
            throw FreshFile.unwritable(Path.of(out.path()), failed);
        }
    }

    private static DeltaLimits limits(Expected expected) {
        DeltaLimits unknown = DeltaLimits.unknown();
        boolean known = expected.size().isPresent();
        return new DeltaLimits(
                unknown.most(),
                known ? Double.MAX_VALUE : unknown.ratio(),
                expected.size(),
                expected.sha256().map(digits -> digits.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Description describe(String delta) throws ProblemException {
        DeltaInfo info = DeltaInfo.read(Path.of(delta));
        DeltaFigures figures = info.figures();
        return new Description(
                figures.bytes(),
                figures.result(),
                figures.copied(),
                figures.copies(),
                info.literals(),
                info.reach(),
                info.trailing());
    }

    @Override
    public Signed sign(String path, Target out, SignatureWish wish, JobContext job)
            throws ProblemException, InterruptedException {
        SignatureForm form = form(wish, size(path));
        try (FreshFile file = FreshFile.begin(out)) {
            job.progress().phase("sign", -1, size(path));
            OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER);
            new SignatureWriter(job).write(Path.of(path), form, stream);
            stream.flush();
            long bytes = file.channel().size();
            file.finish();
            return new Signed(bytes, form.block(), form.kept());
        } catch (IOException failed) {
            throw FreshFile.unwritable(Path.of(out.path()), failed);
        }
    }

    private static SignatureForm form(SignatureWish wish, long size) throws ProblemException {
        StrongSum strong = wish.old() ? StrongSum.MD4 : StrongSum.BLAKE2;
        int block = wish.block().orElseGet(() -> SignatureForm.ordinary(size).block());
        int kept = wish.strong().orElse(strong.length());
        if (block < 1 || kept < 1 || kept > strong.length()) {
            throw new ProblemException(Problem.of(
                    "delta.form", Problem.Category.USAGE, "object", block + "/" + kept, "most", strong.length()));
        }
        return new SignatureForm(wish.old() ? WeakSum.ROLLSUM : WeakSum.RABIN_KARP, strong, block, kept);
    }

    /** Size of a file for the progress; what is wrong with it is said by whoever opens it. */
    private static long size(String path) {
        try {
            return Files.size(Path.of(path));
        } catch (IOException unknown) {
            return -1;
        }
    }
}

package io.tidemark.delta;

import io.tidemark.job.CpuPool;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Unwatched;
import io.tidemark.model.ProblemException;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files to work with, and the ways through the package. */
final class Bench implements AutoCloseable {

    final Path directory;
    final Path old;
    final Path image;
    final Path delta;
    final Path result;
    final MachinePool pool;
    private final Unwatched job;

    Bench(Path directory, int width) {
        this.directory = directory;
        this.old = directory.resolve("old");
        this.image = directory.resolve("new");
        this.delta = directory.resolve("delta");
        this.result = directory.resolve("result");
        this.pool = new MachinePool(width);
        this.job = new Unwatched((CpuPool) pool);
    }

    void write(byte[] before, byte[] after) throws Exception {
        Files.write(old, before);
        Files.write(image, after);
    }

    DeltaFigures make(long piece, long shelf) throws Exception {
        Files.deleteIfExists(delta);
        try (FileChannel out = FileChannel.open(delta, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return new DeltaMaker(job, piece, shelf).make(old, image, out, directory);
        }
    }

    byte[] apply(DeltaLimits limits) throws Exception {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(result))) {
            new DeltaApplier(job).apply(old, delta, limits, out);
        }
        return Files.readAllBytes(result);
    }

    /** Whether the delta proves to make the image. */
    boolean proves() throws Exception {
        try (OpenImages images = new OpenImages()) {
            new DeltaProof(job).require(images, old, delta, image);
            return true;
        } catch (ProblemException unproved) {
            return false;
        }
    }

    /** Makes and proves a delta on this thread alone; whether its bytes are those that are made without sharing. */
    boolean makesAlone(OpenImages images, Path from, Path to) throws Exception {
        Path shared = Files.createTempFile(directory, "shared", ".rdiff");
        Path own = Files.createTempFile(directory, "own", ".rdiff");
        try (MachinePool one = new MachinePool(1);
                FileChannel out = FileChannel.open(shared, StandardOpenOption.WRITE);
                FileChannel other = FileChannel.open(own, StandardOpenOption.WRITE)) {
            Unwatched alone = new Unwatched((CpuPool) one);
            new DeltaMaker(alone).make(images, from, to, out, directory);
            new DeltaProof(alone).require(images, from, shared, to);
            new DeltaMaker(alone).make(from, to, other, directory);
        }
        return Files.mismatch(shared, own) < 0;
    }

    byte[] sign(SignatureForm form) throws Exception {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(result))) {
            new SignatureWriter(job).write(old, form, out);
        }
        return Files.readAllBytes(result);
    }

    DeltaFigures makeFrom(Path signature) throws Exception {
        Files.deleteIfExists(delta);
        try (FileChannel out = FileChannel.open(delta, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return new SignatureDelta(job).make(signature, image, out);
        }
    }

    /** Runs rdiff with these arguments; its exit code. */
    int rdiff(String... args) throws Exception {
        String[] command = new String[args.length + 1];
        command[0] = "rdiff";
        System.arraycopy(args, 0, command, 1, args.length);
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        pool.close();
    }
}

package io.tidemark.campaign;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cuts the power of a file system: an ext4 image is shut down where it stands ({@code EXT4_IOC_SHUTDOWN}, fs/ext4/ioctl.c),
 * so that nothing which was not yet written ever reaches the image; then it is mounted again, and its journal replayed, as
 * after a boot. Now and then its journal is flushed at the last moment and the data are not. Needs root.
 */
final class PowerCut implements Strike {

    private static final long SHUTDOWN = 0x8004587dL;
    private static final int JOURNAL_FLUSHED = 1;
    private static final int NOTHING_FLUSHED = 2;
    private static final long IMAGE = 384L << 20;

    private final Path image;
    private final Path mount;
    private final SplittableRandom random;
    private final MethodHandle open;
    private final MethodHandle ioctl;
    private final MethodHandle close;

    PowerCut(Path work, SplittableRandom random) throws IOException, InterruptedException {
        Linker linker = Linker.nativeLinker();
        this.open = linker.downcallHandle(
                linker.defaultLookup().find("open").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        this.ioctl = linker.downcallHandle(
                linker.defaultLookup().find("ioctl").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        this.close = linker.downcallHandle(
                linker.defaultLookup().find("close").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        this.random = random;
        this.image = work.resolve("image");
        this.mount = Files.createDirectories(work.resolve("disk"));
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(IMAGE);
        }
        command("mkfs.ext4", "-q", image.toString());
        mount();
    }

    @Override
    public Path place() {
        return mount;
    }

    /** The power goes first: not even a process that has just ended can be sure of what it did not make durable. */
    @Override
    public void hit(Process process) throws IOException, InterruptedException {
        shutDown(random.nextInt(4) == 0 ? JOURNAL_FLUSHED : NOTHING_FLUSHED);
        process.destroyForcibly().waitFor();
        command("umount", mount.toString());
        mount();
    }

    @Override
    public boolean wasHolding(Path own, long pid) {
        return true;
    }

    @Override
    public boolean readersLive() {
        return false;
    }

    /** A cut after the end counts too: what was said to be done must be there. */
    @Override
    public int count(Tally tally) {
        return tally.runs();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        command("umount", mount.toString());
        Files.delete(image);
    }

    private void mount() throws IOException, InterruptedException {
        command("mount", "-o", "loop", image.toString(), mount.toString());
    }

    private void shutDown(int how) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int fd = (int) open.invokeExact(arena.allocateFrom(mount.toString()), 0);
            MemorySegment flags = arena.allocateFrom(ValueLayout.JAVA_INT, how);
            int answer = (int) ioctl.invokeExact(fd, SHUTDOWN, flags);
            int closed = (int) close.invokeExact(fd);
            if (fd < 0 || answer < 0 || closed < 0) {
                throw new IOException("the file system on " + mount + " cannot be shut down");
            }
        } catch (IOException | RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void command(String... words) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(List.of(words)).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " exits " + exit);
        }
    }
}

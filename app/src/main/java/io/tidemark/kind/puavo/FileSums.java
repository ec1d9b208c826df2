package io.tidemark.kind.puavo;

import io.tidemark.job.JobContext;
import io.tidemark.job.Parallel;
import io.tidemark.kind.ImageSums;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The three sums of a file from one reading: while one buffer is summed by two threads, CRC with SHA-256 and SHA-512, the
 * next one is read. Used once.
 */
final class FileSums {

    private static final int BUFFER = 4 << 20;

    private final Path file;
    private final JobContext job;
    private final PosixCrc crc = new PosixCrc();
    private final MessageDigest sha256 = Digests.of("SHA-256");
    private final MessageDigest sha512 = Digests.of("SHA-512");
    private byte[] current = new byte[BUFFER];
    private byte[] next = new byte[BUFFER];

    FileSums(Path file, JobContext job) {
        this.file = file;
        this.job = job;
    }

    ImageSums read() throws ProblemException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long size = 0;
            int count = fill(channel, current);
            while (count > 0) {
                job.checkpoint();
                int following = sum(channel, count);
                job.progress().bytes(count);
                size += count;
                count = following;
            }
            return new ImageSums(size, crc.finish(), hex(sha256), hex(sha512));
        } catch (ClosedByInterruptException cancelled) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }

    /** Sums the current buffer while the other one is filled; returns how many bytes that one has then. */
    private int sum(FileChannel channel, int count) throws ProblemException, IOException, InterruptedException {
        byte[] bytes = current;
        byte[] other = next;
        List<Callable<Integer>> tasks =
                List.of(() -> longer(bytes, count), () -> shorter(bytes, count), () -> fill(channel, other));
        current = other;
        next = bytes;
        return Parallel.all(job.cpu(), tasks).getLast();
    }

    private int longer(byte[] bytes, int count) {
        sha512.update(bytes, 0, count);
        return count;
    }

    private int shorter(byte[] bytes, int count) {
        sha256.update(bytes, 0, count);
        crc.update(bytes, 0, count);
        return count;
    }

    private static int fill(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // A reading may bring less than there is room for.
        }
        return buffer.position();
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

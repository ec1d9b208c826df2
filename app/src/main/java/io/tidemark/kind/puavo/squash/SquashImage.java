package io.tidemark.kind.puavo.squash;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ImageLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Says which files lie where in a squashfs image. Stateless; safe for all threads. */
public final class SquashImage {

    private SquashImage() {}

    /**
     * Reads the tables of an image.
     *
     * @return empty where they are packed in a way that is not read here
     * @throws IOException if the file cannot be read, is no such image, or is damaged
     * @throws InterruptedException if the job was cancelled
     */
    public static Optional<ImageLayout> layout(Path image, JobContext job) throws IOException, InterruptedException {
        try (FileChannel file = FileChannel.open(image, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer head = new Tables(file, (packed, room) -> packed).plain(0, Head.SIZE);
            Head read = Head.of(head);
            Optional<Unpacker> unpacker = Unpacker.of(read.compressor());
            if (unpacker.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Walk(read, new Tables(file, unpacker.get()), job).layout());
        }
    }
}

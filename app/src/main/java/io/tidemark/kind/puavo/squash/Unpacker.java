package io.tidemark.kind.puavo.squash;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;

/** Unpacks one block of the tables of an image. */
@FunctionalInterface
interface Unpacker {

    /**
     * What is packed in some bytes.
     *
     * @param room most bytes that may come out
     * @throws IOException if the bytes are damaged
     */
    byte[] unpack(byte[] packed, int room) throws IOException;

    /** The one for a number of the superblock; empty for a compression that is not read here (lzma, xz). */
    static Optional<Unpacker> of(int compressor) {
        return switch (compressor) {
            case 1 -> Optional.of(Unpacker::zlib);
            case 3 -> Optional.of(Unpacker::lzo);
            case 5 -> Optional.of(Unpacker::lz4);
            case 6 -> Optional.of(Unpacker::zstd);
            default -> Optional.empty();
        };
    }

    private static byte[] zlib(byte[] packed, int room) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] out = new byte[room];
            int length = inflater.inflate(out);
            return Arrays.copyOf(out, length);
        } catch (DataFormatException damaged) {
            throw new IOException(damaged);
        } finally {
            inflater.end();
        }
    }

    private static byte[] lzo(byte[] packed, int room) throws IOException {
        try {
            return Lzo.unpack(packed, room);
        } catch (IndexOutOfBoundsException | ArithmeticException damaged) {
            throw new IOException(damaged);
        }
    }

    private static byte[] lz4(byte[] packed, int room) throws IOException {
        try (var in = new BlockLZ4CompressorInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(room);
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new IOException(damaged);
        }
    }

    private static byte[] zstd(byte[] packed, int room) throws IOException {
        try {
            return Zstd.decompress(packed, room);
        } catch (ZstdException damaged) {
            throw new IOException(damaged);
        }
    }
}

package io.tidemark.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which bytes of an image hold which files.
 *
 * @param pieces by place; they do not overlap
 * @param sizes bytes of each file by path, unpacked
 */
public record ImageLayout(List<Piece> pieces, Map<String, Long> sizes) {

    public ImageLayout {
        pieces = List.copyOf(pieces);
        sizes = Map.copyOf(sizes);
    }

    /**
     * Bytes that belong together.
     *
     * @param offset where they begin in the image
     * @param length how many, as they are stored
     * @param owners the files that they hold parts of, one or several
     */
    public record Piece(long offset, long length, List<Owner> owners) {

        public Piece {
            owners = List.copyOf(owners);
        }

        /** Where they end. */
        public long end() {
            return offset + length;
        }
    }

    /** A file, and how much of a piece is its own in comparison with the other owners. */
    public record Owner(String path, long weight) {}

    /** Puts pieces in order. Files with the same content lie at the same place once: it goes to the first of them. */
    public static ImageLayout of(List<Piece> pieces, Map<String, Long> sizes) {
        List<Piece> ordered = new ArrayList<>();
        long end = 0;
        for (Piece piece : pieces.stream()
                .filter(piece -> piece.offset() >= 0 && piece.length() > 0)
                .sorted(Comparator.comparingLong(Piece::offset)
                        .thenComparing(piece -> piece.owners().getFirst().path()))
                .toList()) {
            if (piece.offset() >= end && piece.end() > piece.offset()) {
                ordered.add(piece);
                end = piece.end();
            }
        }
        return new ImageLayout(ordered, sizes);
    }
}

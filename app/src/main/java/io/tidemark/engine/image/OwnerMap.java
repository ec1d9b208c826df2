package io.tidemark.engine.image;

import io.tidemark.delta.DeltaMap;
import io.tidemark.engine.Images.Owners;
import io.tidemark.engine.Images.Span;
import io.tidemark.kind.ImageLayout;
import io.tidemark.kind.ImageLayout.Owner;
import io.tidemark.kind.ImageLayout.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins what is new in an image with the files that lie there. Where several files share a packed block nobody can say
 * whose bytes are new: each gets its part by size.
 */
final class OwnerMap implements DeltaMap.FreshBytes {

    private static final int NAMED = 4;
    /** Of so many files in one packed block the names are compared. */
    private static final int ASKED = 2_000;

    private final ImageLayout layout;
    private final double[] fresh;
    private int piece;

    OwnerMap(ImageLayout layout) {
        this.layout = layout;
        fresh = new double[layout.pieces().size()];
    }

    /** What is known of one file. */
    record Part(double fresh, double stored, List<Span> spans) {}

    @Override
    public void run(long from, long length) {
        long end = from + length;
        List<Piece> pieces = layout.pieces();
        while (piece < pieces.size() && pieces.get(piece).end() <= from) {
            piece++;
        }
        for (int i = piece; i < pieces.size() && pieces.get(i).offset() < end; i++) {
            Piece here = pieces.get(i);
            fresh[i] += Math.min(end, here.end()) - Math.max(from, here.offset());
        }
    }

    /** What is known of each file, by path. */
    Map<String, Part> parts(long cell) {
        Map<String, Part> parts = new HashMap<>();
        for (int i = 0; i < fresh.length; i++) {
            Piece here = layout.pieces().get(i);
            double all = weight(here);
            Span span = new Span((int) (here.offset() / cell), (int) ((here.end() - 1) / cell));
            for (Owner owner : here.owners()) {
                double share = owner.weight() / all;
                parts.merge(
                        owner.path(),
                        new Part(fresh[i] * share, here.length() * share, List.of(span)),
                        OwnerMap::joined);
            }
        }
        return parts;
    }

    /** For each cell the files in it. */
    List<Owners> owners(long cell, int count) {
        List<Owners> owners = new ArrayList<>();
        int first = 0;
        List<Piece> pieces = layout.pieces();
        for (int i = 0; i < count; i++) {
            long start = i * cell;
            while (first < pieces.size() && pieces.get(first).end() <= start) {
                first++;
            }
            Map<String, Double> bytes = new LinkedHashMap<>();
            int unasked = 0;
            for (int p = first; p < pieces.size() && pieces.get(p).offset() < start + cell; p++) {
                Piece here = pieces.get(p);
                double part = Math.min(start + cell, here.end()) - Math.max(start, here.offset());
                double all = weight(here);
                unasked += Math.max(0, here.owners().size() - ASKED);
                here.owners().stream()
                        .limit(ASKED)
                        .forEach(owner -> bytes.merge(owner.path(), part * owner.weight() / all, Double::sum));
            }
            owners.add(named(bytes, unasked));
        }
        return owners;
    }

    private static Owners named(Map<String, Double> bytes, int unasked) {
        List<String> first = bytes.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .map(Map.Entry::getKey)
                .toList();
        return new Owners(first, bytes.size() - first.size() + unasked);
    }

    private static double weight(Piece piece) {
        return Math.max(1, piece.owners().stream().mapToDouble(Owner::weight).sum());
    }

    private static Part joined(Part one, Part other) {
        List<Span> spans = new ArrayList<>(one.spans());
        Span last = spans.getLast();
        Span next = other.spans().getFirst();
        if (next.first() <= last.last() + 1) {
            spans.set(spans.size() - 1, new Span(last.first(), Math.max(last.last(), next.last())));
        } else {
            spans.add(next);
        }
        return new Part(one.fresh() + other.fresh(), one.stored() + other.stored(), spans);
    }
}

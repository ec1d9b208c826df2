package io.tidemark.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses which labels are written when there is no room for all: the weightier first, none over another. */
final class Tags {

    private static final double GAP = 8;

    private Tags() {}

    /** The labels that find room, in the order of their weight. */
    static List<Tag> placed(List<Tag> wanted) {
        List<Tag> kept = new ArrayList<>();
        wanted.stream().sorted(Comparator.comparingInt(Tag::weight).reversed()).forEach(tag -> {
            if (kept.stream().noneMatch(other -> overlap(tag, other))) {
                kept.add(tag);
            }
        });
        return kept;
    }

    private static boolean overlap(Tag one, Tag other) {
        return Math.abs(one.x() - other.x()) < (one.width() + other.width()) / 2 + GAP;
    }

    /** A label centred on a place: two lines, a width, and how much it matters. */
    record Tag(double x, double width, int weight, String name, String below) {}
}

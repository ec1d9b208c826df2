package io.tidemark.ui.deltas;

import java.util.HashSet;
import java.util.List;

/** Short names of images for narrow places: their stamps, no longer than is needed to tell them apart. */
final class Stamps {

    /** The day, the hour and minute, all of it. */
    private static final int[] LENGTHS = {10, 15};

    private static final int CENTURY = 2;

    private Stamps() {}

    /** One for each, in order. */
    static List<String> of(List<String> labels) {
        for (int length : LENGTHS) {
            List<String> cut = labels.stream().map(label -> cut(label, length)).toList();
            if (new HashSet<>(cut).size() == cut.size()) {
                return cut;
            }
        }
        return labels;
    }

    /** Without the century, where even a day is too long. */
    static String narrow(String stamp) {
        return stamp.matches("\\d{4}-.*") ? stamp.substring(CENTURY) : stamp;
    }

    private static String cut(String label, int length) {
        return label.length() > length ? label.substring(0, length) : label;
    }
}

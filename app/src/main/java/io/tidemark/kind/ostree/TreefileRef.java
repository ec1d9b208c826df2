package io.tidemark.kind.ostree;

import io.tidemark.kind.RecipeReader.Draft;

/** Puts another ref into the text of a treefile and leaves every other character as it is. */
record TreefileRef(Draft draft) {

    /** The text with {@code after} where its key {@code ref} says {@code before}; the same text where it cannot be found. */
    String changed(String before, String after) {
        String text = draft.text();
        boolean yaml = TreefileText.isYaml(draft.file());
        Spot spot = TreefileSpots.of(text, yaml).value(Treefile.REF);
        if (spot.line() == 0 || before.isEmpty() || after.isEmpty()) {
            return text;
        }
        int start = yaml ? text.offsetByCodePoints(0, spot.offset()) : spot.offset();
        int at = text.indexOf(before, start);
        return at < 0 ? text : text.substring(0, at) + after + text.substring(at + before.length());
    }
}

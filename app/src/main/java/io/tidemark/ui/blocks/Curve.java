package io.tidemark.ui.blocks;

/** The order in which cells fill a square whose side is a power of two. */
enum Curve {
    /** Neighbours in the image stay neighbours in the picture (D. Hilbert, 1891). */
    HILBERT {
        @Override
        int position(int side, int x, int y) {
            int found = 0;
            int atX = x;
            int atY = y;
            for (int half = side / 2; half > 0; half /= 2) {
                int right = (atX & half) > 0 ? 1 : 0;
                int low = (atY & half) > 0 ? 1 : 0;
                found += half * half * (3 * right ^ low);
                if (low == 0) {
                    int turned = right == 1 ? side - 1 - atY : atY;
                    atY = right == 1 ? side - 1 - atX : atX;
                    atX = turned;
                }
            }
            return found;
        }
    },
    /** Line by line, as one reads. */
    ROWS {
        @Override
        int position(int side, int x, int y) {
            return y * side + x;
        }
    };

    /** Which cell lies at a place. */
    abstract int position(int side, int x, int y);

    /** The side of the smallest square with room for so many cells. */
    static int side(int cells) {
        int side = 1;
        while ((long) side * side < cells) {
            side *= 2;
        }
        return side;
    }
}

package io.tidemark.source;

/** English names of months as protocols write them. */
final class Months {

    private static final String NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Months() {}

    /** 1 to 12, 0 for anything else. */
    static int number(String name) {
        int at = NAMES.indexOf(name);
        return name.length() == 3 && at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }
}

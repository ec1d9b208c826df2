package io.tidemark.ui.deltas;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size as people type it: {@code 12}, {@code 12 GB}, {@code 1,5 Go}, {@code 800M}. Decimal units; without one GB is meant.
 *
 * @param bytes how many, empty for no limit
 */
record Budget(OptionalLong bytes) {

    static final Budget NONE = new Budget(OptionalLong.empty());

    private static final Pattern SIZE = Pattern.compile("(?i)(\\d{1,9}(?:[.,]\\d{1,6})?)\\s*(?:([kmgt])?[bo]?)");
    private static final String UNITS = "kmgt";

    /** What a text says: nothing typed is no limit; empty when it says nothing that can be understood. */
    static Optional<Budget> of(String typed) {
        String text = typed.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        if (text.isEmpty()) {
            return Optional.of(NONE);
        }
        Matcher size = SIZE.matcher(text);
        return size.matches() ? Optional.of(new Budget(OptionalLong.of(bytes(size)))) : Optional.empty();
    }

    private static long bytes(Matcher size) {
        String unit = size.group(2) == null ? "g" : size.group(2).toLowerCase(java.util.Locale.ROOT);
        int power = 3 * (UNITS.indexOf(unit) + 1);
        return new BigDecimal(size.group(1).replace(',', '.'))
                .scaleByPowerOfTen(power)
                .longValue();
    }
}

package dev.sayql.core.generation;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a candidate was seen to find when it was tried. Immutable. */
public sealed interface Finding {

    /** Rows looked at; of a result with more than these, the first ones. */
    int MOST_ROWS = 1_000;

    /**
     * It ran.
     *
     * @param rows 0 to {@link #MOST_ROWS}
     * @param columns as the statement names them
     * @param missing cells without a value
     * @param digest the same for the same values, whatever the order of rows and columns and whatever the columns' names; numbers
     *     count to five digits
     */
    record Found(int rows, int columns, int missing, long digest) implements Finding {

        /** Whether the values are the same. */
        public boolean finds(Found other) {
            return digest == other.digest;
        }
    }

    /** It does not run: refused by the validator or by the server. */
    record Broken() implements Finding {}

    /** Nobody knows: it would cost too much, or there was no time left. */
    record Untried() implements Finding {}

    static Finding of(Rows rows) {
        return of(
                rows.columns().size(),
                rows.values().stream()
                        .map(row -> row.stream().map(Texts::of).toList())
                        .toList());
    }

    /** The same for rows as the server writes them. */
    static Finding of(int columns, List<List<Optional<String>>> rows) {
        List<List<Optional<String>>> first = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
        long missing =
                first.stream().flatMap(List::stream).filter(Optional::isEmpty).count();
        return new Found(first.size(), columns, (int) missing, Texts.digest(columns, first));
    }

    /** Values as they are compared. */
    final class Texts {
        private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
        private static final MathContext DIGITS = new MathContext(5);
        private static final int LONGEST_NUMBER = 60;

        private Texts() {}

        private static Optional<String> of(Cell cell) {
            return switch (cell) {
                case Cell.Null() -> Optional.empty();
                case Cell.Bool(boolean value) -> Optional.of(value ? "t" : "f");
                case Cell.Decimal(BigDecimal value) -> Optional.of(value.toString());
                case Cell.Real(double value) -> Optional.of(Double.toString(value));
                case Cell.Text(String value) -> Optional.of(value);
                case Cell.Json(String value) -> Optional.of(value);
            };
        }

        /** Of nothing the same, however many columns it has. */
        private static long digest(int columns, List<List<Optional<String>>> rows) {
            if (rows.isEmpty()) {
                return 0;
            }
            long[] sums = new long[columns];
            for (List<Optional<String>> row : rows) {
                for (int column = 0; column < columns; column++) {
                    sums[column] += mixed(row.get(column).map(Texts::normal).hashCode());
                }
            }
            Arrays.sort(sums);
            long digest = mixed(rows.size());
            for (long sum : sums) {
                digest = mixed(digest * 31 + sum);
            }
            return digest;
        }

        private static String normal(String text) {
            if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
                return text.stripTrailing();
            }
            BigDecimal rounded = new BigDecimal(text).round(DIGITS);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString();
        }

        /** Spreads the bits, so that sums of like values differ; the finalizer of SplitMix64. */
        private static long mixed(long value) {
            long spread = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
            spread = (spread ^ (spread >>> 27)) * 0x94d049bb133111ebL;
            return spread ^ (spread >>> 31);
        }
    }
}

package dev.sayql.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a statement, for telling whether two statements find the same: columns in any order and under any name, rows in any order unless the order was asked for, numbers to five digits, a day like the first moment of that day.
 * Immutable.
 */
record ResultTable(int width, List<List<String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern MIDNIGHT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T]00:00:00(\\.0+)?(\\+00)?");
    private static final String NULL = "\u0000";
    private static final int MOST_ARRANGEMENTS = 50;
    private static final int WIDEST_TO_ARRANGE = 8;

    ResultTable {
        rows = List.copyOf(rows);
    }

    /** A value as it is compared. */
    static String normal(Optional<String> value) {
        if (value.isEmpty()) {
            return NULL;
        }
        String text = value.get().stripTrailing();
        if (NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            return Math.abs(number) < 1e-6 ? "0" : String.format("%.4e", number);
        }
        Matcher midnight = MIDNIGHT.matcher(text);
        return midnight.matches() ? midnight.group(1) : text;
    }

    /** The rows with nothing where there is no value. */
    List<List<Optional<String>>> values() {
        return rows.stream()
                .map(row -> row.stream()
                        .map(value -> Optional.of(value).filter(any -> !any.equals(NULL)))
                        .toList())
                .toList();
    }

    /** @param more whether the other may have columns that this one lacks */
    boolean matches(ResultTable other, boolean ordered, boolean more) {
        if (rows.size() != other.rows.size()) {
            return false;
        }
        if (rows.isEmpty()) {
            return true;
        }
        if (width > other.width || (width < other.width && !more)) {
            return false;
        }
        int[] same = new int[width];
        Arrays.setAll(same, column -> column);
        if (width > WIDEST_TO_ARRANGE && width == other.width) {
            return lines(same, ordered).equals(other.lines(same, ordered));
        }
        return new Arrangement(other, ordered, lines(same, ordered)).matches(same, 0, new boolean[other.width]);
    }

    /** Tries the orders of columns in which each has the same values. */
    private final class Arrangement {
        private final ResultTable other;
        private final boolean ordered;
        private final List<String> wanted;
        private final List<List<String>> own;
        private final List<List<String>> others;
        private int tried;

        Arrangement(ResultTable other, boolean ordered, List<String> wanted) {
            this.other = other;
            this.ordered = ordered;
            this.wanted = wanted;
            this.own = sortedColumns();
            this.others = other.sortedColumns();
        }

        boolean matches(int[] places, int column, boolean[] used) {
            if (column == width) {
                tried++;
                return other.lines(places, ordered).equals(wanted);
            }
            for (int place = 0; place < other.width && tried < MOST_ARRANGEMENTS; place++) {
                if (!used[place] && own.get(column).equals(others.get(place))) {
                    used[place] = true;
                    int[] tried = places.clone();
                    tried[column] = place;
                    if (matches(tried, column + 1, used)) {
                        return true;
                    }
                    used[place] = false;
                }
            }
            return false;
        }
    }

    private List<List<String>> sortedColumns() {
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            List<String> values = new ArrayList<>();
            for (List<String> row : rows) {
                values.add(row.get(column));
            }
            Collections.sort(values);
            columns.add(values);
        }
        return columns;
    }

    private List<String> lines(int[] places, boolean ordered) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int place : places) {
                line.append(row.get(place)).append('\u0001');
            }
            lines.add(line.toString());
        }
        if (!ordered) {
            Collections.sort(lines);
        }
        return lines;
    }
}

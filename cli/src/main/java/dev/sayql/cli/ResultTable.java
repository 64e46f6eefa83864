package dev.sayql.cli;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A result as an aligned table: numbers to the right, NULL told apart from text, long values cut with a visible mark,
 * nothing wider than the terminal as long as every column keeps a few characters. Immutable.
 */
final class ResultTable {

    private static final String NULL = "∅";
    private static final String CUT = "…";
    private static final String BETWEEN = "  ";
    private static final int LEAST_COLUMN = 6;
    private static final int WIDEST_COLUMN = 60;

    private final List<List<String>> lines = new ArrayList<>();
    private final List<Boolean> toTheRight;
    private final int[] widths;

    ResultTable(Rows rows, int width) {
        int columns = rows.columns().size();
        lines.add(rows.columns().stream()
                .map(column -> Escaped.line(column.name()))
                .toList());
        rows.values()
                .forEach(row -> lines.add(row.stream().map(ResultTable::text).toList()));
        toTheRight = IntStream.range(0, columns)
                .mapToObj(column -> isNumeric(rows, column))
                .toList();
        widths = fit(columns, width);
    }

    /** The table's lines, header and rule first. */
    List<String> lines() {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            shown.add(line(lines.get(i)));
            if (i == 0) {
                shown.add(rule());
            }
        }
        return shown;
    }

    /** A cell as people read it. */
    static String text(Cell cell) {
        return switch (cell) {
            case Cell.Null() -> NULL;
            case Cell.Bool(boolean value) -> value ? "true" : "false";
            case Cell.Decimal(BigDecimal value) -> value.toPlainString();
            case Cell.Real(double value) -> Double.toString(value);
            case Cell.Text(String value) -> Escaped.line(value);
            case Cell.Json(String value) -> Escaped.line(value);
        };
    }

    private static boolean isNumeric(Rows rows, int column) {
        return !rows.values().isEmpty()
                && rows.values().stream()
                        .map(row -> row.get(column))
                        .allMatch(cell ->
                                cell instanceof Cell.Decimal || cell instanceof Cell.Real || cell instanceof Cell.Null);
    }

    /** Every column's wish, then the widest are narrowed until the line fits. */
    private int[] fit(int columns, int width) {
        int[] wished = IntStream.range(0, columns)
                .map(column -> Math.min(
                        WIDEST_COLUMN,
                        lines.stream()
                                .mapToInt(line -> width(line.get(column)))
                                .max()
                                .orElse(0)))
                .toArray();
        int room = width - BETWEEN.length() * Math.max(0, columns - 1);
        while (IntStream.of(wished).sum() > room) {
            int widest = IntStream.range(0, columns)
                    .reduce((a, b) -> wished[b] > wished[a] ? b : a)
                    .orElse(0);
            if (wished[widest] <= LEAST_COLUMN) {
                break;
            }
            wished[widest]--;
        }
        return wished;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cut(cells.get(column), widths[column]);
            String padding = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : BETWEEN).append(toTheRight.get(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private String rule() {
        return String.join(BETWEEN, IntStream.of(widths).mapToObj("─"::repeat).toList());
    }

    private static String cut(String text, int most) {
        if (width(text) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            if (width(kept) + width(Character.toString(c)) > most - 1) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept + CUT;
    }

    /** Columns on screen: East Asian wide characters and emoji take two, combining marks none. */
    private static int width(CharSequence text) {
        return text.codePoints().map(ResultTable::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }
}

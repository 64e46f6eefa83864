package dev.sayql.api;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.math.BigDecimal;
import java.util.List;

/**
 * Rows as CSV after RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay
 * as they are.
 */
final class Csv {

    static final String TYPE = "text/csv; charset=utf-8";
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private Csv() {}

    static String of(Rows rows) {
        StringBuilder csv = new StringBuilder();
        line(csv, rows.columns().stream().map(column -> text(column.name())).toList());
        for (List<Cell> row : rows.values()) {
            line(csv, row.stream().map(Csv::cell).toList());
        }
        return csv.toString();
    }

    /** Adds a line of fields that are quoted already. */
    static void line(StringBuilder csv, List<String> fields) {
        csv.append(String.join(",", fields)).append("\r\n");
    }

    /** Text as one field. */
    static String text(String text) {
        boolean formula = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Null() -> "";
            case Cell.Bool(boolean value) -> Boolean.toString(value);
            case Cell.Decimal(BigDecimal value) -> value.toPlainString();
            case Cell.Real(double value) -> Double.toString(value);
            case Cell.Text(String value) -> text(value);
            case Cell.Json(String value) -> text(value);
        };
    }
}

package dev.sayql.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sayql.core.execution.Cell;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Writes one cell as JSON. Numbers that a reader with 64-bit floats would change silently (beyond 2^53) become strings,
 * as do NaN and the infinities, which JSON has no number for.
 */
final class CellJson {

    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf(1L << 53);

    private CellJson() {}

    static void write(Cell cell, JsonGenerator json) throws IOException {
        switch (cell) {
            case Cell.Null() -> json.writeNull();
            case Cell.Bool(boolean value) -> json.writeBoolean(value);
            case Cell.Decimal(BigDecimal value) -> {
                if (value.abs().compareTo(LARGEST_EXACT) > 0) {
                    json.writeString(value.toPlainString());
                } else {
                    json.writeNumber(value.toPlainString());
                }
            }
            case Cell.Real(double value) -> {
                if (Double.isFinite(value)) {
                    json.writeNumber(value);
                } else {
                    json.writeString(Double.toString(value));
                }
            }
            case Cell.Text(String value) -> json.writeString(value);
            case Cell.Json(String value) -> json.writeRawValue(value);
        }
    }
}

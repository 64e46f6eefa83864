package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cell;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    @Test
    void numbersKeepEveryDigit() {
        assertThat(Cells.of("int8", "9223372036854775807"))
                .isEqualTo(new Cell.Decimal(new BigDecimal("9223372036854775807")));
        assertThat(Cells.of("numeric", "1.50")).isEqualTo(new Cell.Decimal(new BigDecimal("1.50")));
        assertThat(Cells.of("float8", "0.1")).isEqualTo(new Cell.Real(0.1));
        assertThat(Cells.of("float4", "1.1")).isEqualTo(new Cell.Real(1.1));
    }

    @Test
    void whatIsNoNumberIsReal() {
        assertThat(Cells.of("numeric", "NaN")).isEqualTo(new Cell.Real(Double.NaN));
        assertThat(Cells.of("numeric", "-Infinity")).isEqualTo(new Cell.Real(Double.NEGATIVE_INFINITY));
        assertThat(Cells.of("float8", "Infinity")).isEqualTo(new Cell.Real(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource({
        "timestamptz, 2024-05-01 10:00:00+00,        2024-05-01T10:00:00+00:00",
        "timestamptz, 2024-05-01 10:00:00.25+05:30,  2024-05-01T10:00:00.25+05:30",
        "timestamptz, infinity,                      infinity",
        "timestamptz, 0044-03-15 10:00:00+00 BC,     0044-03-15 10:00:00+00 BC",
        "timestamp,   2024-05-01 10:00:00.123456,    2024-05-01T10:00:00.123456",
        "date,        2024-05-01,                    2024-05-01",
        "interval,    1 day 02:03:04,                1 day 02:03:04",
        "bytea,       \\x00ff,                       \\x00ff"
    })
    void timesAreIso(String type, String text, String expected) {
        assertThat(Cells.of(type, text)).isEqualTo(new Cell.Text(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "_int4;        {1,NULL,-3};                         [1,null,-3]",
                "_text;        {a,\"b,c\",\"NULL\",\"q\\\"\\\\\",\"\"};  [\"a\",\"b,c\",\"NULL\",\"q\\\"\\\\\",\"\"]",
                "_text;        {};                                  []",
                "_int4;        {{1,2},{3,4}};                       [[1,2],[3,4]]",
                "_int4;        [0:1]={7,8};                         [7,8]",
                "_bool;        {t,f};                               [true,false]",
                "_float8;      {NaN,1.5};                           [\"NaN\",1.5]",
                "_jsonb;       {\"{\\\"a\\\": 1}\"};                [{\"a\": 1}]",
                "_timestamptz; {\"2024-05-01 10:00:00+00\"};        [\"2024-05-01T10:00:00+00:00\"]"
            })
    void arraysAreJson(String type, String text, String expected) {
        assertThat(Cells.of(type, text)).isEqualTo(new Cell.Json(expected));
    }

    @Test
    void textInArraysIsEscaped() {
        assertThat(Cells.of("_text", "{\"a\n\u0001\"}")).isEqualTo(new Cell.Json("[\"a\\n\\u0001\"]"));
    }

    @Test
    void whatLooksLikeNoArrayStaysText() {
        assertThat(Cells.of("_strange", "{1")).isEqualTo(new Cell.Text("{1"));
        assertThat(Cells.of("_strange", "{1}x")).isEqualTo(new Cell.Text("{1}x"));
    }
}

package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Escapes of a JSON path mean what they mean to PostgreSQL, whatever way they are written. */
final class JsonPathTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "$.a→$.a",
                "\\x5c1→\\1",
                "\\x5C1→\\1",
                "\\u005c1→\\1",
                "\\u{5c}1→\\1",
                "\\u{00005C}1→\\1",
                "\\x6cike→like",
                "\\\\1→\\1",
                "\\\"→\"",
                "\\q\\z→qz",
                "\\u{1F600}!→\uD83D\uDE00!",
                "\\u{10ffff}→\uDBFF\uDFFF",
                "\\ud83d\\ude00→\uD83D\uDE00",
                "\\u{}1→`\u00001`",
                "\\x→`\u0000`",
                "\\→\\"
            })
    void isReadAsPostgresqlReadsIt(String written, String meant) {
        assertThat(JsonPathText.read(written)).isEqualTo(meant);
    }

    @Test
    void marksOfControlAndAllDigitsAreRead() {
        assertThat(JsonPathText.read("\\b\\f\\n\\r\\t\\v")).isEqualTo("\b\f\n\r\t\u000b");
        assertThat(JsonPathText.read("\\x09\\x90\\xaf\\xFA")).isEqualTo("\t\u0090\u00af\u00fa");
        assertThat(JsonPathText.read("\\u{")).isEqualTo("{");
        assertThat(JsonPathText.read("\\xg")).isEqualTo("g");
    }
}

package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqlQuotingTest {

    @Test
    void leavesPlainNamesAlone() {
        assertThat(SqlQuoting.identifier("order_items2")).isEqualTo("order_items2");
        assertThat(SqlQuoting.identifier("status")).isEqualTo("status");
    }

    @Test
    void quotesWhateverPostgresWouldReadDifferently() {
        assertThat(SqlQuoting.identifier("Orders")).isEqualTo("\"Orders\"");
        assertThat(SqlQuoting.identifier("order")).isEqualTo("\"order\"");
        assertThat(SqlQuoting.identifier("2nd")).isEqualTo("\"2nd\"");
        assertThat(SqlQuoting.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(SqlQuoting.identifier("straße")).isEqualTo("\"straße\"");
    }

    @Test
    void literalsDoNotDependOnTheSessionsStringSetting() {
        assertThat(SqlQuoting.literal("O'Brien")).isEqualTo("'O''Brien'");
        assertThat(SqlQuoting.literal("a\\'b")).isEqualTo("E'a\\\\''b'");
    }
}

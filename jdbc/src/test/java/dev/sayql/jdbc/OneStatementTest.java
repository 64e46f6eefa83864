package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneStatementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT '; DROP TABLE x'",
                "SELECT E'\\'; DROP TABLE x'",
                "SELECT $a$; DROP TABLE x$a$",
                "SELECT \";\" FROM (SELECT 1 AS \";\") t",
                "SELECT 1 /* ; */",
                "SELECT '{\"a\":1}'::jsonb ? 'a'",
                "SELECT '{\"a\":1}'::jsonb ?| ARRAY['a'], '{fn now()}', 'x' ~ '??'"
            })
    void seesOne(String text) {
        assertThat(OneStatement.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1; DELETE FROM x",
                "SELECT 1;",
                "COMMIT; SELECT 1",
                "SELECT 'a\\'; DELETE FROM x; --'",
                "SELECT 1 -- \n; SELECT 2",
                "SELECT '\0'",
                ""
            })
    void seesMoreOrLess(String text) {
        assertThat(OneStatement.is(text)).isFalse();
    }
}

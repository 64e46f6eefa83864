package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnRulesTest {

    private static final TableName USERS = new TableName("public", "users");
    private static final TableName VIEW = new TableName("public", "revenue_by_region");
    private static final ColumnRules KEPT_BACK =
            new ColumnRules(Map.of(USERS, Set.of("email")), Map.of(USERS, Set.of("phone", "last_login")), Set.of());
    private static final Rules RULES = ShopCatalog.RULES.withColumns(KEPT_BACK);

    private static Verdict validate(String sql) {
        return VALIDATOR.validate(new SqlText(sql), RULES);
    }

    private static String printed(String sql) {
        Verdict verdict = validate(sql);
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).sql().text().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT email FROM users",
                "SELECT u.email FROM users u",
                "SELECT public.users.email FROM users",
                "SELECT (u).email FROM users u",
                "SELECT count(email) FROM users",
                "SELECT 1 FROM users WHERE email LIKE 'a%'",
                "SELECT 1 FROM users ORDER BY email",
                "SELECT 1 FROM users GROUP BY email",
                "SELECT count(*) OVER (PARTITION BY email) FROM users",
                "SELECT ROW(user_id, email) FROM users",
                "SELECT 1 FROM orders o JOIN users u ON u.email = o.notes",
                "SELECT (SELECT email FROM users LIMIT 1)",
                "WITH u AS (SELECT email FROM users) SELECT * FROM u",
                "SELECT 1 FROM users TABLESAMPLE system (10) WHERE email = 'x'",
                "SELECT j.a FROM (users u JOIN orders o ON u.email = o.notes) AS j(a)"
            })
    void aDeniedColumnCannotBeNamed(String sql) {
        Verdict verdict = validate(sql);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(((Verdict.Rejected) verdict).problems())
                .extracting(Problem::code)
                .contains(RejectionCode.COLUMN_DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM users a JOIN users b USING (email)",
                "SELECT * FROM users u WHERE u.email IS NULL",
                "SELECT * FROM revenue_by_region",
                "SELECT email FROM (SELECT * FROM users) u",
                "SELECT (u).email FROM (SELECT users FROM users) u",
                "SELECT to_jsonb(u) ->> 'email', u.email FROM users u",
                "SELECT j.email FROM (users u CROSS JOIN regions r) AS j(a)",
                "SELECT j.i FROM (users u CROSS JOIN (SELECT 1 AS one) s) AS j(a, b, c, d, e, f, g, h, i, j)",
                "SELECT u.email FROM (users u CROSS JOIN regions r) AS j(a)",
                "SELECT k.email FROM users u JOIN users v USING (email) AS k"
            })
    void norReachedInAnotherWay(String sql) {
        assertThat(validate(sql)).isInstanceOf(Verdict.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM users",
                "TABLE users",
                "SELECT users.* FROM users",
                "SELECT users FROM users",
                "SELECT to_jsonb(u) FROM users u",
                "SELECT count(u.*) FROM users u",
                "SELECT u IS NULL FROM orders LEFT JOIN users u USING (user_id)",
                "SELECT * FROM users NATURAL JOIN (SELECT 'x' AS email) x",
                "SELECT * FROM users a(b, c)",
                "SELECT j.b FROM (users u CROSS JOIN regions r) AS j(a, b)",
                "SELECT * FROM (users u CROSS JOIN regions r) AS j(a, b)",
                "SELECT * FROM (users u JOIN orders o ON u.user_id = o.user_id) AS j",
                "SELECT j.* FROM ((users u CROSS JOIN regions r) AS i(x) CROSS JOIN categories c) AS j(a, b)",
                "SELECT (u).* FROM users u",
                "SELECT (SELECT o.email FROM users LIMIT 1) FROM (SELECT 'x' AS email) o",
                "SELECT (SELECT email FROM users LIMIT 1) FROM (SELECT 'x' AS email) o"
            })
    void whatIsPrintedReadsOnlyColumnsThatMayBeRead(String sql) {
        assertThat(printed(sql)
                        .replace("'x' AS email", "")
                        .replace("o.email", "")
                        .replace("x.email", ""))
                .doesNotContain("email")
                .contains("FROM public.users ) AS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT phone FROM users|SELECT phone FROM ( SELECT",
                "SELECT count(*) FROM users WHERE phone = '1'|'***'::varchar AS phone",
                "SELECT last_login FROM users|NULL::timestamptz AS last_login",
                "SELECT x.b FROM users x(a, b, c, d)|'***'::varchar AS d",
                "SELECT j.d FROM (users u CROSS JOIN regions r) AS j(a, b, c, d)|'***'::varchar AS phone",
                "SELECT 1 FROM (users u CROSS JOIN regions r) AS j(a, b, c, d) WHERE d = '1'|'***'::varchar AS phone"
            })
    void aMaskedColumnHoldsAMaskEverywhere(String sql, String part) {
        assertThat(printed(sql)).contains(part);
    }

    @Test
    void aViewThatShowsNoneOfThemStaysOpen() {
        Rules rules = ShopCatalog.RULES.withColumns(new ColumnRules(KEPT_BACK.denied(), Map.of(), Set.of(VIEW)));
        assertThat(VALIDATOR.validate(new SqlText("SELECT * FROM revenue_by_region"), rules))
                .isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void aNameFromOutsideIsPrintedWithItsRange() {
        Verdict verdict = VALIDATOR.validate(
                new SqlText("SELECT (SELECT ctid FROM regions LIMIT 1) FROM (SELECT 1 AS ctid) o"), ShopCatalog.RULES);
        assertThat(((Verdict.Allowed) verdict).sql().text()).contains("SELECT o.ctid");
    }
}

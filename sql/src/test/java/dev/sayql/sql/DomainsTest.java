package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The condition of a domain is code of its owner. No statement makes a new value of a domain: where a bare literal could
 * become one, the column is read as the type that its values have.
 */
final class DomainsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT lag(score, 1, '-5') OVER (ORDER BY id) FROM customers",
                "SELECT lead(c.score, 1, '-5') OVER (ORDER BY id) FROM customers c",
                "SELECT array_append(array_agg(score), '-5') FROM customers",
                "SELECT array_agg(score) || '{-4}' FROM customers",
                "SELECT ARRAY[score] = '{-4}' FROM customers",
                "SELECT ARRAY(SELECT score FROM customers) && '{-4}'",
                "SELECT width_bucket(score, '{-4,5}') FROM customers",
                "SELECT array_position(a, '-1') FROM (SELECT array_agg(score) AS a FROM customers) x",
                "WITH c AS (SELECT * FROM customers) SELECT array_fill(score, ARRAY[2]) || '{-4}' FROM c",
                "SELECT array_agg(score ORDER BY id) FROM (SELECT score, id FROM customers ORDER BY score LIMIT 2) c"
            })
    void aColumnOfADomainIsReadAsWhatItHolds(String sql) {
        ReadOnlySql printed = allowed(sql);
        assertThat(printed.text()).contains("score::integer AS score");
        assertThat(allowed(printed.text()).text()).isEqualTo(printed.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT score FROM customers WHERE score > 3",
                "SELECT max(score), score::text FROM customers GROUP BY score",
                "SELECT coalesce(score, '4'), CASE score WHEN '3' THEN 1 END FROM customers",
                "SELECT id, ARRAY[1] FROM customers",
                "SELECT lag(score::integer, 1, '-5') OVER (ORDER BY id) FROM customers",
                "SELECT lag(id, 1, '-5') OVER (ORDER BY id) FROM customers"
            })
    void allElseStaysAsItIs(String sql) {
        assertThat(allowed(sql).text()).doesNotContain("AS score").contains("FROM public.customers");
    }

    @Test
    void aDomainOverAnUnknownTypeIsKeptOutOfArrays() {
        Catalog.TypeName unknown =
                new Catalog.TypeName("public", "score", Catalog.TypeKind.DOMAIN_OVER_BUILT_IN, Optional.empty());
        Catalog.Relation table = new Catalog.Relation(
                new TableName("public", "t"), Catalog.Kind.TABLE, List.of(new Catalog.Column("s", unknown)));
        Rules rules = Rules.allTablesOf(new Catalog(List.of(table), List.of("public")));

        assertThat(VALIDATOR.validate(new SqlText("SELECT s FROM t"), rules)).isInstanceOf(Verdict.Allowed.class);
        assertThat(VALIDATOR.validate(new SqlText("SELECT array_agg(s) FROM t"), rules))
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Problem::code)
                                .containsExactly(RejectionCode.TYPE_NOT_ALLOWED));
    }

    private static ReadOnlySql allowed(String sql) {
        Verdict verdict = VALIDATOR.validate(new SqlText(sql), ShopCatalog.RULES);
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).sql();
    }
}

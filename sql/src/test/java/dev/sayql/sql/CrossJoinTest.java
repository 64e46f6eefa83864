package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.sql.Catalog.Column;
import dev.sayql.sql.Catalog.Kind;
import dev.sayql.sql.Catalog.Relation;
import dev.sayql.sql.Catalog.TypeName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CrossJoinTest {

    private static final Rules RULES = Rules.allTablesOf(new Catalog(
            List.of(table("large", 1_000_000), table("middle", 20_000), table("small", 30), table("new", -1)),
            List.of("public")));

    private static Relation table(String name, long rows) {
        return new Relation(
                new TableName("public", name),
                Kind.TABLE,
                List.of(new Column("id", TypeName.builtIn("int4")), new Column("txt", TypeName.builtIn("text"))),
                rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM large a, large b",
                "SELECT count(*) FROM large a CROSS JOIN middle b",
                "SELECT count(*) FROM middle a JOIN middle b ON true",
                "SELECT count(*) FROM middle a JOIN middle b ON 1 = 1 AND a.id IS NOT NULL",
                "SELECT count(*) FROM middle a LEFT JOIN middle b ON b.txt > 'x'",
                "SELECT count(*) FROM large a, small b",
                "SELECT count(*) FROM middle a, middle b WHERE a.id > 5 OR a.txt = 'x'",
                "SELECT count(*) FROM (middle a JOIN small s USING (id)) AS j, middle b",
                "SELECT count(*) FROM (middle a CROSS JOIN middle b) AS j",
                "SELECT count(*) FROM (middle a CROSS JOIN middle b) AS j(x) WHERE x > 1",
                "SELECT count(*) FROM (small s JOIN middle a USING (id) AS k CROSS JOIN middle b) AS j",
                "SELECT count(*) FROM ((middle a CROSS JOIN small s) AS i(x, y, z) JOIN middle b ON b.id = i.z) AS j(p)",
                "SELECT count(*) FROM (SELECT * FROM large LIMIT 5000) a, (SELECT * FROM large LIMIT 5000) b",
                "WITH t AS (SELECT * FROM middle) SELECT count(*) FROM t a, t b",
                "SELECT count(*) FROM new a, new b, new c, new d",
                "SELECT count(*) FROM middle, generate_series(1, 1000)",
                "SELECT * FROM small WHERE id IN (SELECT a.id FROM large a, large b)",
                "SELECT count(*) FROM small a, small b, small c, small d, small e",
                "SELECT count(*) FROM middle a JOIN middle b ON a.id = b.id, middle c"
            })
    void refusesProductsOfLargeTables(String sql) {
        Verdict verdict = VALIDATOR.validate(new SqlText(sql), RULES);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(((Verdict.Rejected) verdict).problems().getFirst().code()).isEqualTo(RejectionCode.CROSS_JOIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM (large a JOIN large b ON a.id = b.id) AS j(x, y)",
                "SELECT count(*) FROM (large a CROSS JOIN large b) AS j(x, y, z, w) WHERE x = z",
                "SELECT count(*) FROM large a JOIN small s USING (id) AS k JOIN large b ON b.id = k.id",
                "SELECT count(*) FROM ((large a JOIN small s USING (id)) AS i(x, y) JOIN large b ON b.id = i.x) AS j(p)",
                "SELECT count(*) FROM large a, large b WHERE a.id = b.id",
                "SELECT count(*) FROM large a JOIN large b ON a.txt || 'x' = b.txt",
                "SELECT count(*) FROM large a JOIN large b USING (id)",
                "SELECT count(*) FROM large a NATURAL JOIN large b",
                "SELECT count(*) FROM middle a, small b",
                "SELECT count(*) FROM small a, small b, small c, small d",
                "SELECT count(*) FROM new a, new b, new c",
                "SELECT count(*) FROM large a CROSS JOIN LATERAL (SELECT * FROM large b WHERE b.id = a.id LIMIT 1) x",
                "SELECT count(*) FROM large a, LATERAL string_to_table(a.txt, ' ') w",
                "SELECT count(*) FROM large a, unnest(string_to_array(a.txt, ' ')) w",
                "SELECT a.n / b.n FROM (SELECT count(*) AS n FROM large) a, (SELECT sum(id) AS n FROM large) b",
                "SELECT count(*) FROM large a, (SELECT max(id) AS m FROM large) b WHERE a.txt <> 'x'",
                "SELECT a.txt, b.txt FROM large a, large b WHERE a.id = 1 AND b.id = 2 AND a.txt = 'x' AND b.txt IN ('y')",
                "SELECT count(*) FROM large a JOIN large b ON true WHERE b.id = a.id + 1",
                "SELECT count(*) FROM large a, large b WHERE EXISTS (SELECT 1 FROM small c WHERE c.id = a.id AND c.txt = b.txt)",
                "WITH latest AS (SELECT max(id) AS id FROM large) SELECT count(*) FROM large a CROSS JOIN latest",
                "SELECT count(*) FROM large a, (VALUES (1), (2)) v(n)",
                "SELECT count(*) FROM middle, generate_series(1, 100)",
                "SELECT count(*) FROM (large a JOIN large b USING (id)) AS j JOIN large c ON c.id = j.id"
            })
    void letsConnectedAndSmallTablesThrough(String sql) {
        assertThat(VALIDATOR.validate(new SqlText(sql), RULES)).isInstanceOf(Verdict.Allowed.class);
    }
}

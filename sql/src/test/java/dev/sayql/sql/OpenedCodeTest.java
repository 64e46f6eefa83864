package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.sql.Catalog.Column;
import dev.sayql.sql.Catalog.TypeKind;
import dev.sayql.sql.Catalog.TypeName;
import dev.sayql.sql.OpenedCode.Operator;
import dev.sayql.sql.OpenedCode.Routine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner opened is printed with its schema and used in no other way; all else stays closed. */
final class OpenedCodeTest {

    private static final TypeName TEXT = TypeName.builtIn("text");
    private static final TypeName NUMERIC = TypeName.builtIn("numeric");
    private static final TypeName BOOL = TypeName.builtIn("bool");
    private static final TypeName CITEXT = new TypeName("public", "citext", TypeKind.OTHER_SHOWN_AS_TEXT);
    private static final TypeName HSTORE = new TypeName("public", "hstore", TypeKind.OTHER);

    private static final OpenedCode CODE = new OpenedCode(
            List.of(
                    routine("margin", false, true, NUMERIC, NUMERIC, NUMERIC),
                    routine("spread", true, true, NUMERIC, NUMERIC),
                    routine("twice", false, true, NUMERIC, NUMERIC),
                    routine("twice", false, true, TEXT, TEXT),
                    routine("by_name", false, true, TEXT, TypeName.builtIn("regclass")),
                    routine("lower", false, true, TEXT, TEXT),
                    rows("days", 10, TypeName.builtIn("date")),
                    rows("many_numbers", 100_000_000, NUMERIC),
                    rows("labels", 10, CITEXT),
                    rows(
                            "pairs",
                            1_000,
                            TypeName.builtIn("record"),
                            new Column("a", NUMERIC),
                            new Column("b", CITEXT),
                            new Column("c", new TypeName("public", "score", TypeKind.DOMAIN_OVER_BUILT_IN))),
                    new Routine(new TableName("sales", "bonus"), List.of(NUMERIC), NUMERIC, false, true),
                    routine("max", true, false, CITEXT, CITEXT),
                    routine("replace", false, false, TEXT, CITEXT, CITEXT, CITEXT),
                    routine("akeys", false, false, TypeName.builtIn("_text"), HSTORE)),
            List.of(
                    operator("=", CITEXT, CITEXT, BOOL),
                    operator("<>", CITEXT, CITEXT, BOOL),
                    operator(">=", CITEXT, CITEXT, BOOL),
                    operator("<=", CITEXT, CITEXT, BOOL),
                    operator("~~", CITEXT, CITEXT, BOOL),
                    operator("~~", CITEXT, TEXT, BOOL),
                    operator("!~~", CITEXT, CITEXT, BOOL),
                    operator("~", CITEXT, CITEXT, BOOL),
                    operator("->", HSTORE, TEXT, TEXT),
                    operator("-", HSTORE, TEXT, HSTORE),
                    new Operator("public", "%%", Optional.empty(), HSTORE, TypeName.builtIn("_text"))),
            Set.of(CITEXT, HSTORE));
    private static final Rules RULES = ShopCatalog.RULES.withOpened(CODE);

    private static Routine routine(
            String name, boolean aggregate, boolean bySignature, TypeName result, TypeName... arguments) {
        return new Routine(new TableName("public", name), List.of(arguments), result, aggregate, bySignature);
    }

    private static Routine rows(String name, double estimate, TypeName result, Column... columns) {
        return new Routine(
                new TableName("public", name),
                List.of(NUMERIC),
                result,
                false,
                true,
                Optional.of(new OpenedCode.Rows(List.of(columns), estimate)));
    }

    private static Operator operator(String symbol, TypeName left, TypeName right, TypeName result) {
        return new Operator("public", symbol, Optional.of(left), right, result);
    }

    private static Verdict validate(String sql) {
        return VALIDATOR.validate(new SqlText(sql), RULES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            value = {
                "SELECT margin(price, cost) FROM products→public.margin(price::numeric, cost::numeric)",
                "SELECT public.margin(price, 1) FROM products→public.margin(price::numeric, 1::numeric)",
                "SELECT spread(DISTINCT price) FILTER (WHERE cost > 1) FROM products→public.spread(DISTINCT price::numeric) FILTER (WHERE cost > 1)",
                "SELECT spread(price) OVER (PARTITION BY sku) FROM products→public.spread(price::numeric) OVER (PARTITION BY sku)",
                "SELECT sales.bonus(amount) FROM sales.orders→sales.bonus(amount::numeric)",
                "SELECT lower(sku) FROM products→SELECT lower(sku)",
                "SELECT public.lower(sku) FROM products→SELECT public.lower(sku::text)",
                "SELECT id FROM customers WHERE email = 'A'→email OPERATOR(public.=) 'A'",
                "SELECT id FROM customers WHERE 'A' = email→'A' OPERATOR(public.=) email",
                "SELECT id FROM customers WHERE email = NULL→email OPERATOR(public.=) NULL",
                "SELECT 1 FROM customers a JOIN customers b ON a.email = b.email→a.email OPERATOR(public.=) b.email",
                "SELECT id FROM customers c JOIN users u ON c.email = u.email→c.email = u.email",
                "SELECT id FROM customers WHERE email = lower('A')→email = lower('A')",
                "SELECT id FROM customers WHERE email IN ('A', 'b')→email OPERATOR(public.=) 'A' OR email OPERATOR(public.=) 'b'",
                "SELECT id FROM customers WHERE email IN ('A')→WHERE email OPERATOR(public.=) 'A'",
                "SELECT id FROM customers WHERE email NOT IN ('A', 'b')→email OPERATOR(public.<>) 'A' AND email OPERATOR(public.<>) 'b'",
                "SELECT id FROM customers WHERE email BETWEEN 'a' AND 'k'→email OPERATOR(public.>=) 'a' AND email OPERATOR(public.<=) 'k'",
                "SELECT id FROM customers WHERE email NOT BETWEEN 'a' AND 'k'→NOT (email OPERATOR(public.>=) 'a' AND email OPERATOR(public.<=) 'k')",
                "SELECT id FROM customers WHERE email LIKE 'A%'→email OPERATOR(public.~~) 'A%'",
                "SELECT id FROM customers WHERE email NOT LIKE 'A%'→email OPERATOR(public.!~~) 'A%'",
                "SELECT id FROM customers WHERE email ~ '^a'→email OPERATOR(public.~) '^a'",
                "SELECT max(email) FROM customers→SELECT public.max(email)",
                "SELECT max(email) = 'X' FROM customers→public.max(email) OPERATOR(public.=) 'X'",
                "SELECT replace(email, 'A', 'b') FROM customers→public.replace(email, 'A', 'b')",
                "SELECT lower(email) || 'x', email || 'y' FROM customers→lower(email) || 'x', email || 'y'",
                "SELECT email, count(*) FROM customers GROUP BY email ORDER BY email→GROUP BY email ORDER BY email",
                "SELECT DISTINCT email FROM customers→SELECT DISTINCT email",
                "SELECT count(DISTINCT email) FROM customers→count(DISTINCT email)",
                "SELECT lag(email) OVER (ORDER BY email) = 'x' FROM customers→lag(email) OVER (ORDER BY email) OPERATOR(public.=) 'x'",
                "SELECT coalesce(email, 'none') = 'None' FROM customers→COALESCE(email, 'none') OPERATOR(public.=) 'None'",
                "SELECT email::text = 'A' FROM customers→email::text = 'A'",
                "SELECT sku::citext = 'A' FROM products→sku::public.citext OPERATOR(public.=) 'A'",
                "SELECT e FROM (SELECT email AS e FROM customers) x WHERE e = 'A'→e OPERATOR(public.=) 'A'",
                "SELECT (SELECT email FROM customers LIMIT 1) = 'A'→OPERATOR(public.=) 'A'",
                "WITH c AS (SELECT email FROM customers UNION SELECT email FROM customers) SELECT * FROM c WHERE c.email = 'A'→email OPERATOR(public.=) 'A'",
                "SELECT attributes -> 'size' = 'XL' FROM customers→attributes OPERATOR(public.->) 'size' = 'XL'",
                "SELECT (attributes - 'a') -> 'size' FROM customers→attributes OPERATOR(public.-) 'a' OPERATOR(public.->) 'size'",
                "SELECT attributes -> sku FROM customers, products→attributes OPERATOR(public.->) products.sku",
                "SELECT %% attributes FROM customers→OPERATOR(public.%%) attributes",
                "SELECT akeys(attributes) FROM customers→public.akeys(attributes)",
                "SELECT id FROM customers WHERE email IN (SELECT email FROM customers)→email OPERATOR(public.=) ANY ( SELECT email",
                "SELECT id FROM customers WHERE email NOT IN (SELECT email FROM customers)→NOT (email OPERATOR(public.=) ANY ( SELECT email",
                "SELECT id FROM customers WHERE 'A' IN (SELECT email FROM customers)→'A' OPERATOR(public.=) ANY ( SELECT email",
                "SELECT id FROM customers WHERE email IN (SELECT sku FROM products)→email IN ( SELECT sku",
                "SELECT 1 FROM products WHERE sku IN (SELECT email FROM customers)→sku IN ( SELECT email",
                "SELECT id FROM customers WHERE email >= ALL (SELECT email FROM customers)→email OPERATOR(public.>=) ALL ( SELECT email",
                "SELECT id FROM customers WHERE email OPERATOR(public.=) ANY (SELECT email FROM customers)→email OPERATOR(public.=) ANY ( SELECT email",
                "SELECT id FROM customers WHERE email = ANY ('{a,b}')→email OPERATOR(public.=) ANY ('{a,b}')",
                "SELECT id FROM customers WHERE email = ANY ('{a,b}'::citext[])→email OPERATOR(public.=) ANY ('{a,b}'::public.citext[])",
                "SELECT 1 FROM products WHERE sku::citext = ANY (ARRAY['a', 'b']::public.citext[])→sku::public.citext OPERATOR(public.=) ANY (ARRAY['a', 'b']::public.citext[])",
                "SELECT id FROM customers WHERE 'a' = ANY (ARRAY['a']::citext[])→'a' OPERATOR(public.=) ANY (ARRAY['a']::public.citext[])",
                "SELECT id FROM customers WHERE email = ANY (ARRAY['a', 'b'])→email = ANY (ARRAY['a', 'b'])",
                "SELECT 1 FROM customers, events WHERE email = ANY (tags)→email = ANY (tags)",
                "SELECT id FROM customers WHERE email LIKE ANY (ARRAY['a%'])→email OPERATOR(public.~~) ANY (ARRAY['a%'])",
                "SELECT id FROM customers WHERE email <> ALL ('{a}')→email OPERATOR(public.<>) ALL ('{a}')",
                "SELECT id FROM customers WHERE email ~ ANY (ARRAY['^a'])→email ~ ANY (ARRAY['^a'])",
                "SELECT CASE email WHEN 'a' THEN 1 WHEN NULL THEN 2 ELSE 3 END FROM customers→CASE WHEN email OPERATOR(public.=) 'a' THEN 1 WHEN email OPERATOR(public.=) NULL THEN 2 ELSE 3 END",
                "SELECT CASE email WHEN lower('A') THEN 1 END FROM customers→CASE WHEN email = lower('A') THEN 1 END",
                "SELECT CASE c.email WHEN (SELECT email FROM customers LIMIT 1) THEN 1 END FROM customers c→CASE WHEN c.email OPERATOR(public.=) (",
                "SELECT mode() WITHIN GROUP (ORDER BY email) = 'a' FROM customers→mode() WITHIN GROUP (ORDER BY email) OPERATOR(public.=) 'a'",
                "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY email DESC) FROM customers→percentile_disc(0.5) WITHIN GROUP (ORDER BY email DESC)",
                "SELECT rank('a') WITHIN GROUP (ORDER BY email) + 1 FROM customers→rank('a') WITHIN GROUP (ORDER BY email) + 1",
                "SELECT dense_rank(1, 'a') WITHIN GROUP (ORDER BY id, email) FROM customers→dense_rank(1, 'a') WITHIN GROUP (ORDER BY id, email)",
                "SELECT email, b.id FROM customers a JOIN customers b USING (email)→SELECT a.email, b.id FROM public.customers AS a JOIN public.customers AS b ON a.email OPERATOR(public.=) b.email",
                "SELECT email FROM customers a RIGHT JOIN customers b USING (email) ORDER BY email→SELECT b.email FROM public.customers AS a RIGHT JOIN public.customers AS b ON a.email OPERATOR(public.=) b.email",
                "SELECT count(*) FROM customers a LEFT JOIN customers b USING (id, email)→LEFT JOIN public.customers AS b ON a.id = b.id AND a.email OPERATOR(public.=) b.email",
                "SELECT * FROM (SELECT id, email FROM customers) a JOIN (SELECT email, score FROM customers) b USING (email)→SELECT a.email, a.id, b.score",
                "SELECT id, email FROM customers a JOIN customers b USING (id, email) JOIN (SELECT id FROM customers) c USING (id)→SELECT a.id, a.email",
                "SELECT a.id FROM customers a JOIN customers b USING (id, email) JOIN customers c USING (id)→JOIN public.customers AS c ON a.id = c.id",
                "SELECT 1 FROM customers a NATURAL JOIN (SELECT email FROM customers) b→ON a.email OPERATOR(public.=) b.email",
                "SELECT days FROM days(3)→FROM public.days(3::numeric)",
                "SELECT d + 1, ordinality FROM public.days('3') WITH ORDINALITY AS d→FROM public.days('3'::numeric) WITH ORDINALITY AS d",
                "SELECT x.d FROM products p, days(p.price) AS x(d) WHERE x.d > '2024-01-01'→public.days(p.price::numeric) AS x (d)",
                "SELECT p.sku FROM products p LEFT JOIN LATERAL days(p.price) d ON true→LEFT JOIN LATERAL public.days(p.price::numeric) AS d ON true",
                "SELECT * FROM pairs(1)→SELECT a, b, c FROM public.pairs(1::numeric)",
                "SELECT a + 1 FROM pairs(1) WHERE b = 'x'→WHERE b OPERATOR(public.=) 'x'",
                "SELECT labels FROM labels(1) WHERE labels = 'x'→WHERE labels OPERATOR(public.=) 'x'",
                "SELECT days, g FROM ROWS FROM (days(1), generate_series(1, 2)) AS t(days, g)→ROWS FROM (public.days(1::numeric), generate_series(1, 2)) AS t (days, g)",
                "SELECT attributes::text FROM customers→attributes::text"
            })
    void whatIsOpenedIsPrintedWithItsSchema(String sql, String part) {
        Verdict verdict = validate(sql);
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        String printed = ((Verdict.Allowed) verdict).sql().text();
        assertThat(printed.replaceAll("\\s+", " ")).contains(part.replace("products.sku", "sku"));
        assertThat(validate(printed))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        again -> assertThat(again.sql().text()).isEqualTo(printed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT margin(price) FROM products",
                "SELECT sales.margin(price, cost) FROM products",
                "SELECT bonus(amount) FROM sales.orders",
                "SELECT hr.margin(price, cost) FROM products",
                "SELECT twice(price) FROM products",
                "SELECT by_name('pg_authid')",
                "SELECT margin(DISTINCT price, cost) FROM products",
                "SELECT margin(price, cost) OVER () FROM products",
                "SELECT margin(VARIADIC price, ARRAY[cost]) FROM products",
                "SELECT margin(price, b => cost) FROM products",
                "SELECT spread(price ORDER BY pg_sleep(1)) FROM products",
                "SELECT spread(price) WITHIN GROUP (ORDER BY cost) FROM products",
                "SELECT margin(pg_sleep(1), cost) FROM products",
                "SELECT margin(email, cost) FROM customers, products",
                "SELECT * FROM margin(1, 2), pg_sleep(1)",
                "SELECT id FROM customers WHERE email OPERATOR(evil.=) 'a'",
                "SELECT id FROM customers WHERE id OPERATOR(public.=) 1",
                "SELECT id FROM customers WHERE email OPERATOR(public.&&&) 'a'",
                "SELECT 1 OPERATOR(public.=) 2",
                "SELECT 'a' OPERATOR(public.=) 'b'",
                "SELECT OPERATOR(public.%%) 1",
                "SELECT %% 1",
                "SELECT id FROM customers WHERE attributes = 'a'",
                "SELECT id FROM customers WHERE attributes || 'a' IS NULL",
                "SELECT id FROM customers WHERE email SIMILAR TO 'a'",
                "SELECT id FROM customers WHERE email LIKE 'a' ESCAPE 'x'",
                "SELECT id FROM customers WHERE email ~ '(a)\\1'",
                "SELECT id FROM customers WHERE email ~ lower(email)",
                "SELECT id FROM customers WHERE lower(email) IN ('a') AND max(email) IN ('a')",
                "SELECT id FROM customers WHERE coalesce(email, 'x') IN ('a')",
                "SELECT id FROM customers WHERE email BETWEEN SYMMETRIC 'a' AND 'b'",
                "SELECT id FROM users WHERE email BETWEEN 'a' AND (SELECT email FROM customers)",
                "SELECT id FROM customers WHERE email IS DISTINCT FROM 'a'",
                "SELECT nullif(email, 'a') FROM customers",
                "SELECT coalesce(email, lower('X')) FROM customers",
                "SELECT array_agg(email) FROM customers",
                "SELECT ARRAY[email] FROM customers",
                "SELECT ROW(email) FROM customers",
                "SELECT lag(email, 1, 'none') OVER (ORDER BY id) FROM customers",
                "SELECT lower(attributes) FROM customers",
                "SELECT (SELECT email COLLATE \"C\" FROM customers)",
                "SELECT id FROM customers WHERE attributes IN (SELECT attributes FROM customers)",
                "SELECT id FROM customers WHERE attributes IN (SELECT sku FROM products)",
                "SELECT id FROM customers WHERE (id, email) IN (SELECT id, email FROM customers)",
                "SELECT id FROM customers WHERE id IN (SELECT id, email FROM customers)",
                "SELECT id FROM customers WHERE email ~ ANY (SELECT email FROM customers)",
                "SELECT id FROM customers WHERE email OPERATOR(evil.=) ANY (SELECT email FROM customers)",
                "SELECT id FROM customers WHERE id OPERATOR(public.=) ANY (SELECT id FROM customers)",
                "SELECT id FROM customers WHERE id OPERATOR(public.=) ALL (ARRAY[1])",
                "SELECT id FROM customers WHERE email OPERATOR(evil.=) ANY ('{a}')",
                "SELECT id FROM customers WHERE email &&& ANY ('{a}')",
                "SELECT id FROM customers WHERE id %% ANY (SELECT id FROM customers)",
                "SELECT id FROM customers WHERE id %% ANY (ARRAY[1])",
                "SELECT id FROM customers WHERE attributes = ANY ('{a}')",
                "SELECT id FROM customers WHERE attributes = ANY (ARRAY['a'])",
                "SELECT id FROM customers WHERE email = ANY (array_agg(email))",
                "SELECT id FROM customers WHERE email = ANY (ARRAY[email])",
                "SELECT id FROM customers WHERE email ~ ANY ('{(a)\\\\1}'::citext[])",
                "SELECT id FROM customers WHERE email ~ ANY (ARRAY['(a)\\1'])",
                "SELECT id FROM customers WHERE email = ANY (pg_sleep(1)::text::citext[])",
                "SELECT id FROM customers WHERE email = ANY ('{a}'::hr.citext[])",
                "SELECT id FROM customers WHERE email = ANY ('{{a}}'::citext[][])",
                "SELECT CASE 'a' WHEN email THEN 1 END FROM customers",
                "SELECT CASE sku WHEN email THEN 1 END FROM customers, products",
                "SELECT CASE coalesce(email, 'x') WHEN 'a' THEN 1 END FROM customers",
                "SELECT CASE attributes WHEN 'a' THEN 1 END FROM customers",
                "SELECT CASE email WHEN 'a' THEN pg_sleep(1)::text END FROM customers",
                "SELECT mode() WITHIN GROUP (ORDER BY attributes) - 'a' = 'b' FROM customers",
                "SELECT percentile_disc(ARRAY[0.5]) WITHIN GROUP (ORDER BY email) FROM customers",
                "SELECT percentile_disc('{0.5}') WITHIN GROUP (ORDER BY email) FROM customers",
                "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY email) FROM customers",
                "SELECT rank(sku) WITHIN GROUP (ORDER BY email) FROM customers, products",
                "SELECT rank('a', 1) WITHIN GROUP (ORDER BY email) FROM customers",
                "SELECT rank(email) WITHIN GROUP (ORDER BY sku) FROM customers, products",
                "SELECT 1 FROM customers a FULL JOIN customers b USING (email)",
                "SELECT 1 FROM (customers a JOIN customers b USING (email)) AS j",
                "SELECT 1 FROM customers a JOIN customers b USING (email) AS j",
                "SELECT 1 FROM customers a JOIN users b USING (email)",
                "SELECT 1 FROM customers a JOIN customers b USING (attributes)",
                "SELECT 1 FROM customers a JOIN customers b USING (id) JOIN customers c USING (id, email)",
                "SELECT akeys(email) FROM customers",
                "SELECT max(attributes) FROM customers",
                "SELECT replace(sku, email, 'x') FROM customers, products",
                "SELECT 1 FROM customers, products WHERE sku IN ('a', email)",
                "SELECT lag(id, 1, email) OVER () FROM customers",
                "SELECT nth_value(email, email) OVER () FROM customers",
                "SELECT concat(email, attributes) FROM customers",
                "SELECT email ILIKE attributes FROM customers",
                "SELECT days(1)",
                "SELECT 1 FROM products WHERE days(price) IS NULL",
                "SELECT * FROM days(1, 2)",
                "SELECT * FROM hr.days(1)",
                "SELECT * FROM days(n => 1)",
                "SELECT * FROM days(1) AS t(a int)",
                "SELECT * FROM ROWS FROM (days(1) AS (a int)) AS t",
                "SELECT * FROM days(pg_sleep(1)::text::numeric)",
                "SELECT c + 1 FROM pairs(1)",
                "SELECT a.d FROM pairs(1) AS a",
                "SELECT count(*) FROM many_numbers(1) a, many_numbers(2) b",
                "SELECT * FROM labels(1) WHERE labels ~ labels",
                "SELECT '{a}'::citext[]",
                "SELECT 'a'::hr.citext",
                "SELECT json_value('1', '$' RETURNING citext)",
                "SELECT * FROM json_to_record('{}') AS t(a citext)",
                "SELECT attributes['a'] FROM customers",
                "SELECT attributes.a FROM customers",
                "SELECT max(replace(email, 'a', (SELECT pg_sleep(1)::text))) FROM customers"
            })
    void nothingElseIs(String sql) {
        assertThat(validate(sql)).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void anOperatorIsMadeOfMarksOnly() {
        assertThatThrownBy(() -> operator("=) OR (", CITEXT, CITEXT, BOOL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> operator("--", CITEXT, CITEXT, BOOL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> operator("=/*", CITEXT, CITEXT, BOOL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAnOpeningAllOfItIsRefused() {
        for (String sql : List.of(
                "SELECT margin(price, cost) FROM products",
                "SELECT id FROM customers WHERE email = 'a'",
                "SELECT id FROM customers ORDER BY email",
                "SELECT 'a'::citext")) {
            assertThat(VALIDATOR.validate(new SqlText(sql), ShopCatalog.RULES)).isInstanceOf(Verdict.Rejected.class);
        }
    }
}

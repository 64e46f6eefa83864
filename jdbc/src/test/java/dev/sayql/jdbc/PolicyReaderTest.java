package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.embedded.Endpoint;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.TableName;
import dev.sayql.sql.Verdict;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies against a real server: what they open gives the owner's results, and what must not be opened is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyReaderTest {
    private static final TableName PEOPLE = name("people");

    private final TestDatabase test = TestDatabase.create("policy", script());
    private final SourcePools pools = Databases.pools(test.reader());
    private final Schema schema = new CatalogReader(pools).read(SOURCE);
    private final SqlValidator validator = new SqlValidator();
    private final ReadOnlyExecutor executor = new ReadOnlyExecutor(pools);

    @AfterAll
    void close() {
        executor.close();
        validator.close();
        pools.close();
        test.close();
    }

    private static String script() {
        try (InputStream script = PolicyReaderTest.class.getResourceAsStream("policy.sql")) {
            return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableName name(String table) {
        return new TableName("public", table);
    }

    private static SourcePolicy opening(Set<TableName> views, List<String> functions, Set<String> extensions) {
        return new SourcePolicy(Set.of(), views, Set.of(), functions, extensions, Map.of(), Map.of());
    }

    private Rules rules(SourcePolicy policy) {
        return new PolicyReader(pools, source -> policy).of(SOURCE, schema, policy);
    }

    private Verdict validate(String sql, SourcePolicy policy) {
        return validator.validate(new SqlText(sql), rules(policy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM people WHERE country = 'germany'",
                "SELECT country, count(*) FROM people GROUP BY country ORDER BY country",
                "SELECT DISTINCT country FROM people",
                "SELECT count(DISTINCT email), min(email), max(email) FROM people",
                "SELECT id FROM people WHERE email IN ('ann@example.com', 'x') ORDER BY id",
                "SELECT id FROM people WHERE email NOT IN ('ann@example.com', 'x') ORDER BY id",
                "SELECT id FROM people WHERE email BETWEEN 'ANN' AND 'b' ORDER BY id",
                "SELECT id FROM people WHERE email NOT BETWEEN 'ANN' AND 'b' ORDER BY id",
                "SELECT id FROM people WHERE email LIKE 'ann%' ORDER BY id",
                "SELECT id FROM people WHERE email NOT LIKE 'ann%' ORDER BY id",
                "SELECT id FROM people WHERE email ILIKE 'ANN%' ORDER BY id",
                "SELECT id FROM people WHERE email ~ '^ann' ORDER BY id",
                "SELECT id FROM people WHERE email !~* '^ANN' ORDER BY id",
                "SELECT a.id, b.id FROM people a JOIN people b ON a.email = b.email ORDER BY 1, 2",
                "SELECT id FROM people WHERE email = name || '@example.com' ORDER BY id",
                "SELECT id FROM people WHERE name = country OR email = name",
                "SELECT id FROM people WHERE email = lower('ANN@EXAMPLE.COM')",
                "SELECT replace(email, 'EXAMPLE', 'x'), split_part(email, 'EXAMPLE', 1), strpos(email, 'EX') FROM people",
                "SELECT translate(email, 'NE', 'xy'), regexp_replace(email, 'EXAMPLE', 'y') FROM people",
                "SELECT upper(email), length(email), email || '!', left(email, 3), to_json(email) FROM people",
                "SELECT coalesce(email, 'none') = 'NONE' FROM people ORDER BY id",
                "SELECT CASE WHEN id > 1 THEN email ELSE 'X' END = 'x' FROM people ORDER BY id",
                "SELECT greatest(email, country), least(email, 'B') FROM people ORDER BY id",
                "SELECT lag(email) OVER (ORDER BY email, id) = email FROM people",
                "SELECT name FROM people WHERE name::citext = 'ANN' ORDER BY id",
                "SELECT 'A'::citext = 'a', email::text = 'ann@example.com' FROM people ORDER BY id",
                "SELECT id FROM people WHERE email IN (SELECT email FROM people WHERE id > 2) ORDER BY id",
                "SELECT id FROM people WHERE email NOT IN (SELECT 'ANN@EXAMPLE.COM'::citext) ORDER BY id",
                "SELECT id FROM people WHERE email NOT IN (SELECT email FROM people) ORDER BY id",
                "SELECT id FROM people WHERE 'ANN@EXAMPLE.COM' IN (SELECT email FROM people) ORDER BY id",
                "SELECT id FROM people WHERE name IN (SELECT country FROM people) OR email IN (SELECT lower(email) FROM people)",
                "SELECT id FROM people WHERE email IN (VALUES ('ann@example.com')) ORDER BY id",
                "SELECT id FROM people WHERE email IN (SELECT 'ann@example.com') ORDER BY id",
                "SELECT id FROM people WHERE email >= ALL (SELECT email FROM people WHERE email IS NOT NULL) ORDER BY id",
                "SELECT id FROM people WHERE attributes IN (SELECT attributes FROM people WHERE id = 1)",
                "SELECT id FROM people WHERE place = ANY (SELECT place FROM people WHERE id < 3) ORDER BY id",
                "SELECT id FROM people WHERE email = ANY ('{ann@example.com,BEN@example.com}') ORDER BY id",
                "SELECT id FROM people WHERE email = ANY (ARRAY['ann@example.com', 'BEN@example.com']) ORDER BY id",
                "SELECT id FROM people WHERE email = ANY (ARRAY['ann@example.com']::citext[]) ORDER BY id",
                "SELECT id FROM people WHERE email = ANY (ARRAY[lower('ANN@example.com')]) ORDER BY id",
                "SELECT id FROM people WHERE email <> ALL ('{ann@example.com}') ORDER BY id",
                "SELECT id FROM people WHERE email LIKE ANY (ARRAY['ann%', 'BEN%']) ORDER BY id",
                "SELECT id FROM people WHERE email ~ ANY (ARRAY['^ann', '^BEN']) ORDER BY id",
                "SELECT id FROM people WHERE place ~ ANY (ARRAY['*.europe.*', '*.asia.*']::lquery[]) ORDER BY id",
                "SELECT id FROM people WHERE place <@ ANY ('{world.europe,world.africa}') ORDER BY id",
                "SELECT id FROM people WHERE place <@ ANY (ARRAY['world.europe']::ltree[]) ORDER BY id",
                "SELECT CASE country WHEN 'GERMANY' THEN 1 WHEN NULL THEN 2 ELSE 3 END FROM people ORDER BY id",
                "SELECT CASE country WHEN upper('germany') THEN 1 WHEN name THEN 2 END FROM people ORDER BY id",
                "SELECT mode() WITHIN GROUP (ORDER BY country) = 'GERMANY' FROM people",
                "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY email) = 'ANN@EXAMPLE.COM' FROM people",
                "SELECT rank('BEN') WITHIN GROUP (ORDER BY email), cume_dist('b', 2) WITHIN GROUP (ORDER BY country, id) FROM people",
                "SELECT email, a.id, b.id FROM people a JOIN people b USING (email) ORDER BY a.id, b.id",
                "SELECT a.id, b.name FROM people a LEFT JOIN people b USING (country, id) ORDER BY a.id",
                "SELECT country, count(*) FROM people a RIGHT JOIN (SELECT country FROM people WHERE id = 2) b USING (country)"
                        + " GROUP BY country ORDER BY country",
                "SELECT count(*) FROM (SELECT country FROM people) a NATURAL JOIN (SELECT country FROM people) b",
                "SELECT * FROM (SELECT id, email FROM people) a JOIN (SELECT email, name FROM people) b USING (email) ORDER BY 2, 3",
                "SELECT id, c.n FROM people a JOIN people b USING (id, email) JOIN (SELECT id, 1 AS n FROM people) c USING (id) ORDER BY id",
                "SELECT email FROM people UNION SELECT country FROM people ORDER BY 1",
                "SELECT email FROM people INTERSECT SELECT 'ANN@EXAMPLE.COM'::citext",
                "SELECT x.e FROM (SELECT email AS e, row_number() OVER (PARTITION BY country ORDER BY id) n FROM people) x"
                        + " WHERE x.n = 1 AND x.e > 'AAA'",
                "SELECT string_agg(email, ',' ORDER BY id) FROM people",
                "SELECT attributes -> 'size', attributes ? 'team', attributes @> 'size=>XL' FROM people ORDER BY id",
                "SELECT akeys(attributes), attributes - 'size'::text, attributes || 'a=>1', exist(attributes, 'team') FROM people",
                "SELECT (attributes -> 'size') || '!' FROM people WHERE attributes -> 'size' = 'XL'",
                "SELECT hstore_to_json(attributes), attributes::text FROM people ORDER BY id",
                "SELECT id FROM people WHERE place <@ 'world.europe' ORDER BY id",
                "SELECT id FROM people WHERE place ~ '*.europe.*' ORDER BY id",
                "SELECT nlevel(place), subpath(place, 0, 2), place || 'x' FROM people ORDER BY id",
                "SELECT subpath(place, 0, 2) AS region, count(*) FROM people GROUP BY 1 ORDER BY 1"
            })
    void whatIsOpenedOfAnExtensionGivesTheOwnersResults(String written) throws SQLException {
        Verdict verdict = validate(written, opening(Set.of(), List.of(), Set.of("citext", "hstore", "ltree")));

        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        String printed = ((Verdict.Allowed) verdict).sql().text();
        assertThat(rows("pg_catalog, pg_temp", printed)).as(printed).isEqualTo(rows("public", written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT margin(5, 3)|2",
                "SELECT public.margin('5', id) FROM people WHERE id = 1|4",
                "SELECT product_of(id) FROM people|24",
                "SELECT volatile_one(1)|2",
                "SELECT similarity('word', 'word')|1"
            })
    void functionsAreOpenedBySignature(String written, String value) throws SQLException {
        Verdict verdict = validate(
                written,
                opening(
                        Set.of(),
                        List.of(
                                "public.margin(numeric, numeric)",
                                "public.product_of(double precision)",
                                "public.volatile_one(int)",
                                "public.similarity(text, text)"),
                        Set.of()));

        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        assertThat(rows("pg_catalog, pg_temp", ((Verdict.Allowed) verdict).sql().text()))
                .containsExactly(value);
        assertThat(executor.execute(SOURCE, ((Verdict.Allowed) verdict).sql(), Limits.defaults(), Cancellation.never()))
                .isInstanceOf(Execution.Done.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM in_country('GERMANY') ORDER BY id",
                "SELECT c.email FROM people p, in_country(p.country) c WHERE c.email = 'BEN@example.com' ORDER BY p.id",
                "SELECT p.id, b.* FROM people p LEFT JOIN LATERAL both_ways(p.id) b ON b.up > 1 ORDER BY p.id",
                "SELECT counted FROM one_column(3)",
                "SELECT n.counted, n.ordinality FROM one_column(3) WITH ORDINALITY AS n WHERE n.counted > 1",
                "SELECT x FROM one_column(3) AS n(x)",
                "SELECT many FROM many(5)",
                "SELECT m + 1 FROM many(5) AS m",
                "SELECT * FROM ROWS FROM (many(5), one_column(2)) AS r"
            })
    void functionsThatReturnRowsStandInFrom(String written) throws SQLException {
        Verdict verdict = validate(
                written,
                opening(
                        Set.of(),
                        List.of(
                                "public.in_country(public.citext)",
                                "public.both_ways(int)",
                                "public.one_column(int)",
                                "public.many(int)"),
                        Set.of("citext")));

        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        String printed = ((Verdict.Allowed) verdict).sql().text();
        assertThat(rows("pg_catalog, pg_temp", printed)).as(printed).isEqualTo(rows("public", written));
    }

    /** The arguments are cast to the opened signature, so the other function of that name is out of reach. */
    @Test
    void anOverloadIsNeverReached() throws SQLException {
        Verdict verdict = validate(
                "SELECT margin('7'::text, '4'::text)",
                opening(Set.of(), List.of("public.margin(numeric,numeric)"), Set.of()));

        assertThat(rows("pg_catalog, pg_temp", ((Verdict.Allowed) verdict).sql().text()))
                .containsExactly("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "public.margin(text, text)|SECURITY DEFINER",
                "public.whole(int)|whole rows of a table",
                "public.untold(int)|no type of its own",
                "public.nameless(int)|no names",
                "public.any_number(int[])|any number",
                "public.anything(anyelement)|no type of its own",
                "public.nothing()|no function",
                "public.set_limit(real)|C code",
                "pg_catalog.pg_sleep(double precision)|PostgreSQL itself",
                "public.gone(int)|there is no function",
                "margin(numeric, numeric)|is named as schema.name(types)",
                "public.margin(numeric); DROP TABLE people|is named as schema.name(types)"
            })
    void whatMustNotBeOpenedIsNot(String signature, String reason) {
        assertFaulty(opening(Set.of(), List.of(signature), Set.of()), reason);
    }

    private void assertFaulty(SourcePolicy policy, String reason) {
        assertThatThrownBy(() -> rules(policy)).isInstanceOfSatisfying(SourceUnavailableException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(SourceUnavailableException.Reason.FAULTY_POLICY);
            assertThat(refused.sentence()).contains(reason);
        });
    }

    @Test
    void viewsAreOpenedByName() throws SQLException {
        SourcePolicy policy = opening(Set.of(name("of_names"), name("pay")), List.of(), Set.of());

        assertThat(validate("SELECT * FROM of_names", policy)).isInstanceOf(Verdict.Allowed.class);
        assertThat(validate("SELECT * FROM pay", policy)).isInstanceOf(Verdict.Allowed.class);
        assertThat(validate("SELECT * FROM names", policy)).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void aViewOfAPowerfulOwnerReachesNoOtherSchema() {
        Endpoint server = SampleDatabase.server();
        Endpoint superuser =
                new Endpoint(server.host(), server.port(), test.owner().database(), server.user(), server.password());
        TestDatabase.run(
                superuser,
                "CREATE SCHEMA sealed; CREATE TABLE sealed.pay (n int);"
                        + "CREATE VIEW public.powerful AS SELECT * FROM sealed.pay;"
                        + "CREATE VIEW public.modest AS SELECT id FROM public.people;"
                        + "CREATE VIEW public.roles AS SELECT rolname FROM pg_authid;"
                        + "GRANT SELECT ON public.powerful, public.modest, public.roles TO PUBLIC");
        Schema now = new CatalogReader(pools).read(SOURCE);

        assertThatThrownBy(() -> rules("powerful", now)).hasMessageContaining("rights of a powerful owner");
        assertThatThrownBy(() -> rules("roles", now))
                .hasMessageContaining("reads pg_catalog.pg_authid, which is PostgreSQL's own");
        assertThat(rules("modest", now).openedViews()).containsExactly(name("modest"));
    }

    private Rules rules(String view, Schema now) {
        SourcePolicy policy = opening(Set.of(name(view)), List.of(), Set.of());
        return new PolicyReader(pools, source -> policy).of(SOURCE, now, policy);
    }

    @Test
    void whatIsNotThereOrRunsAsItsOwnerMakesThePolicyFaulty() {
        assertFaulty(opening(Set.of(name("gone")), List.of(), Set.of()), "there is no view public.gone");
        assertFaulty(opening(Set.of(name("people")), List.of(), Set.of()), "there is no view public.people");
        assertFaulty(opening(Set.of(name("stealing")), List.of(), Set.of()), "SECURITY DEFINER");
        assertFaulty(opening(Set.of(), List.of(), Set.of("postgis")), "there is no extension postgis");
        assertFaulty(opening(Set.of(), List.of(), Set.of("plpgsql")), "makes no types");
        assertFaulty(keeping(Map.of(PEOPLE, Set.of("salary")), Map.of(), Set.of()), "no column salary");
        assertFaulty(keeping(Map.of(), Map.of(name("gone"), Set.of("a")), Set.of()), "there is no table");
        assertFaulty(
                new SourcePolicy(Set.of(), Set.of(), Set.of(name("names")), List.of(), Set.of(), Map.of(), Map.of()),
                "harmless_views");
    }

    private static SourcePolicy keeping(
            Map<TableName, Set<String>> denied, Map<TableName, Set<String>> masked, Set<TableName> harmless) {
        return new SourcePolicy(
                Set.of(),
                Set.of(name("names"), name("of_names"), name("of_plain")),
                harmless,
                List.of(),
                Set.of(),
                denied,
                masked);
    }

    @Test
    void columnsAreKeptBackThroughStarsRowsJoinsAndViews() throws SQLException {
        SourcePolicy policy = keeping(
                Map.of(PEOPLE, Set.of("email", "attributes", "place")), Map.of(PEOPLE, Set.of("name")), Set.of());

        for (String hidden : List.of(
                "SELECT email FROM people",
                "SELECT 1 FROM people ORDER BY email",
                "SELECT a.id FROM people a JOIN people b USING (email)",
                "SELECT * FROM names",
                "SELECT * FROM of_names")) {
            assertThat(validate(hidden, policy)).as(hidden).isInstanceOf(Verdict.Rejected.class);
        }
        assertThat(validate("SELECT * FROM of_plain", policy)).isInstanceOf(Verdict.Allowed.class);
        for (String shown : List.of(
                "SELECT * FROM people WHERE id = 1",
                "SELECT to_jsonb(p)::text FROM (SELECT id, name FROM people) p WHERE id = 1",
                "SELECT p FROM people p WHERE id = 1",
                "SELECT a.*, b.name FROM people a JOIN people b ON a.id = b.id WHERE a.id = 1",
                "SELECT * FROM people NATURAL JOIN (SELECT 1 AS id) x")) {
            Verdict verdict = validate(shown, policy);
            assertThat(verdict).as(shown).isInstanceOf(Verdict.Allowed.class);
            assertThat(rows(
                            "pg_catalog, pg_temp",
                            ((Verdict.Allowed) verdict).sql().text()))
                    .as(shown)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).doesNotContain("Ann", "xample", "size", "world"));
        }
        assertThat(validate("SELECT count(*) FROM people WHERE name = 'Ann'", policy))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        counted -> assertThat(counted.sql().text()).contains("'***'"));
    }

    @Test
    void aViewThatItsOwnerKnowsToBeHarmlessStaysOpen() {
        SourcePolicy policy = keeping(Map.of(PEOPLE, Set.of("email")), Map.of(), Set.of(name("of_names")));

        assertThat(validate("SELECT * FROM of_names", policy)).isInstanceOf(Verdict.Allowed.class);
        assertThat(validate("SELECT * FROM names", policy)).isInstanceOf(Verdict.Rejected.class);
    }

    private List<String> rows(String searchPath, String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(test.reader());
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET search_path = " + searchPath);
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= columns; i++) {
                        row.append(i == 1 ? "" : "|").append(result.getString(i));
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }
    }
}

package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.schema.Inspection;
import dev.sayql.core.schema.Inspection.UnknownName;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.InspectionProgress.Step;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.Skipped;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.embedded.Endpoint;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.TableName;
import dev.sayql.sql.Verdict;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogInspectorTest {

    private final TestDatabase test = TestDatabase.create("inspected", """
            CREATE SCHEMA sales;
            CREATE SCHEMA hr;
            CREATE SCHEMA closed;
            CREATE TABLE public.customers (id integer PRIMARY KEY, name text);
            CREATE TABLE public.orders (id integer PRIMARY KEY, customer_id integer REFERENCES customers);
            CREATE TABLE sales.orders (id integer PRIMARY KEY, total numeric CHECK (total > 0));
            CREATE TABLE sales."Line Items" (id integer PRIMARY KEY);
            CREATE TABLE hr.salaries (id integer PRIMARY KEY, amount numeric);
            CREATE TABLE hr.people (id integer PRIMARY KEY, name text, ssn text CHECK (ssn <> ''));
            CREATE INDEX ON hr.people (ssn);
            CREATE TABLE closed.book (id integer PRIMARY KEY);
            CREATE VIEW public.big_customers AS SELECT c.id, count(*) AS n FROM public.customers c GROUP BY c.id;
            """);
    private final SourcePools pools;
    private final CatalogInspector inspector;

    CatalogInspectorTest() {
        String reader = test.reader().user();
        TestDatabase.run(test.owner(), "REVOKE USAGE ON SCHEMA closed FROM " + reader);
        TestDatabase.run(test.owner(), "REVOKE SELECT ON hr.salaries, hr.people FROM " + reader);
        TestDatabase.run(test.owner(), "GRANT SELECT (id, name) ON hr.people TO " + reader);
        TestDatabase.run(superuser(), """
                CREATE FOREIGN DATA WRAPPER nowhere;
                CREATE SERVER nowhere FOREIGN DATA WRAPPER nowhere;
                CREATE FOREIGN TABLE public.far (id integer) SERVER nowhere;
                CREATE EXTENSION pg_stat_statements SCHEMA public;
                """ + "GRANT SELECT ON public.far TO " + reader);
        pools = Databases.pools(test.reader());
        inspector = new CatalogInspector(pools);
    }

    private Endpoint superuser() {
        Endpoint server = SampleDatabase.server();
        return new Endpoint(server.host(), server.port(), test.owner().database(), server.user(), server.password());
    }

    @AfterAll
    void close() {
        pools.close();
        test.close();
    }

    private Inspection inspect(String schema, String... tables) {
        return inspector.inspect(
                SOURCE,
                new SchemaScope(Optional.of(schema).filter(name -> !name.isEmpty()), Set.of(tables)),
                InspectionProgress.UNHEARD);
    }

    private static List<String> names(Inspection inspection) {
        return inspection.schema().tables().stream()
                .map(table -> table.name().toString())
                .toList();
    }

    @Test
    void readsEverySchemaAndSaysWhatIsLeftOutAndWhy() {
        Inspection all = inspect("");

        assertThat(names(all))
                .containsExactly(
                        "hr.people",
                        "public.big_customers",
                        "public.customers",
                        "public.orders",
                        "sales.Line Items",
                        "sales.orders");
        assertThat(all.schema().skipped().stream().map(Skipped::sentence))
                .containsExactly(
                        "closed.book stands in a schema that the role may not use.",
                        "hr.salaries may not be read by the role.",
                        "public.far lies on another server, which SayQL does not read.",
                        "public.pg_stat_statements belongs to an extension.",
                        "public.pg_stat_statements_info belongs to an extension.",
                        "hr.people.ssn may not be read by the role.");
        assertThat(all.unknown()).isEmpty();
    }

    @Test
    void namesNoColumnThatTheRoleMayNotRead() {
        assertThat(inspect("hr").schema().tables()).singleElement().satisfies(people -> {
            assertThat(people.columns()).extracting(column -> column.name()).containsExactly("id", "name");
            assertThat(people.constraints())
                    .noneMatch(constraint -> constraint.definition().contains("ssn"));
            assertThat(people.indexes()).isEmpty();
        });
    }

    @Test
    void looksOnlyAtTheSchemaAndTheTablesAskedFor() {
        assertThat(names(inspect("sales"))).containsExactly("sales.Line Items", "sales.orders");
        assertThat(inspect("sales").schema().skipped()).isEmpty();
        assertThat(names(inspect("", "orders", "Customers")))
                .containsExactly("public.customers", "public.orders", "sales.orders");
        assertThat(names(inspect("", "sales.orders"))).containsExactly("sales.orders");
        assertThat(names(inspect("", "sales.\"Line Items\""))).containsExactly("sales.Line Items");
    }

    @Test
    void tellsUnknownNamesWithWhatComesNearest() {
        assertThat(inspect("", "orders", "custmers", "zebra").unknown())
                .containsExactlyInAnyOrder(
                        new UnknownName("custmers", false, List.of("customers")),
                        new UnknownName("zebra", false, List.of()));
        assertThat(inspect("sales", "customers").unknown())
                .extracting(UnknownName::text)
                .containsExactly("customers");
        assertThat(inspect("sale").unknown()).containsExactly(new UnknownName("sale", true, List.of("sales")));
        assertThat(inspect("hr", "salaries").unknown()).isEmpty();
        assertThat(inspect("hr", "salaries").schema().skipped())
                .containsExactly(Skipped.table(new TableName("hr", "salaries"), Skipped.Reason.NOT_READABLE));
    }

    @Test
    void leavesOutWhatIsBeyondTheLimitsAndSaysSo() {
        Inspection few = new CatalogInspector(pools, new CatalogLimits(3, 100))
                .inspect(SOURCE, new SchemaScope(Optional.of("public"), Set.of()), InspectionProgress.UNHEARD);
        Inspection narrow = new CatalogInspector(pools, new CatalogLimits(10, 5))
                .inspect(SOURCE, new SchemaScope(Optional.of("public"), Set.of()), InspectionProgress.UNHEARD);

        assertThat(names(few)).containsExactly("public.big_customers", "public.customers");
        assertThat(names(narrow)).containsExactly("public.big_customers", "public.customers");
        assertThat(few.schema().skipped())
                .contains(Skipped.table(new TableName("public", "orders"), Skipped.Reason.TOO_MANY));
        assertThat(few.unknown()).isEmpty();
    }

    @Test
    void tellsHowFarItHasCome() {
        Map<Step, Integer> reached = new LinkedHashMap<>();
        List<Step> order = new ArrayList<>();
        inspector.inspect(SOURCE, SchemaScope.everything(), (step, rows) -> {
            reached.merge(step, rows, Math::max);
            order.add(step);
        });
        assertThat(reached)
                .containsEntry(Step.TABLES, 7)
                .containsEntry(Step.DONE, 6)
                .containsKeys(Step.values());
        assertThat(order.getLast()).isEqualTo(Step.DONE);
    }

    @Test
    void onlyTheScopeOfASourceCanBeAsked() {
        SchemaScope scope = new SchemaScope(Optional.of("sales"), Set.of("orders"));
        JdbcSource narrow =
                JdbcSource.ofOperator(Databases.settings(test.reader()), false).narrowedTo(scope);
        try (SourcePools narrowed = new SourcePools(source -> Optional.of(narrow));
                SqlValidator validator = new SqlValidator()) {
            Schema schema = new CatalogReader(narrowed).read(SOURCE);
            Rules rules = Rules.allTablesOf(schema.catalog());

            assertThat(validator.validate(new SqlText("SELECT id FROM sales.orders"), rules))
                    .isInstanceOf(Verdict.Allowed.class);
            assertThat(validator.validate(new SqlText("SELECT id FROM public.orders"), rules))
                    .isInstanceOf(Verdict.Rejected.class);
            assertThat(schema.fingerprint())
                    .isEqualTo(inspect("sales", "orders").schema().fingerprint())
                    .isNotEqualTo(inspect("sales").schema().fingerprint());
        }
    }

    @Test
    void aLockedTableMakesInspectionEndInTimeAndKeepsNoQuestionWaiting() throws SQLException {
        try (Connection connection = TestDatabase.connect(test.owner());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE public.customers IN ACCESS EXCLUSIVE MODE");

            assertThatThrownBy(() -> inspect(""))
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("Somebody is changing a table");
            assertThat(new CatalogReader(pools).read(SOURCE).named("customers")).hasSize(1);
            connection.rollback();
        }
        assertThat(names(inspect(""))).hasSize(6);
    }
}

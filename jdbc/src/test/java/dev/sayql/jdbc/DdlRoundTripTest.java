package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.schema.Constraint;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.SchemaDetail;
import dev.sayql.core.schema.SchemaDrift;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.SchemaScript;
import dev.sayql.core.schema.SchemaSnapshot;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.TableDdl;
import dev.sayql.core.schema.TableDetail;
import dev.sayql.core.schema.TableDetail.Volume;
import dev.sayql.core.schema.TableShape;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is printed as SQL is run in an empty database and read again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DdlRoundTripTest {

    /** The script makes no extensions, and makes schemas only where they are missing. */
    private static final String EXTENSION = "CREATE SCHEMA audit; CREATE EXTENSION citext SCHEMA audit;\n";

    private final TestDatabase original = TestDatabase.create("original", rich());
    private final SchemaDetail schema = inspect(original);

    @AfterAll
    void close() {
        original.close();
    }

    private static String rich() {
        try {
            return Files.readString(Path.of("src/test/resources/rich-schema.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaDetail inspect(TestDatabase database) {
        try (SourcePools pools = Databases.pools(database.reader())) {
            return new CatalogInspector(pools)
                    .inspect(SOURCE, SchemaScope.everything(), InspectionProgress.UNHEARD)
                    .schema();
        }
    }

    private TableDetail table(String schemaName, String name) {
        return schema.table(new TableName(schemaName, name)).orElseThrow();
    }

    /** What can be equal in two databases: all but how much is in them. */
    private static List<TableDetail> declared(SchemaDetail detail) {
        return detail.tables().stream()
                .map(table -> new TableDetail(
                        withoutRows(table.table()),
                        table.columns(),
                        table.constraints(),
                        table.indexes(),
                        table.sequences(),
                        table.form(),
                        new Volume(0, 0, 0)))
                .toList();
    }

    private static Table withoutRows(Table table) {
        return new Table(
                table.name(),
                table.kind(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys(),
                table.comment(),
                0);
    }

    @Test
    void theScriptOfARichSchemaMakesTheSameSchemaAgain() {
        try (TestDatabase copy = TestDatabase.create("copy", EXTENSION + SchemaScript.of(schema))) {
            SchemaDetail again = inspect(copy);

            assertThat(declared(again)).containsExactlyElementsOf(declared(schema));
            assertThat(again.types()).isEqualTo(schema.types());
            assertThat(again.snapshot()).isEqualTo(schema.snapshot());
            assertThat(again.fingerprint()).isEqualTo(schema.fingerprint());
        }
    }

    @Test
    void theScriptOfTheSampleShopMakesTheSameShopAgain() {
        try (SourcePools pools = Databases.pools(SampleDatabase.reader())) {
            SchemaDetail shop = new CatalogInspector(pools)
                    .inspect(SOURCE, new SchemaScope(Optional.of("public"), Set.of()), InspectionProgress.UNHEARD)
                    .schema();
            assertThat(shop.tables()).hasSizeGreaterThan(8);
            try (TestDatabase copy = TestDatabase.create("copy", SchemaScript.of(shop))) {
                assertThat(declared(inspect(copy))).containsExactlyElementsOf(declared(shop));
            }
        }
    }

    /** Table by table, as they are shown; two that point to each other cannot be made so. */
    @Test
    void theTextOfOneTableMakesThatTable() {
        List<TableDetail> inOrder = List.of(
                table("public", "customers"),
                table("Sales Dept", "Order"),
                table("public", "events"),
                table("public", "event_notes"),
                table("audit", "by_words"),
                table("audit", "base"),
                table("audit", "derived"),
                table("public", "buyers"),
                table("public", "a_view_of_views"),
                table("audit", "kept"));
        SchemaDetail withoutTables =
                new SchemaDetail(List.of(), schema.types(), List.of(), List.of(), schema.snapshot());
        try (TestDatabase copy = TestDatabase.create("copy", EXTENSION + SchemaScript.of(withoutTables))) {
            inOrder.forEach(table -> TestDatabase.run(copy.owner(), TableDdl.of(table)));

            assertThat(declared(inspect(copy)))
                    .containsExactlyInAnyOrderElementsOf(declared(schema).stream()
                            .filter(table -> !table.name().name().endsWith("_hand"))
                            .toList());
        }
    }

    @Test
    void writesATableAsAPersonWouldReadIt() {
        assertThat(TableDdl.of(table("public", "events"))).isEqualTo("""
                CREATE TABLE public.events (
                    at date NOT NULL,
                    kind text NOT NULL,
                    customer_id bigint NOT NULL,
                    payload jsonb,
                    CONSTRAINT events_pkey PRIMARY KEY (at, kind),
                    CONSTRAINT events_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(customer_id)
                )
                PARTITION BY RANGE (at);

                CREATE INDEX events_kind ON public.events USING btree (kind);
                """);
    }

    @Test
    void partitionsAreFoldedIntoTheirTable() {
        assertThat(schema.tables().stream().map(table -> table.name().name()))
                .noneMatch(name -> name.contains("events_"));
        Volume volume = table("public", "events").volume();
        assertThat(volume.partitions()).isEqualTo(2);
        assertThat(volume.bytes()).isGreaterThan(8_000);
    }

    @Test
    void readsActionsOfKeysAndFlagsTypesOfExtensions() {
        TableDetail order = table("Sales Dept", "Order");
        assertThat(order.constraints())
                .filteredOn(constraint -> constraint instanceof Constraint.Foreign)
                .extracting(constraint -> ((Constraint.Foreign) constraint).onDelete())
                .containsExactly(Constraint.Action.SET_NULL, Constraint.Action.RESTRICT);
        assertThat(table("public", "customers").columns())
                .filteredOn(column -> column.extension().equals(Optional.of("citext")))
                .extracting(column -> column.name())
                .containsExactly("email", "emails");
    }

    @Test
    void theEngineReadsTheSameSchemaWithTheSameFingerprint() {
        try (SourcePools pools = Databases.pools(original.reader())) {
            assertThat(new CatalogReader(pools).read(SOURCE)).isEqualTo(schema.schema());
        }
    }

    @Test
    void everyChangeIsSeenAndAnEmptyDriftMeansTheSameFingerprint() {
        try (TestDatabase copy = TestDatabase.create("drift", rich())) {
            assertThat(SchemaDrift.between(schema.snapshot(), inspect(copy).snapshot())
                            .isEmpty())
                    .isTrue();
            TestDatabase.run(copy.owner(), """
                    ALTER TABLE audit.base DROP COLUMN what;
                    ALTER TABLE audit.left_hand DROP CONSTRAINT left_hand_right_id_fkey;
                    ALTER TYPE public.mood ADD VALUE 'merry' BEFORE 'sad';
                    ALTER TABLE "Sales Dept"."Order" DROP CONSTRAINT later, ALTER COLUMN tags TYPE varchar(5)[],
                        ALTER COLUMN customer SET NOT NULL;
                    CREATE OR REPLACE VIEW public.buyers AS
                        SELECT c.customer_id, c.name AS "the Name", count(*) AS orders
                        FROM public.customers c JOIN "Sales Dept"."Order" o ON o.customer = c.customer_id GROUP BY 1, 2;
                    CREATE TABLE audit.fresh (id integer);
                    DROP TABLE public.event_notes;
                    """);
            SchemaDetail changed = inspect(copy);

            assertThat(SchemaDrift.between(schema.snapshot(), changed.snapshot()).changes().stream()
                            .map(change -> change.sentence()))
                    .containsExactlyInAnyOrder(
                            "The column audit.base.what is gone, or may no longer be read.",
                            "The column audit.derived.what is gone, or may no longer be read.",
                            "audit.left_hand (right_id) no longer points to audit.right_hand.",
                            "The labels of public.customers.state have new ones: merry.",
                            "The labels of audit.kept.state have new ones: merry.",
                            "Sales Dept.Order no longer has CHECK ((total <> (13)::numeric)) NOT VALID.",
                            "The column Sales Dept.Order.tags was text[] and is character varying(5)[].",
                            "The column Sales Dept.Order.customer may no longer be empty.",
                            "The view public.buyers has another definition.",
                            "The table audit.fresh is new.",
                            "The table public.event_notes is gone, or may no longer be read.");
            assertThat(changed.fingerprint()).isNotEqualTo(schema.fingerprint());
        }
    }

    @Test
    void whatIsKeptOfARichSchemaIsReadAgain() {
        String kept = schema.snapshot().text();
        assertThat(SchemaSnapshot.parse(kept)).isEqualTo(schema.snapshot());
        assertThat(schema.snapshot().tables())
                .extracting(TableShape::name)
                .contains(new TableName("Sales Dept", "Order"));
    }
}

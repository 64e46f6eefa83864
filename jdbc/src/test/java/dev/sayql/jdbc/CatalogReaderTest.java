package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.Catalog.TypeKind;
import dev.sayql.sql.Catalog.TypeName;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogReaderTest {

    private final TestDatabase test = TestDatabase.create("catalogue", """
            CREATE SCHEMA "Sales Dept";
            CREATE SCHEMA hidden;
            CREATE TYPE mood AS ENUM ('sad', 'fine', 'a "b"');
            CREATE DOMAIN email AS varchar(90);
            CREATE DOMAIN short_email AS email;
            CREATE DOMAIN moody AS mood;
            CREATE TYPE pair AS (a integer, b integer);
            CREATE TYPE span AS RANGE (subtype = float8);
            CREATE TABLE types (id integer PRIMARY KEY, t text, v varchar(10), c char(3), n name, i2 smallint, i8 bigint,
                d numeric(10,2), f4 real, f8 double precision, b boolean, dt date, ts timestamp, tz timestamptz(3), tm time,
                tmz timetz, iv interval, u uuid, js json, jb jsonb, bin bytea, m mood, e email, se short_email, md moody,
                p pair, r span, ia integer[], ma mood[], ea email[], pa pair[], mo money, ip inet, x xml);
            ALTER TABLE types ADD COLUMN gone integer;
            ALTER TABLE types DROP COLUMN gone;
            CREATE TABLE "Sales Dept"."Order" ("Id" bigint, "Line" integer, note text, code text NOT NULL,
                PRIMARY KEY ("Id", "Line"), UNIQUE (code));
            COMMENT ON TABLE "Sales Dept"."Order" IS 'All orders';
            COMMENT ON COLUMN "Sales Dept"."Order".note IS 'Free text';
            CREATE UNIQUE INDEX ON "Sales Dept"."Order" (note) WHERE note <> '';
            CREATE UNIQUE INDEX ON "Sales Dept"."Order" (lower(code));
            CREATE UNIQUE INDEX ON "Sales Dept"."Order" (note, code) INCLUDE ("Line");
            CREATE TABLE shipment (shipment_id integer PRIMARY KEY, order_id bigint, order_line integer, type_id integer,
                FOREIGN KEY (order_line, order_id) REFERENCES "Sales Dept"."Order" ("Line", "Id"));
            CREATE TABLE hidden.secret (id integer PRIMARY KEY);
            CREATE TABLE partly (id integer PRIMARY KEY, open text, closed text);
            CREATE TABLE unread (id integer PRIMARY KEY);
            CREATE TABLE measured (day date NOT NULL, shipment_id integer, v text) PARTITION BY RANGE (day);
            CREATE TABLE measured_1 PARTITION OF measured FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            INSERT INTO measured SELECT '2024-05-01', g, 'v' FROM generate_series(1, 70) g;
            ANALYZE measured;
            CREATE VIEW seen AS SELECT id, t FROM types;
            CREATE MATERIALIZED VIEW kept AS SELECT id, t FROM types;
            """);
    private final SourcePools pools;
    private final Schema schema;

    CatalogReaderTest() {
        String reader = test.reader().user();
        TestDatabase.run(test.owner(), "REVOKE USAGE ON SCHEMA hidden FROM " + reader);
        TestDatabase.run(test.owner(), "REVOKE SELECT ON unread, partly FROM " + reader);
        TestDatabase.run(test.owner(), "GRANT SELECT (id, open) ON partly TO " + reader);
        pools = Databases.pools(test.reader());
        schema = new CatalogReader(pools).read(SOURCE);
    }

    @AfterAll
    void close() {
        pools.close();
        test.close();
    }

    private Table table(String schemaName, String name) {
        return schema.table(new TableName(schemaName, name)).orElseThrow();
    }

    private Column column(String name) {
        return table("public", "types").column(name).orElseThrow();
    }

    @Test
    void seesWhatTheRoleMayReadAndNothingElse() {
        assertThat(schema.tables().stream().map(table -> table.name().toString()))
                .containsExactlyInAnyOrder(
                        "public.types",
                        "Sales Dept.Order",
                        "public.shipment",
                        "public.partly",
                        "public.measured",
                        "public.seen",
                        "public.kept");
        assertThat(table("public", "partly").columns().stream().map(Column::name))
                .containsExactly("id", "open");
        assertThat(schema.searchPath()).containsExactly("public");
    }

    @Test
    void tellsTheKindsApart() {
        assertThat(table("public", "types").kind()).isEqualTo(Catalog.Kind.TABLE);
        assertThat(table("public", "measured").kind()).isEqualTo(Catalog.Kind.PARTITIONED_TABLE);
        assertThat(table("public", "seen").kind()).isEqualTo(Catalog.Kind.VIEW);
        assertThat(table("public", "kept").kind()).isEqualTo(Catalog.Kind.MATERIALIZED_VIEW);
    }

    @Test
    void countsThePartitionsRows() {
        assertThat(table("public", "measured").estimatedRows()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({
        "t, TEXT, text, text",
        "v, TEXT, varchar, character varying(10)",
        "c, TEXT, bpchar, character(3)",
        "n, TEXT, name, name",
        "id, INTEGER, int4, integer",
        "i2, INTEGER, int2, smallint",
        "i8, INTEGER, int8, bigint",
        "d, NUMERIC, numeric, 'numeric(10,2)'",
        "f4, NUMERIC, float4, real",
        "f8, NUMERIC, float8, double precision",
        "b, BOOLEAN, bool, boolean",
        "dt, DATE, date, date",
        "ts, TIMESTAMP, timestamp, timestamp without time zone",
        "tz, TIMESTAMP_WITH_TIME_ZONE, timestamptz, timestamp(3) with time zone",
        "tm, TIME, time, time without time zone",
        "tmz, TIME, timetz, time with time zone",
        "iv, INTERVAL, interval, interval",
        "u, UUID, uuid, uuid",
        "js, JSON, json, json",
        "jb, JSON, jsonb, jsonb",
        "bin, BINARY, bytea, bytea",
        "ia, ARRAY, _int4, integer[]",
        "mo, OTHER, money, money",
        "ip, OTHER, inet, inet"
    })
    void readsBuiltInTypes(String name, DataType family, String type, String declared) {
        assertThat(column(name).type()).isEqualTo(TypeName.builtIn(type));
        assertThat(column(name).dataType()).isEqualTo(family);
        assertThat(column(name).declaredType()).isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource({
        "m,  ENUM,  mood,        ENUM",
        "ma, ARRAY, _mood,       ENUM",
        "e,  TEXT,  email,       DOMAIN_OVER_BUILT_IN",
        "ea, ARRAY, _email,      DOMAIN_OVER_BUILT_IN",
        "se, OTHER, short_email, OTHER",
        "md, OTHER, moody,       OTHER",
        "p,  OTHER, pair,        OTHER",
        "pa, OTHER, _pair,       OTHER",
        "r,  OTHER, span,        OTHER"
    })
    void readsTheOwnersTypes(String name, DataType family, String type, TypeKind kind) {
        assertThat(column(name).type())
                .isEqualTo(
                        new TypeName("public", type, kind, column(name).type().under()));
        assertThat(column(name).dataType()).isEqualTo(family);
    }

    @Test
    void readsWhatIsUnderDomains() {
        assertThat(column("e").type().under()).contains("varchar");
        assertThat(column("ea").type().under()).contains("_varchar");
        assertThat(column("m").type().under()).isEmpty();
        assertThat(column("se").type().under()).isEmpty();
    }

    @Test
    void readsTheLabelsOfEnums() {
        assertThat(column("m").enumValues()).containsExactly("sad", "fine", "a \"b\"");
        assertThat(column("t").enumValues()).isEmpty();
    }

    @Test
    void readsKeysCommentsAndNulls() {
        Table order = table("Sales Dept", "Order");

        assertThat(order.primaryKey()).containsExactly("Id", "Line");
        assertThat(order.uniqueKeys()).containsExactlyInAnyOrder(List.of("code"), List.of("note", "code"));
        assertThat(order.comment()).contains("All orders");
        assertThat(order.column("note").flatMap(Column::comment)).contains("Free text");
        assertThat(order.column("note").map(Column::nullable)).contains(true);
        assertThat(order.column("code").map(Column::nullable)).contains(false);
    }

    @Test
    void readsForeignKeysOfSeveralColumnsAndInfersWhatIsNotDeclared() {
        assertThat(table("public", "shipment").foreignKeys())
                .containsExactly(
                        new ForeignKey(
                                List.of("order_line", "order_id"),
                                new TableName("Sales Dept", "Order"),
                                List.of("Line", "Id"),
                                false),
                        new ForeignKey(List.of("type_id"), new TableName("public", "types"), List.of("id"), true));
        assertThat(table("public", "measured").foreignKeys())
                .containsExactly(new ForeignKey(
                        List.of("shipment_id"), new TableName("public", "shipment"), List.of("shipment_id"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE partly ADD COLUMN extra integer; GRANT SELECT (extra) ON partly TO PUBLIC",
                "ALTER TABLE shipment ALTER COLUMN type_id TYPE bigint",
                "ALTER TABLE shipment ALTER COLUMN type_id SET NOT NULL",
                "ALTER TYPE mood ADD VALUE 'new'",
                "CREATE UNIQUE INDEX ON types (v)",
                "ALTER TABLE measured ADD FOREIGN KEY (shipment_id) REFERENCES shipment",
                "CREATE TABLE public.added (id integer)"
            })
    void theFingerprintChangesWithEveryChange(String change) {
        try (TestDatabase copy = TestDatabase.create("fingerprint", """
                        CREATE TYPE mood AS ENUM ('sad');
                        CREATE TABLE types (id integer PRIMARY KEY, v text, m mood);
                        CREATE TABLE partly (id integer);
                        CREATE TABLE shipment (shipment_id integer PRIMARY KEY, type_id integer);
                        CREATE TABLE measured (shipment_id integer);
                        """);
                SourcePools copies = Databases.pools(copy.reader())) {
            CatalogReader reader = new CatalogReader(copies);
            String before = reader.read(SOURCE).fingerprint();
            assertThat(reader.read(SOURCE).fingerprint()).isEqualTo(before);
            TestDatabase.run(copy.owner(), "COMMENT ON TABLE types IS 'words'; INSERT INTO partly VALUES (1)");
            assertThat(reader.read(SOURCE).fingerprint()).isEqualTo(before);

            TestDatabase.run(copy.owner(), change);

            assertThat(reader.read(SOURCE).fingerprint()).isNotEqualTo(before);
        }
    }

    @Test
    void readsTheSampleShop() {
        try (SourcePools shop = Databases.pools(SampleDatabase.reader())) {
            CatalogReader reader = new CatalogReader(shop);
            Schema sample = reader.read(SOURCE);
            TableName orders = new TableName("public", "orders");

            assertThat(sample.table(orders).map(Table::primaryKey)).contains(List.of("order_id"));
            assertThat(Optional.ofNullable(reader.values(SOURCE, sample).get(new ColumnName(orders, "status"))))
                    .contains(List.of("cancelled", "delivered", "pending", "processing", "shipped"));
        }
    }
}

package dev.sayql.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sayql.core.schema.TableShape.ColumnShape;
import dev.sayql.sql.Catalog.Kind;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDriftTest {
    private static final TableName ORDERS = new TableName("public", "orders");
    private static final TableName CUSTOMERS = new TableName("public", "customers");
    private static final List<Kind> KINDS = List.of(Kind.TABLE, Kind.PARTITIONED_TABLE, Kind.VIEW);
    private static final List<String> ODD_TEXTS =
            List.of("a", "b", "tab\tin it", "line\nend", "back\\slash", "\\t", "", "Größe", "it's \"odd\"");

    private static ColumnShape column(String name) {
        return new ColumnShape(name, "integer", "pg_catalog.int4", true, List.of());
    }

    private static TableShape table(TableName name, ColumnShape... columns) {
        return new TableShape(
                name, Kind.TABLE, List.of(columns), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    private static SchemaSnapshot snapshot(TableShape... tables) {
        return new SchemaSnapshot(List.of(tables));
    }

    /** A schema drawn by lot; equal numbers draw equal schemas. */
    private static SchemaSnapshot drawn(long seed, int changedTable, int change) {
        Random random = new Random(seed);
        List<TableShape> tables = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int number = 0; number < count; number++) {
            TableShape table = drawnTable("t" + number, random);
            tables.add(number == changedTable % count ? changed(table, change) : table);
        }
        return new SchemaSnapshot(tables);
    }

    private static String text(Random random) {
        return ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
    }

    private static TableShape drawnTable(String name, Random random) {
        List<ColumnShape> columns = new ArrayList<>();
        for (int number = 0; number <= random.nextInt(5); number++) {
            columns.add(new ColumnShape(
                    "c" + number + text(random),
                    text(random),
                    "s.t",
                    random.nextBoolean(),
                    random.nextBoolean() ? List.of() : List.of("x" + text(random), "y")));
        }
        List<String> some = columns.stream().map(ColumnShape::name).toList();
        return new TableShape(
                new TableName("s" + text(random), name),
                KINDS.get(random.nextInt(KINDS.size())),
                columns,
                random.nextBoolean() ? some : List.of(),
                random.nextBoolean() ? List.of(some, List.of(some.getFirst())) : List.of(),
                List.of(new ForeignKey(some, new TableName("s", "target" + text(random)), some, false)),
                List.of("CHECK (" + text(random) + ")", "CHECK (2)"),
                random.nextBoolean() ? Optional.of("d" + text(random)) : Optional.empty());
    }

    /** One change of each kind. */
    private static TableShape changed(TableShape table, int change) {
        List<ColumnShape> columns = new ArrayList<>(table.columns());
        ColumnShape first = columns.getFirst();
        switch (change) {
            case 1 -> columns.add(column("new"));
            case 2 -> columns.set(0, column("renamed"));
            case 3 ->
                columns.set(0, new ColumnShape(first.name(), "other", first.type(), first.nullable(), first.labels()));
            case 4 ->
                columns.set(
                        0,
                        new ColumnShape(first.name(), first.declaredType(), "o.t", first.nullable(), first.labels()));
            case 5 ->
                columns.set(
                        0,
                        new ColumnShape(
                                first.name(), first.declaredType(), first.type(), !first.nullable(), first.labels()));
            case 6 ->
                columns.set(
                        0,
                        new ColumnShape(
                                first.name(),
                                first.declaredType(),
                                first.type(),
                                first.nullable(),
                                List.of("y", "other")));
            default -> {}
        }
        Kind kind = change == 7 && table.kind() != Kind.VIEW ? Kind.VIEW : table.kind();
        return new TableShape(
                change == 8 ? new TableName("elsewhere", table.name().name()) : table.name(),
                change == 7 && kind == table.kind() ? Kind.TABLE : kind,
                columns,
                change == 9 ? List.of("k") : table.primaryKey(),
                change == 10 ? List.of(List.of("k")) : table.uniqueKeys(),
                change == 11 ? List.of() : table.foreignKeys(),
                change == 12 ? List.of("CHECK (3)") : table.checks(),
                change == 13 ? Optional.of("other") : table.definition());
    }

    @Test
    void theFingerprintAndTheDriftAgreeOnEveryKindOfChange() {
        for (int seed = 0; seed < 200; seed++) {
            SchemaSnapshot old = drawn(seed, 0, 0);
            for (int change = 0; change <= 13; change++) {
                SchemaSnapshot current = drawn(seed, seed, change);
                boolean same = old.fingerprint().equals(current.fingerprint());
                SchemaDrift drift = SchemaDrift.between(old, current);

                assertThat(drift.isEmpty())
                        .as("seed %s, change %s", seed, change)
                        .isEqualTo(same);
                assertThat(same).as("seed %s, change %s", seed, change).isEqualTo(change == 0);
                assertThat(drift.changes())
                        .allSatisfy(each -> assertThat(each.sentence()).endsWith("."));
            }
        }
    }

    @Test
    void theOrderInWhichThingsWereReadChangesNothing() {
        for (int seed = 0; seed < 200; seed++) {
            SchemaSnapshot old = drawn(seed, 0, 0);
            Random random = new Random(seed);
            List<TableShape> shuffled = new ArrayList<>();
            for (TableShape table : old.tables()) {
                shuffled.add(new TableShape(
                        table.name(),
                        table.kind(),
                        shuffled(table.columns(), random),
                        table.primaryKey(),
                        shuffled(table.uniqueKeys(), random),
                        shuffled(table.foreignKeys(), random),
                        shuffled(table.checks(), random),
                        table.definition()));
            }
            assertThat(new SchemaSnapshot(shuffled(shuffled, random)).fingerprint())
                    .isEqualTo(old.fingerprint());
        }
    }

    private static <T> List<T> shuffled(List<T> things, Random random) {
        List<T> copy = new ArrayList<>(things);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        for (int seed = 0; seed < 200; seed++) {
            SchemaSnapshot drawn = drawn(seed, 0, 0);
            assertThat(SchemaSnapshot.parse(drawn.text())).isEqualTo(drawn);
        }
        assertThat(SchemaSnapshot.parse(snapshot().text())).isEqualTo(snapshot());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "other\n",
                "sayql-schema 1\nc\ta\tb\tc\tnull\n",
                "sayql-schema 1\nt\ts\tt\tNOTHING\n",
                "sayql-schema 1\nt\ts\tt\tTABLE\nl\tx\n",
                "sayql-schema 1\nt\ts\tt\tTABLE\nf\ts\tt\ta\n",
                "sayql-schema 1\nt\ts\tt\tTABLE\nz\ta\n",
                "sayql-schema 1\nt\ts\n"
            })
    void refusesWhatIsNoSnapshot(String text) {
        assertThatThrownBy(() -> SchemaSnapshot.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichStatementsAChangeTouchesAndWhichCanNoLongerRun() {
        SchemaDrift drift = SchemaDrift.between(
                snapshot(
                        table(ORDERS, column("id"), column("status"), column("total")), table(CUSTOMERS, column("id"))),
                snapshot(table(
                        ORDERS,
                        column("id"),
                        new ColumnShape("total", "text", "pg_catalog.text", true, List.of()),
                        column("new"))));

        assertThat(drift.touched(List.of(
                        use("by status", Set.of(ORDERS), "id", "status"),
                        use("totals", Set.of(ORDERS), "total"),
                        use("count", Set.of(ORDERS), "id"),
                        use("customers", Set.of(CUSTOMERS), "id"),
                        new StatementUse("columns unknown", Set.of(ORDERS), Optional.empty()),
                        use("elsewhere", Set.of(new TableName("x", "orders")), "status"))))
                .extracting(SchemaDrift.Touched::id, SchemaDrift.Touched::broken)
                .containsExactly(
                        tuple("by status", true),
                        tuple("totals", false),
                        tuple("customers", true),
                        tuple("columns unknown", true));
    }

    private static StatementUse use(String id, Set<TableName> tables, String... columns) {
        Set<ColumnName> names = new HashSet<>();
        tables.forEach(table -> List.of(columns).forEach(column -> names.add(new ColumnName(table, column))));
        return new StatementUse(id, tables, Optional.of(names));
    }
}

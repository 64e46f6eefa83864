package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeignKeyInferenceTest {

    /** Columns are whole numbers unless written {@code name:TEXT}; the first so many are the primary key. */
    private static Table table(String name, int keyColumns, String... columns) {
        List<Column> made = new ArrayList<>();
        for (String column : columns) {
            String[] parts = column.split(":", 2);
            DataType type = parts.length == 2 ? DataType.valueOf(parts[1]) : DataType.INTEGER;
            made.add(new Column(
                    parts[0], Catalog.TypeName.builtIn("int4"), type, "integer", true, Optional.empty(), List.of()));
        }
        return new Table(
                new TableName("public", name),
                Catalog.Kind.TABLE,
                made,
                made.subList(0, keyColumns).stream().map(Column::name).toList(),
                List.of(),
                List.of(),
                Optional.empty(),
                1);
    }

    private static List<String> inferred(Table... tables) {
        return ForeignKeyInference.complete(List.of(tables)).stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(ForeignKey::inferred)
                        .map(key -> table.name().name() + "." + key.columns().getFirst() + " -> "
                                + key.target().name() + "."
                                + key.targetColumns().getFirst()))
                .toList();
    }

    @Test
    void findsTheKeyOfTheSameName() {
        assertThat(inferred(table("customers", 1, "customer_id"), table("orders", 1, "order_id", "CUSTOMER_ID")))
                .containsExactly("orders.CUSTOMER_ID -> customers.customer_id");
    }

    @Test
    void findsAKeyBehindAWordThatSaysWhich() {
        assertThat(inferred(
                        table("stations", 1, "station_id"),
                        table("category", 1, "id", "parent_category_id"),
                        table("trips", 1, "trip_id", "start_station_id", "end_station_id", "first_category_id")))
                .containsExactly(
                        "category.parent_category_id -> category.id",
                        "trips.start_station_id -> stations.station_id",
                        "trips.end_station_id -> stations.station_id",
                        "trips.first_category_id -> category.id");
    }

    @Test
    void findsThePeopleWhoPlayAPart() {
        assertThat(inferred(
                        table("people", 1, "id"),
                        table("issues", 1, "id", "author_id", "assigned_to", "person_id", "colour_id")))
                .containsExactly(
                        "issues.author_id -> people.id",
                        "issues.assigned_to -> people.id",
                        "issues.person_id -> people.id");
    }

    @Test
    void guessesNoPeopleWhereThereAreTwoKinds() {
        assertThat(inferred(table("users", 1, "id"), table("staff", 1, "id"), table("notes", 1, "id", "author_id")))
                .isEmpty();
    }

    @Test
    void findsTheTableThatTheColumnIsNamedAfter() {
        assertThat(inferred(
                        table("Customer", 1, "id"),
                        table("categories", 1, "id"),
                        table("addresses", 1, "id"),
                        table("orders", 1, "id", "customerid", "category_id", "address_id", "addresses_id")))
                .containsExactly(
                        "orders.customerid -> Customer.id",
                        "orders.category_id -> categories.id",
                        "orders.address_id -> addresses.id",
                        "orders.addresses_id -> addresses.id");
    }

    @Test
    void findsBothSidesOfABridge() {
        assertThat(inferred(
                        table("students", 1, "student_id"),
                        table("courses", 1, "course_id"),
                        table("enrolments", 2, "student_id", "course_id")))
                .containsExactly(
                        "enrolments.student_id -> students.student_id", "enrolments.course_id -> courses.course_id");
    }

    @Test
    void takesNoneWhenSeveralFitEquallyWell() {
        assertThat(inferred(
                        table("people", 1, "person_key"),
                        table("person_archive", 1, "person_key"),
                        table("visits", 1, "visit_id", "person_key")))
                .isEmpty();
    }

    @Test
    void prefersTheTableThatTheColumnIsNamedAfter() {
        assertThat(inferred(
                        table("customers", 1, "customer_id"),
                        table("customer_details", 1, "customer_id"),
                        table("orders", 1, "order_id", "customer_id")))
                .containsExactly(
                        "customer_details.customer_id -> customers.customer_id",
                        "orders.customer_id -> customers.customer_id");
    }

    @Test
    void takesNothingFromNamesThatSayNothing() {
        assertThat(inferred(table("countries", 1, "code:TEXT"), table("products", 1, "id", "code:TEXT")))
                .isEmpty();
        assertThat(inferred(table("a", 1, "id"), table("b", 0, "id", "name:TEXT")))
                .isEmpty();
    }

    @Test
    void takesNothingWhenTheTypesDoNotFit() {
        assertThat(inferred(table("customers", 1, "customer_id"), table("orders", 1, "order_id", "customer_id:TEXT")))
                .isEmpty();
    }

    @Test
    void leavesATablesOwnKeyAlone() {
        assertThat(inferred(table("orders", 1, "order_id"), table("order_totals", 0, "total")))
                .isEmpty();
    }

    @Test
    void leavesDeclaredKeysAlone() {
        Table orders = table("orders", 1, "order_id", "customer_id");
        ForeignKey declared =
                new ForeignKey(List.of("customer_id"), new TableName("crm", "accounts"), List.of("account_id"), false);
        Table withKey = new Table(
                orders.name(),
                orders.kind(),
                orders.columns(),
                orders.primaryKey(),
                List.of(),
                List.of(declared),
                Optional.empty(),
                1);

        assertThat(ForeignKeyInference.complete(List.of(table("customers", 1, "customer_id"), withKey))
                        .getLast()
                        .foreignKeys())
                .containsExactly(declared);
    }
}

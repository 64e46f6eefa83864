package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SemanticsYamlTest {
    private static final TableName USERS = new TableName("public", "users");
    private static final TableName ORDERS = new TableName("public", "orders");
    private static final TableName ITEMS = new TableName("public", "order_items");
    private static final Schema SHOP = new Schema(
            List.of(
                    table(USERS, "user_id", "email", "first_name", "last_name"),
                    table(ORDERS, "order_id", "status", "total_amount", "order_date"),
                    table(ITEMS, "order_id", "subtotal")),
            List.of("public"),
            "f");

    private static final String EVERYTHING = """
            terms:
              - {phrase: customer, table: users}
              - {phrase: bought, via: order_items}
              - {phrase: mail, column: users.email}
              - {phrase: called off, column: public.orders.status, value: cancelled}
              - {phrase: large, column: orders.total_amount, is: ">= 100.50"}
            metrics:
              - name: revenue
                synonyms: [sales, spent]
                description: Sum of order totals
                forms:
                  - {table: orders, aggregate: sum, expression: total_amount}
                  - {table: order_items, aggregate: sum, expression: "subtotal * (1 - 0.5) + orders.total_amount"}
              - name: orders placed
                forms: [{table: orders, aggregate: count}]
            labels: {users: [first_name, last_name]}
            default_dates: {orders: order_date}
            """;

    private static Table table(TableName name, String... columns) {
        return new Table(
                name,
                Catalog.Kind.TABLE,
                Stream.of(columns)
                        .map(column -> new Column(
                                column,
                                Catalog.TypeName.builtIn("text"),
                                DataType.TEXT,
                                "text",
                                true,
                                Optional.empty(),
                                List.of()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                1);
    }

    private static Semantics understood(SemanticsYaml.Read read) {
        assertThat(read).isInstanceOf(SemanticsYaml.Read.Understood.class);
        return ((SemanticsYaml.Read.Understood) read).semantics();
    }

    private static List<String> problems(String yaml) {
        SemanticsYaml.Read read = SemanticsYaml.read(yaml, SHOP);
        assertThat(read).isInstanceOf(SemanticsYaml.Read.Faulty.class);
        return ((SemanticsYaml.Read.Faulty) read).problems();
    }

    @Test
    void readsAndWritesTruthsAndTexts() {
        String document = """
                terms:
                  - {phrase: settled, column: orders.status, is: "= 'paid'"}
                  - {phrase: open, column: orders.status, is: "<> 'paid'"}
                  - {phrase: gift, column: orders.is_gift, is: "= true"}
                  - {phrase: plain, column: orders.is_gift, is: false}
                  - {phrase: on its way, column: orders.status, is: "in ('paid', 'sent', 'at the neighbour''s')"}
                  - {phrase: undated, column: orders.order_date, is: "is null"}
                  - {phrase: dated, column: orders.order_date, is: IS NOT NULL}
                """;
        Semantics semantics = understood(SemanticsYaml.read(document));

        ColumnName status = new ColumnName(ORDERS, "status");
        ColumnName gift = new ColumnName(ORDERS, "is_gift");
        ColumnName dated = new ColumnName(ORDERS, "order_date");
        assertThat(semantics.terms())
                .containsExactly(
                        new Term("settled", new Term.Target.OfValue(status, "paid")),
                        new Term("open", new Term.Target.OtherThan(status, "paid")),
                        new Term("gift", new Term.Target.OfTruth(gift, true)),
                        new Term("plain", new Term.Target.OfTruth(gift, false)),
                        new Term(
                                "on its way",
                                new Term.Target.OneOf(status, List.of("paid", "sent", "at the neighbour's"))),
                        new Term("undated", new Term.Target.OfMissing(dated, true)),
                        new Term("dated", new Term.Target.OfMissing(dated, false)));
        assertThat(understood(SemanticsYaml.read(SemanticsYaml.write(semantics)))
                        .terms())
                .isEqualTo(semantics.terms());
    }

    @Test
    void readsEveryKindOfThing() {
        Semantics semantics = understood(SemanticsYaml.read(EVERYTHING, SHOP));

        assertThat(semantics.terms())
                .containsExactly(
                        new Term("customer", new Term.Target.OfTable(USERS)),
                        new Term("bought", new Term.Target.Via(ITEMS)),
                        new Term("mail", new Term.Target.OfColumn(new ColumnName(USERS, "email"))),
                        new Term("called off", new Term.Target.OfValue(new ColumnName(ORDERS, "status"), "cancelled")),
                        new Term(
                                "large",
                                new Term.Target.OfComparison(
                                        new ColumnName(ORDERS, "total_amount"), ">=", new BigDecimal("100.50"))));
        assertThat(semantics.metrics().getFirst())
                .isEqualTo(new Metric(
                        "revenue",
                        List.of("sales", "spent"),
                        List.of(
                                new Metric.Form(ORDERS, Aggregation.SUM, "total_amount"),
                                new Metric.Form(ITEMS, Aggregation.SUM, "subtotal * (1 - 0.5) + orders.total_amount")),
                        "Sum of order totals"));
        assertThat(semantics.metrics().getLast().forms())
                .containsExactly(new Metric.Form(ORDERS, Aggregation.COUNT, "*"));
        assertThat(semantics.labels()).isEqualTo(Map.of(USERS, List.of("first_name", "last_name")));
        assertThat(semantics.defaultDates()).isEqualTo(Map.of(ORDERS, "order_date"));
    }

    @Test
    void meansTheSameWithoutASchema() {
        assertThat(SemanticsYaml.read(EVERYTHING)).isEqualTo(SemanticsYaml.read(EVERYTHING, SHOP));
    }

    @Test
    void readsBackWhatItWrites() {
        Semantics semantics = understood(SemanticsYaml.read(EVERYTHING, SHOP));

        assertThat(understood(SemanticsYaml.read(SemanticsYaml.write(semantics))))
                .isEqualTo(semantics);
        assertThat(understood(SemanticsYaml.read(SemanticsYaml.write(Semantics.none()))))
                .isEqualTo(Semantics.none());
    }

    @Test
    void anEmptyDocumentTeachesNothing() {
        assertThat(understood(SemanticsYaml.read(""))).isEqualTo(Semantics.none());
        assertThat(understood(SemanticsYaml.read("terms:\nmetrics:\n"))).isEqualTo(Semantics.none());
    }

    @Test
    void tellsEveryProblemAtOnce() {
        assertThat(problems("""
                        terms:
                          - {phrase: customer, table: custmers}
                          - {phrase: mail, column: users.mail}
                          - {phrase: both, table: users, via: orders}
                          - {phrase: alone, value: x}
                          - {table: users}
                          - {phrase: 5, table: users}
                          - {phrase: a, table: users, value: x}
                          - {phrase: b, table: users, is: "> 0"}
                          - {phrase: c, column: users.email, is: "> 0", value: x}
                          - {phrase: d, column: users.email, is: "> many"}
                          - {phrase: e, via: orders.status}
                        metrics:
                          - {name: revenue, forms: [{table: orders, aggregate: total, expression: amount}]}
                          - {name: cost, forms: [{table: orders, aggregate: sum, expression: "pg_sleep(9)"}]}
                          - {name: nothing}
                          - {name: wrong, forms: [{table: orders, aggregate: sum, expression: "total_amount; drop"}]}
                        lables: {users: [first_name]}
                        labels: {users: [nick]}
                        default_dates: {orders: 3}
                        """))
                .containsExactlyInAnyOrder(
                        "the document.lables: is not known; known are default_dates, labels, metrics, terms",
                        "terms[0].table: there is no table custmers",
                        "terms[1].column: table public.users has no column mail",
                        "terms[2]: give exactly one of table, via and column",
                        "terms[3]: give exactly one of table, via and column",
                        "terms[4].phrase: is missing",
                        "terms[5].phrase: must be a text (put it in quotes)",
                        "terms[6]: value and is need a column",
                        "terms[7]: value and is need a column",
                        "terms[8]: give either value or is",
                        "terms[9].is: needs an operator (= <> < <= > >=) and a number, such as \"> 0\"; "
                                + "= or <> and true, false or a text, such as \"<> 'paid'\"; in and texts, such as \"in ('paid', 'sent')\"; "
                                + "or is null, or is not null",
                        "terms[10].via: names a table that a deed leads through; for a column write column: orders.status",
                        "metrics[0].forms[0].aggregate: is one of count, count_distinct, sum, average, minimum, maximum",
                        "metrics[1].forms[0].expression: table public.orders has no column pg_sleep",
                        "metrics[2].forms: is missing",
                        "metrics[3].forms[0].expression: holds something other than columns, numbers, + - * / and parentheses",
                        "labels.users: table public.users has no column nick",
                        "default_dates.orders: must be a text (put it in quotes)");
    }

    @Test
    void tellsWhereADocumentIsNoYaml() {
        assertThat(problems("terms: [}")).singleElement().asString().startsWith("This is not YAML: line 1, column 9");
        assertThat(problems("terms: []\nterms: []")).singleElement().asString().contains("terms");
        assertThat(problems("just words")).containsExactly("the document: must be a mapping");
    }

    @Test
    void refusesTagsThatWouldMakeObjects() {
        assertThat(problems("terms: !!java.net.URL ['http://localhost']")).hasSize(1);
    }

    @Test
    void refusesADocumentThatGrowsByAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 30; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }
        assertThat(problems(bomb.toString())).isNotEmpty();
    }

    @Test
    void findsATableInAnotherSchemaThatTheSchemaKnows() {
        Schema two = new Schema(List.of(table(new TableName("crm", "People"), "Name")), List.of("public"), "f");

        assertThat(understood(SemanticsYaml.read("terms: [{phrase: folk, column: people.name}]", two))
                        .terms())
                .containsExactly(new Term(
                        "folk", new Term.Target.OfColumn(new ColumnName(new TableName("crm", "People"), "Name"))));
    }

    @Test
    void aDocumentNestedWithoutEndIsAProblem() {
        for (String deep : List.of("[".repeat(30_000), "{a: ".repeat(30_000), "- ".repeat(30_000))) {
            assertThat(SemanticsYaml.read(deep))
                    .isInstanceOfSatisfying(
                            SemanticsYaml.Read.Faulty.class,
                            faulty -> assertThat(faulty.problems())
                                    .singleElement()
                                    .asString()
                                    .startsWith("This is not YAML"));
        }
    }
}

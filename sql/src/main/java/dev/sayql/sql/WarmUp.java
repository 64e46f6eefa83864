package dev.sayql.sql;

import java.util.List;

/** An ordinary statement over two tables that are nobody's; it uses what most statements use. */
final class WarmUp {

    static final SqlText STATEMENT = new SqlText("""
            SELECT o.place, count(*) AS orders, round(sum(i.price * i.quantity), 2) AS revenue
            FROM orders AS o JOIN items AS i ON i.order_id = o.id
            WHERE o.status <> 'cancelled' AND o.ordered_at >= date '2025-01-01' AND o.place IS NOT NULL
            GROUP BY o.place HAVING count(*) > 1 ORDER BY revenue DESC NULLS LAST, o.place LIMIT 10""");

    static final Rules RULES = Rules.allTablesOf(new Catalog(
            List.of(
                    table(
                            "orders",
                            column("id", "int4"),
                            column("place", "text"),
                            column("status", "text"),
                            column("ordered_at", "timestamptz")),
                    table("items", column("order_id", "int4"), column("price", "numeric"), column("quantity", "int4"))),
            List.of("public")));

    private WarmUp() {}

    private static Catalog.Relation table(String name, Catalog.Column... columns) {
        return new Catalog.Relation(new TableName("public", name), Catalog.Kind.TABLE, List.of(columns));
    }

    private static Catalog.Column column(String name, String type) {
        return new Catalog.Column(name, Catalog.TypeName.builtIn(type));
    }
}

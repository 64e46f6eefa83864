package dev.sayql.sql;

import static dev.sayql.sql.SharedValidator.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.sql.QueryShape.ColumnReference;
import dev.sayql.sql.QueryShape.Comparison;
import dev.sayql.sql.QueryShape.JoinKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QueryShapeTest {

    private static final Optional<TableName> ORDERS = Optional.of(new TableName("public", "orders"));
    private static final Optional<TableName> ITEMS = Optional.of(new TableName("public", "order_items"));

    @Test
    void namesRangesJoinKeysAndAggregates() {
        QueryShape.Select select = shape("""
                SELECT sum(o.total_amount), count(DISTINCT i.product_id), count(*)
                FROM orders o JOIN order_items i ON i.order_id = o.order_id
                """).selects().getFirst();
        assertThat(select.ranges()).extracting(QueryShape.Range::table).containsExactly(ORDERS, ITEMS);
        assertThat(select.joinKeys())
                .containsExactly(new JoinKey(
                        new ColumnReference("i", ITEMS, "order_id"), new ColumnReference("o", ORDERS, "order_id")));
        assertThat(select.aggregates())
                .containsExactly(
                        new QueryShape.Aggregate(
                                "sum", false, false, List.of(new ColumnReference("o", ORDERS, "total_amount"))),
                        new QueryShape.Aggregate(
                                "count", true, false, List.of(new ColumnReference("i", ITEMS, "product_id"))),
                        new QueryShape.Aggregate("count", false, true, List.of()));
    }

    @Test
    void takesJoinKeysFromUsingAndWhereButNotFromAlternatives() {
        assertThat(shape("SELECT 1 FROM orders JOIN order_items USING (order_id)")
                        .selects()
                        .getFirst()
                        .joinKeys())
                .hasSize(1);
        assertThat(shape("SELECT 1 FROM orders o, order_items i WHERE o.order_id = i.order_id AND o.total_amount > 1")
                        .selects()
                        .getFirst()
                        .joinKeys())
                .hasSize(1);
        assertThat(shape("SELECT 1 FROM orders o, order_items i WHERE o.order_id = i.order_id OR o.total_amount > 1")
                        .selects()
                        .getFirst()
                        .joinKeys())
                .isEmpty();
    }

    @Test
    void namesColumnsComparedWithStrings() {
        QueryShape.Select select = shape("""
                SELECT order_id FROM orders
                WHERE status IN ('a', 'b') AND lower(notes) = 'c' AND shipping_address ILIKE '%d%' AND 'e' <> status
                LIMIT 3
                """).selects().getFirst();
        assertThat(select.comparisons())
                .containsExactly(
                        new Comparison(new ColumnReference("orders", ORDERS, "status"), "IN", List.of("a", "b")),
                        new Comparison(new ColumnReference("orders", ORDERS, "notes"), "=", List.of("c")),
                        new Comparison(
                                new ColumnReference("orders", ORDERS, "shipping_address"), "ILIKE", List.of("%d%")),
                        new Comparison(new ColumnReference("orders", ORDERS, "status"), "<>", List.of("e")));
        assertThat(select.limited()).isTrue();
        assertThat(select.ordered()).isFalse();
    }

    @Test
    void putsTheOutermostSelectFirst() {
        QueryShape shape =
                shape("WITH a AS (SELECT region_id FROM orders) SELECT DISTINCT region_id FROM a ORDER BY 1");
        assertThat(shape.selects()).hasSize(2);
        assertThat(shape.selects().getFirst().distinct()).isTrue();
        assertThat(shape.selects().getFirst().ranges()).containsExactly(new QueryShape.Range("a", Optional.empty()));
    }

    @Test
    void countsTablesReallyReadAndComplexity() {
        ReadOnlySql simple = allowed("WITH users AS (SELECT 1 AS x) SELECT x FROM users");
        assertThat(simple.tables()).isEmpty();
        assertThat(allowed("SELECT email FROM users").complexity()).isEqualTo(1);
        assertThat(allowed("SELECT status, count(*) FROM orders JOIN order_items USING (order_id) GROUP BY 1")
                        .complexity())
                .isBetween(2, 5);
    }

    @Test
    void printsEveryClauseOnItsOwnLine() {
        assertThat(allowed("select status, count(*) as n from orders where total_amount>1 and region_id=2"
                                + " group by status having count(*)>1 order by n desc limit 3")
                        .text())
                .isEqualTo("""
                        SELECT status, count(*) AS n
                        FROM public.orders
                        WHERE total_amount > 1
                          AND region_id = 2
                        GROUP BY status
                        HAVING count(*) > 1
                        ORDER BY n DESC
                        LIMIT 3""");
    }

    private static QueryShape shape(String sql) {
        return allowed(sql).shape();
    }

    private static ReadOnlySql allowed(String sql) {
        Verdict verdict = VALIDATOR.validate(new SqlText(sql), ShopCatalog.RULES);
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).sql();
    }
}

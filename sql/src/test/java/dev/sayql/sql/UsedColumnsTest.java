package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsedColumnsTest {

    private static final SqlValidator VALIDATOR = new SqlValidator();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    /** What is named anywhere in a statement, table by table. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT count(*) FROM orders | ''",
                "SELECT status FROM orders WHERE total_amount > 1 ORDER BY order_date | orders: order_date status total_amount",
                "SELECT status AS notes FROM orders GROUP BY 1 ORDER BY notes | orders: status",
                "SELECT o.status FROM orders o JOIN users u USING (user_id) | orders: status user_id; users: user_id",
                "SELECT o.status FROM orders o JOIN users u ON u.user_id = o.user_id AND u.is_active | orders: status user_id; users: is_active user_id",
                "SELECT * FROM regions | regions: country region_id region_name shipping_cost tax_rate",
                "SELECT r.* FROM regions r, orders | regions: country region_id region_name shipping_cost tax_rate",
                "SELECT count(q) FROM regions q | regions: country region_id region_name shipping_cost tax_rate",
                "SELECT a FROM regions AS r(a, b) | regions: country region_id region_name shipping_cost tax_rate",
                "WITH w AS (SELECT status FROM orders) SELECT status FROM w | orders: status",
                "SELECT 1 FROM users u WHERE EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.user_id) | orders: user_id; users: user_id",
                "SELECT sum(total_amount) FILTER (WHERE status = 'x') OVER (PARTITION BY region_id) FROM orders | orders: region_id status total_amount",
                "SELECT status FROM orders UNION SELECT payment_method FROM payments | orders: status; payments: payment_method",
                "SELECT j.status FROM (orders o JOIN sales.targets t ON true) AS j | orders: *; sales.targets: amount quarter region_id",
                "SELECT 1 FROM orders NATURAL JOIN order_items | order_items: order_id; orders: order_id"
            })
    void areThoseThatAreNamedAnywhere(String sql, String expected) {
        Verdict verdict = VALIDATOR.validate(new SqlText(sql), ShopCatalog.RULES);

        assertThat(verdict).as(sql).isInstanceOf(Verdict.Allowed.class);
        assertThat(written(((Verdict.Allowed) verdict).sql())).isEqualTo(expected == null ? "" : expected);
    }

    private static String written(ReadOnlySql sql) {
        return sql.columns().entrySet().stream()
                .map(entry -> name(entry.getKey()) + ": " + names(entry.getKey(), List.copyOf(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String name(TableName table) {
        return table.schema().equals("public") ? table.name() : table.toString();
    }

    private static String names(TableName table, List<String> columns) {
        boolean many = columns.size() > 5
                && columns.size()
                        == ShopCatalog.CATALOG
                                .find(table)
                                .orElseThrow()
                                .columns()
                                .size();
        return many ? "*" : String.join(" ", columns);
    }
}

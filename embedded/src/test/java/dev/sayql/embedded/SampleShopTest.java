package dev.sayql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleShopTest {

    private static final Instant LOADED = Instant.parse("2026-03-15T09:00:00Z");
    private static final TestHome HOME = TestHome.fresh("sample");
    private static final EmbeddedPostgres SERVER = startAt(LOADED);

    private static EmbeddedPostgres startAt(Instant instant) {
        return EmbeddedPostgres.start(HOME.settings().withClock(Clock.fixed(instant, ZoneOffset.UTC)));
    }

    @BeforeAll
    static void loadAsOfTheFixedDay() {
        SERVER.resetSample();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        HOME.close();
    }

    private static List<String> rows(String sql) throws SQLException {
        return TestHome.rows(SERVER.sample(), sql);
    }

    private static void none(String sql) throws SQLException {
        assertThat(rows(sql)).isEmpty();
    }

    @Test
    void hasTheAgreedNumberOfRows() throws SQLException {
        assertThat(rows("""
                        SELECT (SELECT count(*) FROM users), (SELECT count(*) FROM regions), (SELECT count(*) FROM categories),
                               (SELECT count(*) FROM products), (SELECT count(*) FROM orders), (SELECT count(*) FROM order_items),
                               (SELECT count(*) FROM payments), (SELECT count(*) FROM reviews)
                        """)).containsExactly("10|8|10|15|100|233|106|46");
    }

    @Test
    void holdsTheSameDataAtEveryBuild() throws SQLException {
        String everything = String.join(
                " UNION ALL ",
                List.of("users", "regions", "categories", "products", "orders", "order_items", "payments", "reviews")
                        .stream()
                        .map(table -> "SELECT md5(string_agg(t::text, '/' ORDER BY t::text)) FROM " + table + " t")
                        .toList());
        assertThat(rows("SELECT md5(string_agg(md5, '/')) FROM (" + everything + ") AS tables"))
                .containsExactly("554c19f41c1decac8a61f2754ac5540c");
    }

    @Test
    void addsUp() throws SQLException {
        none("SELECT 1 FROM order_items WHERE subtotal <> quantity * unit_price - discount");
        none("""
                SELECT o.order_id FROM orders o JOIN regions r USING (region_id) JOIN order_items i USING (order_id)
                GROUP BY o.order_id, r.tax_rate
                HAVING o.total_amount <> sum(i.subtotal) - o.discount_amount + o.tax_amount + o.shipping_amount
                    OR o.tax_amount <> round((sum(i.subtotal) - o.discount_amount) * r.tax_rate, 2)
                """);
        none("SELECT 1 FROM payments p JOIN orders o USING (order_id) WHERE p.amount <> o.total_amount");
        none("SELECT 1 FROM orders o WHERE NOT EXISTS (SELECT FROM order_items i WHERE i.order_id = o.order_id)");
        none("SELECT order_id FROM payments WHERE payment_status = 'completed' GROUP BY order_id HAVING count(*) > 1");
        assertThat(rows("SELECT sum(total_revenue) FROM revenue_by_region"))
                .isEqualTo(rows("SELECT sum(total_amount) FROM orders WHERE status <> 'cancelled'"))
                .isEqualTo(rows("SELECT sum(lifetime_value) FROM customer_lifetime_value"));
    }

    @Test
    void keepsTheOrderOfEvents() throws SQLException {
        none("SELECT 1 FROM orders o JOIN users u USING (user_id) WHERE o.order_date < u.created_at");
        none(
                "SELECT 1 FROM order_items i JOIN orders o USING (order_id) JOIN products p USING (product_id) WHERE o.order_date < p.created_at");
        none("SELECT 1 FROM payments p JOIN orders o USING (order_id) WHERE p.payment_date < o.order_date");
        none("""
                SELECT 1 FROM reviews r WHERE NOT EXISTS (
                    SELECT FROM orders o JOIN order_items i USING (order_id)
                    WHERE o.user_id = r.user_id AND i.product_id = r.product_id AND o.status = 'delivered' AND o.order_date < r.created_at)
                """);
    }

    @Test
    void liesInTheNinetyDaysBeforeTheDayOfLoading() throws SQLException {
        assertThat(rows("SELECT min(order_date)::date, max(order_date)::date FROM orders"))
                .containsExactly("2025-12-16|2026-03-14");
        none("SELECT 1 FROM users WHERE greatest(created_at, updated_at, last_login) >= '2026-03-15'");
        none("SELECT 1 FROM products WHERE greatest(created_at, updated_at) >= '2026-03-15'");
        none("SELECT 1 FROM payments WHERE payment_date >= '2026-03-15'");
        none("SELECT 1 FROM reviews WHERE created_at >= '2026-03-15'");
    }

    @Test
    void hasTheCornersThatQuestionsAskFor() throws SQLException {
        assertThat(rows("SELECT first_name, last_name FROM users WHERE last_name = 'Smith'"))
                .containsExactly("Jane|Smith");
        assertThat(rows("SELECT DISTINCT status FROM orders ORDER BY 1"))
                .containsExactly("cancelled", "delivered", "pending", "processing", "shipped");
        assertThat(rows("SELECT DISTINCT payment_method FROM payments ORDER BY 1"))
                .containsExactly("bank_transfer", "credit_card", "debit_card", "paypal");
        assertThat(rows("SELECT DISTINCT payment_status FROM payments ORDER BY 1"))
                .containsExactly("completed", "failed", "pending", "refunded");
        assertThat(rows("SELECT DISTINCT rating FROM reviews ORDER BY 1")).containsExactly("1", "2", "3", "4", "5");
        assertThat(rows("SELECT count(DISTINCT country), bool_or(country = 'Germany') FROM regions"))
                .containsExactly("6|t");
        assertThat(rows("SELECT region_name FROM revenue_by_region WHERE total_orders = 0"))
                .containsExactly("New South Wales");
        assertThat(rows("SELECT last_name FROM customer_lifetime_value WHERE total_orders = 0 ORDER BY 1"))
                .containsExactly("Davis", "Rossi");
        assertThat(
                        rows(
                                "SELECT product_name FROM products p WHERE NOT EXISTS (SELECT FROM reviews r WHERE r.product_id = p.product_id) ORDER BY 1"))
                .containsExactly("Mechanical Keyboard", "Studio Microphone", "Yoga Mat");
        assertThat(
                        rows(
                                "SELECT count(*) FROM users WHERE NOT is_active UNION ALL SELECT count(*) FROM products WHERE NOT is_active"))
                .containsExactly("2", "2");
        assertThat(
                        rows(
                                "SELECT count(*) FROM users WHERE last_login IS NULL UNION ALL SELECT count(*) FROM orders WHERE notes IS NULL"))
                .containsExactly("1", "74");
        assertThat(
                        rows(
                                "SELECT c.category_name FROM categories c JOIN categories p ON p.category_id = c.parent_category_id WHERE p.category_name = 'Electronics' ORDER BY 1"))
                .containsExactly("Audio", "Computers", "Mobile Devices");
    }

    @Test
    void explainsEveryTableAndColumn() throws SQLException {
        none("""
                SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
                AND obj_description(oid, 'pg_class') IS NULL
                UNION ALL
                SELECT attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND attnum > 0 AND col_description(attrelid, attnum) IS NULL
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO regions VALUES (99, 'x', 'x', 0, 0)",
                "UPDATE users SET is_active = false",
                "DELETE FROM reviews",
                "TRUNCATE reviews",
                "CREATE TABLE mine (a integer)",
                "CREATE SCHEMA mine",
                "CREATE TEMP TABLE mine (a integer)",
                "SELECT * INTO TEMP mine FROM users",
                "DROP VIEW revenue_by_region",
                "SELECT lo_create(0)",
                "SELECT * FROM sayql_sample.load",
                "COPY users TO PROGRAM 'cat'",
                "SELECT pg_read_file('postgresql.conf')",
                "ALTER ROLE sayql_reader SUPERUSER",
                "SET ROLE sayql_administrator",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'"
            })
    void refusesTheReadingRoleEvenWhenItTurnsReadOnlyOff(String sql) {
        assertThatThrownBy(() -> TestHome.run(SERVER.sample(), "SET default_transaction_read_only = off", sql))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s)ERROR: (permission denied|must be owner|no schema has been selected).*");
    }

    @Test
    void isReadOnlyForTheReadingRoleFromTheStart() throws SQLException {
        assertThat(rows("SHOW default_transaction_read_only")).containsExactly("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sayql", "postgres", "template1"})
    void keepsTheReadingRoleOutOfOtherDatabases(String database) {
        Endpoint reader = SERVER.sample();
        Endpoint elsewhere = new Endpoint(reader.host(), reader.port(), database, reader.user(), reader.password());
        assertThatThrownBy(() -> TestHome.rows(elsewhere, "SELECT 1")).hasMessageContaining("rejects connection");
    }

    @Test
    void isLoadedAgainWhenMoreThanSevenDaysOld() throws SQLException {
        try (var later = startAt(LOADED.plus(Duration.ofDays(7)))) {
            assertThat(TestHome.rows(later.sample(), "SELECT max(order_date)::date FROM orders"))
                    .containsExactly("2026-03-14");
        }
        try (var later = startAt(LOADED.plus(Duration.ofDays(8)))) {
            assertThat(TestHome.rows(later.sample(), "SELECT max(order_date)::date FROM orders"))
                    .containsExactly("2026-03-22");
        } finally {
            SERVER.resetSample();
        }
        assertThat(rows("SELECT max(order_date)::date FROM orders")).containsExactly("2026-03-14");
    }

    @Test
    void letsReadersGoOnWhileItIsLoadedAgain() throws SQLException {
        List<String> seen = new ArrayList<>();
        try (var connection = TestHome.connect(SERVER.sample());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM orders");
            SERVER.resetSample();
            try (var row = statement.executeQuery("SELECT count(*) FROM order_items")) {
                row.next();
                seen.add(row.getString(1));
            }
        }
        assertThat(seen).containsExactly("233");
    }
}

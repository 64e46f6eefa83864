package dev.sayql.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.generation.ScriptedExecutor;
import dev.sayql.core.generation.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {

    private static Receipt receipt(String sql) {
        return new Receipts().write(Shop.checked(sql), Optional.of(ScriptedExecutor.ONE_ROW), Shop.CONTEXT);
    }

    private static List<Check> caveats(String sql) {
        return receipt(sql).caveats().stream().map(Caveat::check).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT sum(total_amount) FROM orders",
                "SELECT u.country, sum(o.total_amount) FROM orders o JOIN users u ON u.user_id = o.user_id GROUP BY 1",
                "SELECT u.country, avg(o.total_amount) FROM orders o LEFT JOIN users u USING (user_id) GROUP BY 1",
                "SELECT sum(i.subtotal) FROM order_items i JOIN orders o ON o.order_id = i.order_id"
                        + " JOIN users u ON u.user_id = o.user_id JOIN products p ON p.product_id = i.product_id",
                "SELECT sum(i.subtotal) FROM order_items i, orders o WHERE o.order_id = i.order_id",
                "SELECT u.email, count(o.order_id) FROM users u LEFT JOIN orders o ON o.user_id = u.user_id GROUP BY 1",
                "SELECT count(*) FROM users u JOIN orders o ON o.user_id = u.user_id",
                "SELECT count(DISTINCT u.user_id), max(u.country), min(u.country)"
                        + " FROM users u JOIN orders o ON o.user_id = u.user_id",
                "SELECT sum(o.total_amount * i.subtotal) FROM orders o JOIN order_items i ON i.order_id = o.order_id",
                "SELECT sum(o.total_amount) FROM orders o JOIN users u ON u.email = o.status"
            })
    void findsNothingWhereNoRowIsCountedTwice(String sql) {
        assertThat(caveats(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT sum(o.total_amount) FROM orders o JOIN order_items i ON i.order_id = o.order_id",
                "SELECT avg(o.total_amount) FROM orders o LEFT JOIN order_items i USING (order_id)",
                "SELECT count(u.user_id) FROM users u JOIN orders o ON o.user_id = u.user_id",
                "SELECT sum(o.total_amount) FROM orders o, users u",
                "SELECT sum(o.total_amount) FROM orders o JOIN users u ON u.country = o.status",
                "SELECT sum(o.total_amount) FROM orders o JOIN users u ON u.user_id > o.user_id",
                "SELECT sum(i.subtotal) FROM order_items i JOIN products p ON p.product_id = i.product_id"
                        + " JOIN order_items j ON j.product_id = p.product_id",
                "SELECT t.s FROM (SELECT sum(o.total_amount) AS s FROM orders o JOIN order_items i ON i.order_id = o.order_id) t"
            })
    void findsSumsThatAJoinMultiplies(String sql) {
        assertThat(caveats(sql)).contains(Check.FAN_OUT);
    }

    @Test
    void aResultOfNothingButNullIsNoCleanAnswer() {
        Rows nothing = new Rows(
                List.of(new Rows.Column("sum", "numeric")), List.of(List.of(new Cell.Null())), false, Duration.ZERO);
        Rows empty = new Rows(nothing.columns(), List.of(), false, Duration.ZERO);

        for (Rows rows : List.of(nothing, empty)) {
            Receipt receipt = new Receipts()
                    .write(
                            Shop.checked("SELECT sum(total_amount) FROM orders WHERE false"),
                            Optional.of(rows),
                            Shop.CONTEXT);
            assertThat(receipt.caveats())
                    .singleElement()
                    .satisfies(caveat -> assertThat(caveat.check()).isEqualTo(Check.NO_ROWS))
                    .satisfies(caveat -> assertThat(caveat.message()).startsWith("No rows matched"));
        }
    }

    @Test
    void doesNotCallASumOverASubqueryClean() {
        assertThat(receipt("SELECT sum(o.total_amount) FROM orders o"
                                + " JOIN (SELECT order_id FROM order_items) i ON i.order_id = o.order_id")
                        .states())
                .containsEntry(Check.FAN_OUT, Receipt.State.NOT_CHECKED);
    }

    @Test
    void doesNotCallALiteralCleanWhoseColumnWasNotRead() {
        assertThat(receipt("SELECT user_id FROM users WHERE email = 'nobody@example.org'")
                        .states())
                .containsEntry(Check.UNKNOWN_LITERAL, Receipt.State.NOT_CHECKED);
    }

    @Test
    void namesTheTableThatMultiplies() {
        assertThat(receipt("SELECT sum(o.total_amount) FROM orders o JOIN order_items i ON i.order_id = o.order_id")
                        .caveats())
                .singleElement()
                .extracting(Caveat::message)
                .asString()
                .contains("sum(o.total_amount)", "order_items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM users WHERE country = 'Germny'",
                "SELECT count(*) FROM users WHERE country IN ('Germany', 'Gemany')",
                "SELECT count(*) FROM users WHERE country <> 'Deutschland'",
                "SELECT count(*) FROM orders o JOIN users u ON u.user_id = o.user_id WHERE u.country = 'NY'",
                "SELECT count(*) FROM (SELECT * FROM orders WHERE status = 'lost') t"
            })
    void findsTextThatNoRowHolds(String sql) {
        assertThat(caveats(sql)).containsExactly(Check.UNKNOWN_LITERAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM users WHERE country = 'Germany'",
                "SELECT count(*) FROM users WHERE country LIKE 'Ger%'",
                "SELECT count(*) FROM users WHERE lower(country) = 'germany'",
                "SELECT count(*) FROM users WHERE email = 'nobody@example.com'",
                "SELECT count(*) FROM orders WHERE status IN ('shipped', 'pending')"
            })
    void findsNothingWhereTheTextIsStoredOrUnknowable(String sql) {
        assertThat(caveats(sql)).isEmpty();
    }

    @Test
    void namesTheNearestStoredValues() {
        assertThat(receipt("SELECT count(*) FROM users WHERE country = 'Germny'")
                        .caveats())
                .singleElement()
                .extracting(Caveat::message)
                .asString()
                .startsWith("No row of users.country holds 'Germny'. The nearest stored values are: Germany, ");
    }

    @Test
    void findsLimitsWithoutAnOrder() {
        assertThat(caveats("SELECT name FROM products LIMIT 3")).containsExactly(Check.LIMIT_WITHOUT_ORDER);
        assertThat(caveats("SELECT name FROM products ORDER BY name LIMIT 3")).isEmpty();
    }

    @Test
    void tellsThatRowsWereLeftOut() {
        Rows cut = new Rows(
                List.of(new Rows.Column("name", "text")),
                List.of(List.of(new Cell.Text("a"))),
                true,
                Duration.ofMillis(1));
        Receipt receipt =
                new Receipts().write(Shop.checked("SELECT name FROM products"), Optional.of(cut), Shop.CONTEXT);

        assertThat(receipt.caveats())
                .containsExactly(new Caveat(Check.TRUNCATION, "Only the first 1 rows are shown; there are more."));
    }

    @Test
    void tellsCleanFromNotChecked() {
        Receipt notRun =
                new Receipts().write(Shop.checked("SELECT name FROM products LIMIT 1"), Optional.empty(), Shop.CONTEXT);

        assertThat(notRun.states())
                .containsEntry(Check.TRUNCATION, Receipt.State.NOT_CHECKED)
                .containsEntry(Check.DROPPED_ROWS, Receipt.State.NOT_CHECKED)
                .containsEntry(Check.FAN_OUT, Receipt.State.CLEAN)
                .containsEntry(Check.LIMIT_WITHOUT_ORDER, Receipt.State.CAVEAT);
        assertThat(Receipt.nothingChecked().states()).containsEntry(Check.FAN_OUT, Receipt.State.NOT_CHECKED);
    }
}

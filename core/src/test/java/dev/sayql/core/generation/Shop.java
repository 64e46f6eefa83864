package dev.sayql.core.generation;

import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.TableName;
import dev.sayql.sql.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A small shop to ask about. */
public final class Shop {
    public static final Source SOURCE = new Source(new TeamId("demo"), new SourceId("shop"), "shop");
    public static final Instant NOW = Instant.parse("2026-03-15T09:00:00Z");

    public static final TableName USERS = new TableName("public", "users");
    public static final TableName ORDERS = new TableName("public", "orders");
    public static final TableName ITEMS = new TableName("public", "order_items");
    public static final TableName PRODUCTS = new TableName("public", "products");

    public static final Schema SCHEMA = new Schema(
            List.of(
                    table(
                            USERS,
                            List.of("user_id"),
                            List.of(List.of("email")),
                            List.of(),
                            "user_id int8",
                            "email text",
                            "country text"),
                    table(
                            ORDERS,
                            List.of("order_id"),
                            List.of(),
                            List.of(new ForeignKey(List.of("user_id"), USERS, List.of("user_id"), false)),
                            "order_id int8",
                            "user_id int8",
                            "status text",
                            "total_amount numeric"),
                    table(
                            ITEMS,
                            List.of("order_id", "product_id"),
                            List.of(),
                            List.of(
                                    new ForeignKey(List.of("order_id"), ORDERS, List.of("order_id"), false),
                                    new ForeignKey(List.of("product_id"), PRODUCTS, List.of("product_id"), false)),
                            "order_id int8",
                            "product_id int8",
                            "subtotal numeric"),
                    table(PRODUCTS, List.of("product_id"), List.of(), List.of(), "product_id int8", "name text")),
            List.of("public"),
            "fingerprint");

    public static final Map<ColumnName, List<String>> VALUES = Map.of(
            new ColumnName(ORDERS, "status"), List.of("cancelled", "pending", "shipped"),
            new ColumnName(USERS, "country"), List.of("Germany", "Greece", "United States"));

    public static final SourceContext CONTEXT = new SourceContext(SOURCE, SCHEMA, new Values(VALUES), Semantics.none());

    public static final SqlValidator VALIDATOR = new SqlValidator();

    private Shop() {}

    /** The statement, which the validator must allow. */
    public static ReadOnlySql checked(String sql) {
        return switch (VALIDATOR.validate(new SqlText(sql), Rules.allTablesOf(SCHEMA.catalog()))) {
            case Verdict.Allowed(ReadOnlySql allowed) -> allowed;
            case Verdict.Rejected(var problems) -> throw new AssertionError(sql + " is refused: " + problems);
        };
    }

    /** A question with the usual settings. */
    public static Question question(String text) {
        return question(text, Optional.empty(), true);
    }

    public static Question question(String text, Optional<List<String>> tables, boolean execute) {
        return new Question(
                new QueryId(UUID.randomUUID()), SOURCE.team(), SOURCE.id(), text, tables, execute, 100, NOW);
    }

    /** A candidate of this text. */
    public static Candidate candidate(String sql) {
        return new Candidate(new SqlText(sql), "The meaning of it", List.of(), 0.9, List.of());
    }

    private static Table table(
            TableName name,
            List<String> primaryKey,
            List<List<String>> uniqueKeys,
            List<ForeignKey> foreignKeys,
            String... columns) {
        return new Table(
                name,
                Catalog.Kind.TABLE,
                Stream.of(columns).map(Shop::column).toList(),
                primaryKey,
                uniqueKeys,
                foreignKeys,
                Optional.empty(),
                100);
    }

    private static Column column(String nameAndType) {
        String[] parts = nameAndType.split(" ", 2);
        DataType family = switch (parts[1]) {
            case "int8" -> DataType.INTEGER;
            case "numeric" -> DataType.NUMERIC;
            default -> DataType.TEXT;
        };
        return new Column(
                parts[0], Catalog.TypeName.builtIn(parts[1]), family, parts[1], true, Optional.empty(), List.of());
    }
}

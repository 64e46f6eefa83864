package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
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
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Theatres of which nobody taught a word: all that is known is what the schema and its comments say. */
final class Theatre {
    private static final TableName SITE = name("site");
    private static final TableName MEMBER = name("member");
    private static final TableName HALL = name("hall");
    private static final TableName PLAY = name("play");
    private static final TableName SHOWING = name("showing");
    private static final TableName TICKET = name("ticket");
    private static final TableName SNACK = name("snack");
    private static final TableName SALE = name("snack_sale");

    private Theatre() {}

    static SourceContext context() {
        Schema schema = new Schema(
                List.of(site(), member(), hall(), play(), showing(), ticket(), snack(), sale()),
                List.of("public"),
                "theatre");
        Values values = new Values(Map.of(
                new ColumnName(SITE, "site_name"), List.of("Grand", "Palace"),
                new ColumnName(SITE, "city"), List.of("Rotterdam", "Ghent"),
                new ColumnName(PLAY, "title"), List.of("The Storm", "The Storm Returns"),
                new ColumnName(PLAY, "genre"), List.of("drama", "comedy"),
                new ColumnName(SHOWING, "state"), List.of("delivered", "cancelled")));
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("theatre"), "theatre"),
                schema,
                values,
                new Semantics(0, List.of(), List.of(), Map.of(), Map.of()));
    }

    private static Table site() {
        return table(SITE, List.of(integer("site_id"), text("site_name"), text("city")));
    }

    private static Table member() {
        return table(
                MEMBER,
                List.of(
                        integer("member_no"),
                        text("first_name"),
                        text("last_name"),
                        optional(integer("home_site_id"), "Where they go most"),
                        optional(date("left_on"), "Last day; NULL while enrolled"),
                        flag("is_active")),
                key("home_site_id", SITE, "site_id"));
    }

    private static Table hall() {
        return table(
                HALL,
                List.of(integer("hall_id"), integer("site_id"), integer("seats")),
                key("site_id", SITE, "site_id"));
    }

    private static Table play() {
        return table(
                PLAY,
                List.of(
                        integer("play_id"),
                        text("title"),
                        text("genre"),
                        integer("runtime_min"),
                        optional(integer("sequel_of"), "Play that this one continues; NULL when it is not a sequel")),
                key("sequel_of", PLAY, "play_id"));
    }

    private static Table showing() {
        return table(
                SHOWING,
                List.of(
                        integer("showing_id"),
                        integer("play_id"),
                        integer("hall_id"),
                        text("state"),
                        moment("starts_at"),
                        optional(moment("ends_at"), "End")),
                key("play_id", PLAY, "play_id"),
                key("hall_id", HALL, "hall_id"));
    }

    private static Table ticket() {
        return table(
                TICKET,
                List.of(
                        integer("ticket_id"),
                        integer("showing_id"),
                        optional(integer("member_no"), "Buyer"),
                        number("price"),
                        moment("sold_at")),
                key("showing_id", SHOWING, "showing_id"),
                key("member_no", MEMBER, "member_no"));
    }

    private static Table snack() {
        return table(
                SNACK, List.of(integer("snack_id"), text("snack_name"), number("unit_price"), integer("stock_qty")));
    }

    private static Table sale() {
        return table(SALE, List.of(integer("sale_id"), integer("snack_id")), key("snack_id", SNACK, "snack_id"));
    }

    private static TableName name(String table) {
        return new TableName("public", table);
    }

    private static ForeignKey key(String column, TableName target, String targetColumn) {
        return new ForeignKey(List.of(column), target, List.of(targetColumn), false);
    }

    private static Table table(TableName name, List<Column> columns, ForeignKey... keys) {
        return new Table(
                name,
                Catalog.Kind.TABLE,
                columns,
                List.of(columns.getFirst().name()),
                List.of(),
                List.of(keys),
                Optional.empty(),
                100);
    }

    private static Column integer(String name) {
        return column(name, "int4", DataType.INTEGER);
    }

    private static Column number(String name) {
        return column(name, "numeric", DataType.NUMERIC);
    }

    private static Column text(String name) {
        return column(name, "text", DataType.TEXT);
    }

    private static Column date(String name) {
        return column(name, "date", DataType.DATE);
    }

    private static Column moment(String name) {
        return column(name, "timestamp", DataType.TIMESTAMP);
    }

    private static Column flag(String name) {
        return column(name, "bool", DataType.BOOLEAN);
    }

    private static Column column(String name, String type, DataType dataType) {
        return new Column(name, Catalog.TypeName.builtIn(type), dataType, type, false, Optional.empty(), List.of());
    }

    private static Column optional(Column column, String comment) {
        return new Column(
                column.name(),
                column.type(),
                column.dataType(),
                column.declaredType(),
                true,
                Optional.of(comment),
                column.enumValues());
    }
}

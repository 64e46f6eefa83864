package dev.sayql.engine;

import static dev.sayql.engine.Tables.date;
import static dev.sayql.engine.Tables.flag;
import static dev.sayql.engine.Tables.integer;
import static dev.sayql.engine.Tables.key;
import static dev.sayql.engine.Tables.moment;
import static dev.sayql.engine.Tables.name;
import static dev.sayql.engine.Tables.number;
import static dev.sayql.engine.Tables.optional;
import static dev.sayql.engine.Tables.table;
import static dev.sayql.engine.Tables.text;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;

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
}

package dev.sayql.engine;

import static dev.sayql.engine.Tables.date;
import static dev.sayql.engine.Tables.integer;
import static dev.sayql.engine.Tables.key;
import static dev.sayql.engine.Tables.name;
import static dev.sayql.engine.Tables.nullable;
import static dev.sayql.engine.Tables.number;
import static dev.sayql.engine.Tables.table;
import static dev.sayql.engine.Tables.text;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When something was done and by whom, over the guests and the staff of hotels. */
class WhenAndWhoTest {
    private static final TableName HOTEL = name("hotel");
    private static final TableName ROOM = name("room");
    private static final TableName GUEST = name("guest");
    private static final TableName BOOKING = name("booking");
    private static final TableName STAFF = name("staff");
    private static final TableName COMPLAINT = name("complaint");
    private static final TableName INVOICE = name("invoice");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    invoices paid in cash last month             | i.paid_on >= DATE '2026-02-01'
                    paid invoices of last month                  | i.issued_on >= DATE '2026-02-01'
                    guests who have not logged in since January  | g.last_login < DATE '2026-01-01'
                    most expensive invoice last October          | i.issued_on < DATE '2025-11-01'
                    which hotel got the most complaints          | JOIN public.booking
                    hotels where nobody complained about noise   | public.room
                    who supervises Jane Smith                    | s2.supervisor_id = s.staff_id
                    who is the boss of Jane Smith                | s2.supervisor_id = s.staff_id
                    who does Jane Smith report to                | s2.supervisor_id = s.staff_id
                    rooms with their price, most expensive first | ORDER BY r.price DESC
                    rooms from the highest price to the lowest   | ORDER BY r.price DESC
                    how much was Grace Hall charged in invoices  | sum(i.amount)
                    room invoices over 100                       | i.kind = 'room'
                    which rooms are in Plaza                     | h.hotel_name = 'Plaza'
                    how much revenue did we make in 2025         | sum(i.amount)
                    which invoices are scheduled for next month  | i.issued_on >= DATE '2026-04-01'
                    add up the amount of all cash invoices       | sum(i.amount)
                    rooms from the most expensive price to the cheapest | ORDER BY r.price DESC
                    staff who have not resolved anything in 2025 | NOT EXISTS
                    guests who have not paid since January       | NOT EXISTS
                    takings of rooms in 2025                     | sum(i.amount)
                    """)
    void theOneMeantIsAnswered(String question, String part) {
        Answers.assertAnswered(question, context(), part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how long does it take to resolve a complaint",
                "how much heating did Grace Hall take",
                "who rooms at Plaza",
                "double room who complained",
                "invoices collected per month",
                "how many guests can a room take",
                "unpaid price by hotel",
                "double room price rooms",
                "how many rooms are there in the hall",
                "guests who resolved in 2025 and paid",
                "average amount per kind of complaint",
                "which rooms are in Plaza and what is in them",
                "how many rooms do we have left",
                "how many invoices in dollars",
                "staff who never resolved the Plaza"
            })
    void whatMeansSomethingElseIsDeclined(String question) {
        Answers.assertDeclined(question, context());
    }

    private static SourceContext context() {
        Schema schema = new Schema(
                List.of(hotel(), room(), guest(), booking(), staff(), complaint(), invoice()),
                List.of("public"),
                "hotels");
        Values values = new Values(Map.of(
                new ColumnName(HOTEL, "hotel_name"), List.of("Plaza", "Central"),
                new ColumnName(ROOM, "room_name"), List.of("Plaza", "Garden"),
                new ColumnName(ROOM, "kind"), List.of("double room", "single room"),
                new ColumnName(GUEST, "first_name"), List.of("Grace"),
                new ColumnName(GUEST, "last_name"), List.of("Hall", "Price"),
                new ColumnName(STAFF, "first_name"), List.of("Jane"),
                new ColumnName(STAFF, "last_name"), List.of("Smith"),
                new ColumnName(COMPLAINT, "topic"), List.of("noise", "heating"),
                new ColumnName(INVOICE, "method"), List.of("cash", "card"),
                new ColumnName(INVOICE, "kind"), List.of("room", "breakfast")));
        Semantics semantics = new Semantics(
                1,
                List.of(new Term("log in", new Term.Target.OfColumn(new ColumnName(GUEST, "last_login")))),
                List.of(new Metric(
                        "revenue",
                        List.of("takings"),
                        List.of(new Metric.Form(INVOICE, Aggregation.SUM, "amount")),
                        "what was billed")),
                Map.of(),
                Map.of());
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("hotels"), "hotels"), schema, values, semantics);
    }

    private static Table hotel() {
        return table(HOTEL, List.of(integer("hotel_id"), text("hotel_name"), integer("first_made")));
    }

    private static Table room() {
        return table(
                ROOM,
                List.of(
                        integer("room_id"),
                        text("room_name"),
                        integer("hotel_id"),
                        text("kind"),
                        number("price"),
                        integer("max_guests")),
                key("hotel_id", HOTEL, "hotel_id"));
    }

    private static Table guest() {
        return table(
                GUEST,
                List.of(
                        integer("guest_id"),
                        text("first_name"),
                        text("last_name"),
                        date("registered_on"),
                        nullable(date("last_login"))));
    }

    private static Table booking() {
        return table(
                BOOKING,
                List.of(integer("booking_id"), integer("guest_id"), integer("room_id"), date("booked_on")),
                key("guest_id", GUEST, "guest_id"),
                key("room_id", ROOM, "room_id"));
    }

    private static Table staff() {
        return table(
                STAFF,
                List.of(
                        integer("staff_id"),
                        text("first_name"),
                        text("last_name"),
                        integer("hotel_id"),
                        nullable(integer("supervisor_id"))),
                key("hotel_id", HOTEL, "hotel_id"),
                key("supervisor_id", STAFF, "staff_id"));
    }

    private static Table complaint() {
        return table(
                COMPLAINT,
                List.of(
                        integer("complaint_id"),
                        integer("booking_id"),
                        nullable(integer("handled_by")),
                        text("topic"),
                        date("reported_on"),
                        nullable(date("resolved_on"))),
                key("booking_id", BOOKING, "booking_id"),
                key("handled_by", STAFF, "staff_id"));
    }

    private static Table invoice() {
        return table(
                INVOICE,
                List.of(
                        integer("invoice_id"),
                        integer("booking_id"),
                        text("kind"),
                        number("amount"),
                        text("method"),
                        date("issued_on"),
                        nullable(date("paid_on"))),
                key("booking_id", BOOKING, "booking_id"));
    }
}

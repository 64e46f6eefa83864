package dev.sayql.engine;

import static dev.sayql.engine.Tables.date;
import static dev.sayql.engine.Tables.integer;
import static dev.sayql.engine.Tables.key;
import static dev.sayql.engine.Tables.lines;
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

/** Clauses that say nothing more, the ways that lead through lines, and orders by two ends, over the books of a furniture maker. */
class ClausesAndLinesTest {
    private static final TableName CUSTOMER = name("customer");
    private static final TableName DESIGN = name("design");
    private static final TableName ORDER = name("customer_order");
    private static final TableName LINE = name("order_line");
    private static final TableName COMPLAINT = name("complaint");
    private static final TableName JOINER = name("joiner");
    private static final TableName SALE = name("shop_sale");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    customers who have ordered the Severn desk                       | public.order_line AS ol
                    designs that nobody has ever ordered                             | public.order_line AS ol
                    monthly turnover for 2025                                        | date_trunc('month', co.ordered_on)
                    what are the variants of the Arley sofa                          | d2.design_id = d.based_on
                    unpaid orders                                                    | co.paid_on IS NULL
                    orders that are not unpaid                                       | co.paid_on IS NOT NULL
                    serious complaints                                               | c.severity IN ('major', 'critical')
                    paying customers                                                 | c.plan <> 'free'
                    how many customers are in class A+                               | c.class = 'A+'
                    what is the highest unit price anyone has ever paid              | max(ol.unit_price)
                    the highest unit price a customer has ever been charged | max(ol.unit_price)
                    orders since March 3rd 2025                                      | co.ordered_on >= DATE '2025-03-03'
                    orders on or after January 1st, 2025                             | co.ordered_on >= DATE '2025-01-01'
                    orders on or before 5 May 2025                                   | co.ordered_on < DATE '2025-05-06'
                    joiners sorted by when they were hired, newest first             | ORDER BY j.hired_on DESC
                    joiners from the longest serving to the newest                   | ORDER BY j.hired_on
                    list all joiners, the one who has been with us longest first     | ORDER BY j.hired_on
                    designs from the oldest to the newest, by year designed          | ORDER BY d.designed_year
                    what do joiners earn per hour on average                         | avg(j.hourly_rate)
                    joiners earning more than the average hourly rate                | j.hourly_rate > (SELECT avg(
                    joiners with a score of 4 or better                              | j.score >= 4
                    when was the latest order                                        | SELECT max(co.ordered_on)
                    when did the latest paid order come in                           | SELECT co.ordered_on AS ordered_on
                    who placed orders in 2025                                        | SELECT c.customer_name
                    names of all apprentices                                         | SELECT j.full_name
                    who are the members of staff in the Riverside workshop           | public.joiner AS j
                    which towns do our customers come from                           | SELECT DISTINCT c.town
                    how many stools have we sold                                     | sum(ss.quantity)
                    designs with the number of drawers                               | d.drawers AS drawers
                    designs between 100 and 200 cm wide                              | d.width_cm BETWEEN 100 AND 200
                    how many drawers does a design have on average                   | avg(d.drawers)
                    """)
    void theOneMeantIsAnswered(String question, String part) {
        Answers.assertAnswered(question, context(), part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what did the complaints cost us",
                "which joiners are over 60",
                "which customers received the Severn desk without complaining",
                "cheapest joiner per hour"
            })
    void whatMeansSomethingElseIsNotAnswered(String question) {
        Answers.assertNotAnswered(question, context());
    }

    private static SourceContext context() {
        Schema schema = new Schema(
                List.of(customer(), design(), order(), line(), complaint(), joiner(), sale()),
                List.of("public"),
                "furniture");
        Values values = new Values(Map.of(
                new ColumnName(CUSTOMER, "plan"), List.of("free", "trade"),
                new ColumnName(CUSTOMER, "class"), List.of("A+", "A-", "B+"),
                new ColumnName(DESIGN, "title"), List.of("Severn desk", "Arley sofa"),
                new ColumnName(COMPLAINT, "severity"), List.of("minor", "major", "critical"),
                new ColumnName(JOINER, "level"), List.of("apprentice", "master"),
                new ColumnName(JOINER, "workshop"), List.of("Riverside", "Mill Lane"),
                new ColumnName(SALE, "article"), List.of("stool", "wax")));
        Semantics semantics = new Semantics(
                1,
                List.of(
                        new Term("variant", new Term.Target.OfColumn(new ColumnName(DESIGN, "based_on"))),
                        new Term("staff", new Term.Target.OfTable(JOINER)),
                        new Term("order", new Term.Target.OfTable(ORDER)),
                        new Term("paying", new Term.Target.OtherThan(new ColumnName(CUSTOMER, "plan"), "free")),
                        new Term("unpaid", new Term.Target.OfMissing(new ColumnName(ORDER, "paid_on"), true)),
                        new Term(
                                "serious",
                                new Term.Target.OneOf(
                                        new ColumnName(COMPLAINT, "severity"), List.of("major", "critical")))),
                List.of(new Metric(
                        "turnover",
                        List.of("revenue"),
                        List.of(new Metric.Form(LINE, Aggregation.SUM, "quantity * unit_price")),
                        "all lines")),
                Map.of(),
                Map.of(ORDER, "ordered_on", DESIGN, "introduced_on"));
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("furniture"), "furniture"), schema, values, semantics);
    }

    private static Table customer() {
        return table(
                CUSTOMER,
                List.of(integer("customer_id"), text("customer_name"), text("town"), text("plan"), text("class")));
    }

    private static Table design() {
        return table(
                DESIGN,
                List.of(
                        integer("design_id"),
                        text("title"),
                        nullable(integer("based_on")),
                        integer("designed_year"),
                        integer("drawers"),
                        integer("width_cm"),
                        number("unit_cost"),
                        date("introduced_on")),
                key("based_on", DESIGN, "design_id"));
    }

    private static Table order() {
        return table(
                ORDER,
                List.of(integer("order_no"), integer("customer_id"), date("ordered_on"), nullable(date("paid_on"))),
                key("customer_id", CUSTOMER, "customer_id"));
    }

    private static Table line() {
        return lines(
                LINE,
                List.of(
                        integer("order_no"),
                        integer("line_no"),
                        integer("design_id"),
                        integer("quantity"),
                        number("unit_price")),
                key("order_no", ORDER, "order_no"),
                key("design_id", DESIGN, "design_id"));
    }

    private static Table complaint() {
        return table(
                COMPLAINT,
                List.of(
                        integer("complaint_id"),
                        integer("order_no"),
                        integer("design_id"),
                        text("severity"),
                        date("filed_on")),
                key("order_no", ORDER, "order_no"),
                key("design_id", DESIGN, "design_id"));
    }

    private static Table joiner() {
        return table(
                JOINER,
                List.of(
                        integer("joiner_id"),
                        text("full_name"),
                        text("level"),
                        text("workshop"),
                        number("hourly_rate"),
                        number("score"),
                        number("tool_price"),
                        date("hired_on")));
    }

    private static Table sale() {
        return table(
                SALE,
                List.of(integer("sale_no"), text("article"), integer("quantity"), number("price"), date("sold_on")));
    }
}

package dev.sayql.engine;

import static dev.sayql.engine.Tables.date;
import static dev.sayql.engine.Tables.integer;
import static dev.sayql.engine.Tables.key;
import static dev.sayql.engine.Tables.name;
import static dev.sayql.engine.Tables.nullable;
import static dev.sayql.engine.Tables.number;
import static dev.sayql.engine.Tables.table;
import static dev.sayql.engine.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Proposal;
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

/** Prices for so much of something, states that things are in or came to, and who is below whom, over the books of a repairer. */
class RatesAndStatesTest {
    private static final TableName COMPANY = name("company");
    private static final TableName CONTRACT = name("contract");
    private static final TableName JOB = name("job");
    private static final TableName PART = name("part");
    private static final TableName FINE = name("fine");
    private static final TableName PAYMENT = name("payment");

    private final LocalEngine engine = new LocalEngine();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contracts under 25 euro a month                      | c.monthly_fee < 25
                    which contracts cost more than 25 euro per month     | c.monthly_fee > 25
                    contracts with more than 500 minutes                 | c.minutes_incl > 500
                    cheapest contract per month                          | ORDER BY c.monthly_fee
                    subsidiaries of Acme                                 | c2.company_id = c.parent_id
                    companies without subsidiaries                       | NOT EXISTS
                    whose subsidiary is Acme                             | c2.parent_id = c.company_id
                    subsidiaries per company                             | count(*)
                    list the subsidiaries of each company                | parent_company_name
                    how many fines did we issue in 2025                  | count(*)
                    fines by reason: how many, and how much in total     | count(*) AS number_of_fine, sum(f.amount)
                    fines issued by company                              | GROUP BY
                    what did we spend on pump jobs in total              | sum(j.cost)
                    jobs done last month                                 | j.completed_on >= DATE '2026-02-01'
                    how many jobs were reported in 2025                  | SELECT count(*) AS number_of_job FROM public.job AS j WHERE j.reported_on
                    reported jobs                                        | j.status = 'reported'
                    jobs completed after their due date                  | j.completed_on > j.due_on
                    parts whose stock is below the reorder quantity      | p.stock_qty < p.reorder_qty
                    parts with fewer than 10 units left                  | p.stock_qty < 10
                    parts by stock                                       | ORDER BY p.stock_qty DESC
                    which payments were paid by direct debit             | p.method = 'direct debit'
                    companies, earliest joined first                     | ORDER BY c.joined_on
                    which company has been with us longest               | ORDER BY c.joined_on LIMIT 1
                    break our fines down by reason                       | GROUP BY f.reason
                    split the fines issued by reason                     | GROUP BY f.reason
                    monthly fines issued, month by month                 | date_trunc('month', f.issued_on)
                    add up the pump jobs                                 | sum(j.cost)
                    """)
    void theOneMeantIsAnswered(String question, String part) {
        Answers.assertAnswered(question, context(), part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"companies who left", "how long did the longest job take"})
    void whatMeansSomethingElseIsDeclined(String question) {
        Answers.assertDeclined(question, context());
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend the contract of Acme", "pay all fines", "please terminate every contract"})
    void ordersAreRefused(String order) {
        assertThat(engine.propose(Library.question(order), context()))
                .isInstanceOfSatisfying(
                        Proposal.Declined.class,
                        declined ->
                                assertThat(declined.decline().reason()).isEqualTo(Decline.Reason.WOULD_CHANGE_DATA));
    }

    private static SourceContext context() {
        Schema schema = new Schema(
                List.of(company(), contract(), job(), part(), fine(), payment()), List.of("public"), "repairs");
        Values values = new Values(Map.of(
                new ColumnName(COMPANY, "company_name"), List.of("Acme", "Borealis"),
                new ColumnName(JOB, "status"), List.of("reported", "done", "cancelled"),
                new ColumnName(JOB, "kind"), List.of("pump", "lift"),
                new ColumnName(FINE, "reason"), List.of("late", "damage"),
                new ColumnName(PAYMENT, "method"), List.of("direct debit", "cash")));
        Semantics semantics = new Semantics(
                1,
                List.of(
                        new Term("subsidiary", new Term.Target.OfColumn(new ColumnName(COMPANY, "parent_id"))),
                        new Term("join", new Term.Target.OfColumn(new ColumnName(COMPANY, "joined_on")))),
                List.of(
                        metric("fine income", "fines issued", FINE, "amount"),
                        metric("repair spend", "repair cost", JOB, "cost")),
                Map.of(),
                Map.of());
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("repairs"), "repairs"), schema, values, semantics);
    }

    private static Metric metric(String name, String synonym, TableName rows, String amount) {
        return new Metric(
                name, List.of(synonym), List.of(new Metric.Form(rows, Aggregation.SUM, amount)), "all of them");
    }

    private static Table company() {
        return table(
                COMPANY,
                List.of(integer("company_id"), text("company_name"), nullable(integer("parent_id")), date("joined_on")),
                key("parent_id", COMPANY, "company_id"));
    }

    private static Table contract() {
        return table(
                CONTRACT,
                List.of(
                        integer("contract_id"),
                        integer("company_id"),
                        number("monthly_fee"),
                        integer("minutes_incl"),
                        date("signed_on")),
                key("company_id", COMPANY, "company_id"));
    }

    private static Table job() {
        return table(
                JOB,
                List.of(
                        integer("job_id"),
                        integer("contract_id"),
                        text("kind"),
                        text("status"),
                        date("reported_on"),
                        date("due_on"),
                        nullable(date("completed_on")),
                        number("cost"),
                        integer("distance_km")),
                key("contract_id", CONTRACT, "contract_id"));
    }

    private static Table part() {
        return table(
                PART,
                List.of(
                        integer("part_id"),
                        text("part_name"),
                        integer("stock_qty"),
                        integer("reorder_qty"),
                        number("unit_price")));
    }

    private static Table fine() {
        return table(
                FINE,
                List.of(integer("fine_id"), integer("company_id"), text("reason"), number("amount"), date("issued_on")),
                key("company_id", COMPANY, "company_id"));
    }

    private static Table payment() {
        return table(
                PAYMENT,
                List.of(
                        integer("payment_id"),
                        integer("contract_id"),
                        text("method"),
                        number("amount"),
                        date("paid_on")),
                key("contract_id", CONTRACT, "contract_id"));
    }
}

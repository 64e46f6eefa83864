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
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ages, kinds of things, parts of groups and times that are excluded, over a dental practice on 18 March 2026. */
class AgesAndKindsTest {
    private static final TableName DENTIST = name("dentist");
    private static final TableName PATIENT = name("patient");
    private static final TableName ROOM = name("room");
    private static final TableName APPOINTMENT = name("appointment");
    private static final TableName INSURER = name("insurer");
    private static final TableName INVOICE = name("invoice");
    private static final TableName PAYMENT = name("payment");
    private static final TableName CLAIM = name("claim");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    patients under 18                                   | p.born_on >= DATE '2008-03-19'
                    how many patients are 70 or older                   | p.born_on < DATE '1956-03-19'
                    patients who are at least 18 years old              | p.born_on < DATE '2008-03-19'
                    patients aged 18 to 30                              | p.born_on >= DATE '1995-03-19' AND p.born_on < DATE '2008-03-19'
                    patients who are 40 years old                       | p.born_on >= DATE '1985-03-19' AND p.born_on < DATE '1986-03-19'
                    patients older than 65                              | p.born_on < DATE '1961-03-19'
                    patients 12 and under                               | p.born_on >= DATE '2013-03-19'
                    appointments of patients under 10                   | p.born_on >= DATE '2016-03-19'
                    patients with over 18 appointments                  | HAVING count(*) > 18
                    invoices over 65                                    | i.total > 65
                    who referred Grace Hall                             | p2.referred_by = p.pat_no
                    which dentists has Grace Hall had appointments with | JOIN public.patient AS p ON p.pat_no = a.pat_no
                    what share of claims was rejected                   | 100.0 * count(*) FILTER (WHERE c.outcome = 'rejected')
                    for each insurer, what share of its claims was rejected | GROUP BY i.insurer_id
                    total claimed per insurer                           | sum(c.claimed)
                    which surgery room has the most appointments        | WHERE r.kind = 'surgery' GROUP BY
                    top three surgeries by number of appointments       | LIMIT 3
                    patients who had appointments in 2024 but not in 2025 | NOT EXISTS
                    appointments in 2025 but not in March 2025          | a.starts_on < DATE '2025-03-01' OR a.starts_on >= DATE '2025-04-01'
                    appointments of patients from Exmouth last month    | a.starts_on >= DATE '2026-02-01'
                    appointments by patients from Exmouth               | SELECT a.appt_no
                    number of appointments by patients from Exmouth     | GROUP BY
                    dentists who have a paused appointment              | a.plan_state = 'P'
                    the latest invoice on the price list                | i.issued_on DESC
                    total invoiced in 2025                              | sum(i.total)
                    total paid in 2025                                  | sum(p.amount)
                    patients older than 6 months                        | p.born_on < DATE '2025-09-1
                    patients over 60 with appointments                  | p.born_on < DATE '1966-03-19'
                    patients over 18 from Exmouth                       | p.born_on < DATE '2008-03-19'
                    how many dentists left each year                    | date_trunc('year', d.left_on)
                    how much has Denplan paid us on claims so far       | sum(c.paid_amt)
                    """)
    void theOneMeantIsAnswered(String question, String part) {
        Answers.assertAnswered(question, context(), part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "appointments in 2025 but not in March 2024",
                "invoices older than 30",
                "patients over $50",
                "patients over 20 kg",
                "patients not older than 65",
                "dentists over 10 years of service",
                "patients under 5 years with us",
                "rooms over 30",
                "patients who had appointments in surgery in 2024 but not in 2025",
                "patients from Exmouth but not in 2026",
                "patients from Exmouth and what they claimed"
            })
    void whatMeansSomethingElseIsDeclined(String question) {
        Answers.assertDeclined(question, context());
    }

    private static SourceContext context() {
        Schema schema = new Schema(
                List.of(dentist(), patient(), room(), appointment(), insurer(), invoice(), payment(), claim()),
                List.of("public"),
                "practice");
        Values values = new Values(Map.of(
                new ColumnName(PATIENT, "first_name"), List.of("Grace"),
                new ColumnName(PATIENT, "last_name"), List.of("Hall"),
                new ColumnName(PATIENT, "town"), List.of("Exmouth", "Exeter"),
                new ColumnName(ROOM, "kind"), List.of("surgery", "office"),
                new ColumnName(INSURER, "insurer_name"), List.of("Denplan"),
                new ColumnName(CLAIM, "outcome"), List.of("paid", "rejected"),
                new ColumnName(INVOICE, "state"), List.of("paid", "open")));
        Semantics semantics = new Semantics(
                1,
                List.of(new Term("paused", new Term.Target.OfValue(new ColumnName(APPOINTMENT, "plan_state"), "P"))),
                List.of(),
                Map.of(),
                Map.of());
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("practice"), "practice"), schema, values, semantics);
    }

    private static Table dentist() {
        return table(
                DENTIST,
                List.of(
                        integer("dent_no"),
                        text("first_name"),
                        text("last_name"),
                        date("joined_on"),
                        nullable(date("left_on"))));
    }

    private static Table patient() {
        return table(
                PATIENT,
                List.of(
                        integer("pat_no"),
                        text("first_name"),
                        text("last_name"),
                        text("town"),
                        date("born_on"),
                        date("registered_on"),
                        nullable(integer("usual_dent")),
                        nullable(integer("referred_by"))),
                key("usual_dent", DENTIST, "dent_no"),
                key("referred_by", PATIENT, "pat_no"));
    }

    private static Table room() {
        return table(ROOM, List.of(integer("room_id"), text("label"), text("kind")));
    }

    private static Table appointment() {
        return table(
                APPOINTMENT,
                List.of(
                        integer("appt_no"),
                        integer("pat_no"),
                        integer("dent_no"),
                        integer("room_id"),
                        text("plan_state"),
                        date("starts_on")),
                key("pat_no", PATIENT, "pat_no"),
                key("dent_no", DENTIST, "dent_no"),
                key("room_id", ROOM, "room_id"));
    }

    private static Table insurer() {
        return table(INSURER, List.of(integer("insurer_id"), text("insurer_name")));
    }

    private static Table invoice() {
        return table(
                INVOICE,
                List.of(integer("inv_no"), integer("pat_no"), number("total"), text("state"), date("issued_on")),
                key("pat_no", PATIENT, "pat_no"));
    }

    private static Table payment() {
        return table(
                PAYMENT,
                List.of(integer("payment_no"), integer("inv_no"), date("paid_on"), number("amount")),
                key("inv_no", INVOICE, "inv_no"));
    }

    private static Table claim() {
        return table(
                CLAIM,
                List.of(
                        integer("claim_no"),
                        integer("inv_no"),
                        integer("insurer_id"),
                        date("sent_on"),
                        number("claimed"),
                        nullable(number("paid_amt")),
                        text("outcome")),
                key("inv_no", INVOICE, "inv_no"),
                key("insurer_id", INSURER, "insurer_id"));
    }
}

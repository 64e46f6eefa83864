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

import dev.sayql.core.generation.Proposal;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose rows a condition is said of and which number a measure is, over the clubs of a university. */
class SaidAndMeasuredTest {
    private static final TableName DEPARTMENT = name("department");
    private static final TableName STUDENT = name("student");
    private static final TableName CLUB = name("club");
    private static final TableName MEMBERSHIP = name("club_membership");
    private static final TableName AWARD = name("award");
    private static final TableName INVOICE = name("invoice");
    private static final TableName PAYMENT = name("payment");

    private final LocalEngine engine = new LocalEngine();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    overdue invoices                         | i.due_on < DATE '2026-03-18'
                    how many invoices are overdue            | i.paid_on IS NULL
                    students with more than two unpaid invoices | i.paid_on IS NULL
                    which student paid the most              | sum(p.amount)
                    who paid the least in total              | sum(p.amount)
                    which student made the most payments     | count(*)
                    club with the most members               | count(*)
                    sequel plays of Hamlet                   | c2.club_name = 'Hamlet'
                    invoices per department faculty          | GROUP BY d.faculty
                    unpaid invoices share per department     | FILTER (WHERE i.paid_on IS NULL)
                    invoices that have expired               | i.valid_until_expiry < DATE '2026-03-18'
                    invoices from the most expensive to the cheapest | ORDER BY i.amount DESC
                    """)
    void theOneMeantIsAnswered(String question, String part) {
        Answers.assertAnswered(question, context(), part);
    }

    @Test
    void whatIsSaidOfTheAnswerIsWhatWasDone() {
        assertThat(engine.propose(Library.question("which student paid the most"), context()))
                .isInstanceOfSatisfying(
                        Proposal.Candidates.class,
                        found -> assertThat(found.ranked().getFirst().understoodAs())
                                .noneMatch(chip -> chip.meaning().contains("number of")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budget per faculty",
                "club presidents who are on an award",
                "number of invoices cancelled by the department",
                "the most expensive and the cheapest invoice",
                "how many invoices are we going to send in 2027",
                "share of science students with an award",
                "students who live in Science",
                "invoices assigned to them",
                "invoices of 2025, total",
                "the biggest invoice and which student owes it",
                "students and their awards",
                "departments that spent more than 2000 on invoices",
                "student with the oldest award",
                "invoices per student on average and who paid",
                "biggest student",
                "students with an award from their own department",
                "invoices we sent but never paid for",
                "invoices over one of their payments"
            })
    void whatMeansSomethingElseIsDeclined(String question) {
        Answers.assertDeclined(question, context());
    }

    private static SourceContext context() {
        Schema schema = new Schema(
                List.of(department(), student(), club(), membership(), award(), invoice(), payment()),
                List.of("public"),
                "clubs");
        Values values = new Values(Map.of(
                new ColumnName(DEPARTMENT, "faculty"), List.of("Science", "Arts"),
                new ColumnName(CLUB, "club_name"), List.of("Hamlet", "Chess"),
                new ColumnName(MEMBERSHIP, "role"), List.of("member", "treasurer")));
        Semantics semantics = new Semantics(
                1,
                List.of(new Term("grant", new Term.Target.OfTable(AWARD))),
                List.of(),
                Map.of(STUDENT, List.of("first_name", "last_name")),
                Map.of());
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("clubs"), "clubs"), schema, values, semantics);
    }

    private static Table department() {
        return table(
                DEPARTMENT, List.of(integer("dept_id"), text("dept_name"), text("faculty"), number("annual_budget")));
    }

    private static Table student() {
        return table(
                STUDENT,
                List.of(integer("student_id"), text("first_name"), text("last_name"), integer("dept_id")),
                key("dept_id", DEPARTMENT, "dept_id"));
    }

    private static Table club() {
        return table(
                CLUB,
                List.of(
                        integer("club_id"),
                        text("club_name"),
                        number("budget"),
                        integer("president_id"),
                        nullable(integer("sequel_play_of"))),
                key("president_id", STUDENT, "student_id"),
                key("sequel_play_of", CLUB, "club_id"));
    }

    private static Table membership() {
        return table(
                MEMBERSHIP,
                List.of(integer("entry_id"), integer("club_id"), integer("student_id"), text("role")),
                key("club_id", CLUB, "club_id"),
                key("student_id", STUDENT, "student_id"));
    }

    private static Table award() {
        return table(
                AWARD,
                List.of(integer("award_id"), integer("student_id"), date("given_on")),
                key("student_id", STUDENT, "student_id"));
    }

    private static Table invoice() {
        return table(
                INVOICE,
                List.of(
                        integer("invoice_id"),
                        integer("student_id"),
                        number("amount"),
                        date("issued_on"),
                        date("due_on"),
                        nullable(date("paid_on")),
                        nullable(date("closed_on")),
                        date("valid_until_expiry")),
                key("student_id", STUDENT, "student_id"));
    }

    private static Table payment() {
        return table(
                PAYMENT,
                List.of(integer("payment_id"), integer("student_id"), number("amount"), date("received_on")),
                key("student_id", STUDENT, "student_id"));
    }
}

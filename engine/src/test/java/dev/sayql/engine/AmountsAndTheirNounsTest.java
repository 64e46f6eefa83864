package dev.sayql.engine;

import static dev.sayql.engine.Tables.date;
import static dev.sayql.engine.Tables.flag;
import static dev.sayql.engine.Tables.integer;
import static dev.sayql.engine.Tables.key;
import static dev.sayql.engine.Tables.lines;
import static dev.sayql.engine.Tables.name;
import static dev.sayql.engine.Tables.nullable;
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
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and the nouns and verbs that say what they are of, over the books of a house for courses and conferences. */
class AmountsAndTheirNounsTest {
    private static final TableName COURSE = name("course");
    private static final TableName ROOM = name("room");
    private static final TableName GROUP = name("class");
    private static final TableName STUDENT = name("student");
    private static final TableName ENROLMENT = name("enrolment");
    private static final TableName DOWNTIME = name("downtime");
    private static final TableName SPONSOR = name("sponsor");
    private static final TableName SPONSORSHIP = name("sponsorship");
    private static final TableName CLAIM = name("claim");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    which courses cost more than £600                                | c.price > 600
                    the five most expensive courses                                  | ORDER BY c.price DESC
                    rooms sorted by number of seats, largest first                   | ORDER BY r.seats DESC
                    which room has the largest number of seats                       | ORDER BY r.seats DESC
                    online classes with a capacity of more than 10 students          | c.max_students > 10
                    classes with a capacity of at least 12 students                  | c.max_students >= 12
                    average amount claimed per type of damage                        | GROUP BY c.damage
                    which rooms have an area between 20 and 120 square feet          | r.area_sqft BETWEEN 20 AND 120
                    rooms of over 50 square feet                                     | r.area_sqft > 50
                    claims that weigh between 14 and 15 kg                           | c.weight_kg BETWEEN 14 AND 15
                    claims that weigh 14 kg                                          | c.weight_kg = 14
                    the highest number of seats in one room                          | SELECT max(r.seats)
                    list students by registration date, the most recently registered first | ORDER BY s.registered_on DESC
                    students, most recently registered first                         | ORDER BY s.registered_on DESC
                    all courses with their price, sorted from the most expensive to the cheapest | ORDER BY c.price DESC
                    show all room downtime from the past 30 days                     | public.downtime AS d WHERE d.started_on
                    which students can drive a van                                   | WHERE s.can_drive_van
                    which broken claims are still open                               | SELECT c.claim_no
                    lowest price paid for a business course                          | SELECT min(c.price)
                    rooms with the floor each one is on                              | r.floor AS floor
                    students with the date each one registered                       | s.registered_on AS registered_on
                    students in the order they registered, starting with the most recent | ORDER BY s.registered_on DESC
                    sponsors with a stand between 20 and 30 square metres            | s.stand BETWEEN 20 AND 30
                    sponsors with a stand of 25 square metres                        | s.stand = 25
                    courses with the highest total lessons                           | ORDER BY c.total_lessons DESC
                    how many minutes did the longest downtime last                   | SELECT max(d.minutes)
                    list all downtime sorted by date, most recent first              | ORDER BY d.started_on DESC
                    count of broken claims                                           | SELECT count(*)
                    rooms with between 10 and 15 seats                               | r.seats BETWEEN 10 AND 15
                    students with three enrolments or more                           | HAVING count(*) >= 3
                    downtime that is not assigned to anybody                         | d.assigned_to IS NULL
                    what is the registration date of the newest student              | SELECT s.registered_on AS registered_on FROM
                    the highest number of seats that any room had                    | SELECT max(r.seats)
                    minutes lost per room                                            | SELECT r.room_name AS room_name, sum(d.minutes)
                    names of the students who have enrolments                        | FROM public.student AS s WHERE EXISTS
                    """)
    void theOneMeantIsAnswered(String question, String part) {
        Answers.assertAnswered(question, context(), part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on what date was each claim settled",
                "names of the claims of 2025",
                "total amount claimed for broken items",
                "who on our team handled the broken claims",
                "which students passed their test in 2025"
            })
    void whatMeansSomethingElseIsNotAnswered(String question) {
        Answers.assertNotAnswered(question, context());
    }

    private static SourceContext context() {
        Schema schema = new Schema(
                List.of(
                        course(),
                        room(),
                        group(),
                        student(),
                        enrolment(),
                        downtime(),
                        sponsor(),
                        sponsorship(),
                        claim()),
                List.of("public"),
                "courses");
        Values values = new Values(Map.of(
                new ColumnName(COURSE, "focus"), List.of("business", "general"),
                new ColumnName(GROUP, "delivery"), List.of("online", "in person"),
                new ColumnName(CLAIM, "damage"), List.of("broken", "lost"),
                new ColumnName(CLAIM, "status"), List.of("open", "settled"),
                new ColumnName(CLAIM, "item"), List.of("lamp", "projector")));
        Semantics semantics = new Semantics(
                1,
                List.of(
                        new Term("place", new Term.Target.OfColumn(new ColumnName(GROUP, "max_students"))),
                        new Term("capacity", new Term.Target.OfColumn(new ColumnName(GROUP, "max_students"))),
                        new Term(
                                "passed their test",
                                new Term.Target.OfTruth(new ColumnName(STUDENT, "can_drive_van"), true)),
                        new Term("sponsored", new Term.Target.OfTable(SPONSORSHIP))),
                List.of(),
                Map.of(GROUP, List.of("class_code")),
                Map.of(STUDENT, "registered_on", DOWNTIME, "started_on"));
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("courses"), "courses"), schema, values, semantics);
    }

    private static Table course() {
        return table(
                COURSE,
                List.of(integer("course_id"), text("title"), text("focus"), integer("total_lessons"), number("price")));
    }

    private static Table room() {
        return table(
                ROOM,
                List.of(
                        integer("room_id"),
                        text("room_name"),
                        integer("floor"),
                        integer("seats"),
                        integer("area_sqft")));
    }

    private static Table group() {
        return table(
                GROUP,
                List.of(
                        integer("class_id"),
                        text("class_code"),
                        integer("course_id"),
                        nullable(integer("room_id")),
                        text("delivery"),
                        integer("max_students")),
                key("course_id", COURSE, "course_id"),
                key("room_id", ROOM, "room_id"));
    }

    private static Table student() {
        return table(
                STUDENT,
                List.of(
                        integer("student_id"),
                        text("full_name"),
                        date("registered_on"),
                        nullable(date("birth_date")),
                        flag("can_drive_van")));
    }

    private static Table enrolment() {
        return lines(
                ENROLMENT,
                List.of(integer("student_id"), integer("class_id"), nullable(date("paid_on"))),
                key("student_id", STUDENT, "student_id"),
                key("class_id", GROUP, "class_id"));
    }

    private static Table downtime() {
        return table(
                DOWNTIME,
                List.of(
                        integer("downtime_id"),
                        integer("room_id"),
                        date("started_on"),
                        integer("minutes"),
                        nullable(integer("assigned_to"))),
                key("assigned_to", STUDENT, "student_id"),
                key("room_id", ROOM, "room_id"));
    }

    private static Table sponsor() {
        return table(
                SPONSOR,
                List.of(
                        integer("sponsor_id"),
                        text("sponsor_name"),
                        optional(number("stand"), "Square metres; empty without one")));
    }

    private static Table sponsorship() {
        return table(
                SPONSORSHIP,
                List.of(
                        integer("sponsorship_id"),
                        integer("sponsor_id"),
                        integer("course_id"),
                        nullable(date("paid_on"))),
                key("sponsor_id", SPONSOR, "sponsor_id"),
                key("course_id", COURSE, "course_id"));
    }

    private static Table claim() {
        return table(
                CLAIM,
                List.of(
                        integer("claim_no"),
                        integer("student_id"),
                        text("item"),
                        text("damage"),
                        text("status"),
                        number("amount_claimed"),
                        integer("photo_count"),
                        number("weight_kg")),
                key("student_id", STUDENT, "student_id"));
    }
}

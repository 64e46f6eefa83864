package dev.sayql.engine;

import static dev.sayql.engine.Tables.integer;
import static dev.sayql.engine.Tables.key;
import static dev.sayql.engine.Tables.name;
import static dev.sayql.engine.Tables.table;
import static dev.sayql.engine.Tables.text;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;

/** A college with no database behind it: students of courses, which have a category and a type, and the nearest station. */
public final class College {
    private static final TableName COURSE = name("course");
    private static final TableName STUDENT = name("student");

    private College() {}

    public static SourceContext context() {
        Schema schema = new Schema(
                List.of(
                        table(
                                COURSE,
                                List.of(
                                        integer("course_id"),
                                        text("name"),
                                        text("category"),
                                        text("type"),
                                        integer("credits"))),
                        table(
                                STUDENT,
                                List.of(
                                        integer("student_id"),
                                        text("name"),
                                        text("email"),
                                        text("station"),
                                        integer("age"),
                                        integer("course_id")),
                                key("course_id", COURSE, "course_id"))),
                List.of("public"),
                "college");
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("college"), "college"),
                schema,
                new Values(Map.of(new ColumnName(STUDENT, "station"), List.of("North Terminal", "Old Bridge"))),
                Semantics.none());
    }
}

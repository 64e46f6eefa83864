package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.question.FollowUp;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.sql.SqlText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads questions from the bodies of requests. Thread-safe. */
final class Questions {

    static final int LONGEST_SQL = 100_000;
    private static final int MOST_TABLES = 1_000;
    private static final int LONGEST_ID = 100;

    private final SourceDesk sources;
    private final Clock clock;

    Questions(SourceDesk sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** What became of reading. */
    sealed interface Reading<T> {
        record Good<T>(T value) implements Reading<T> {}

        record NotAnObject<T>() implements Reading<T> {}

        record Wrong<T>(List<FieldProblem> problems) implements Reading<T> {}

        /** The team has no source that could be asked. */
        record NoSource<T>() implements Reading<T> {}
    }

    /** A question with the SQL that a person wrote for it. */
    record Written(Question question, SqlText sql) {}

    /** The body of /query/generate. */
    Reading<Question> question(Visit visit) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return new Reading.NotAnObject<>();
        }
        Fields fields = parsed.get();
        String text = fields.requiredText("natural_language_query", Question.MAX_CHARACTERS);
        fields.optionalText("conversation_id", LONGEST_ID);
        return asked(visit, fields, text, question -> question);
    }

    /** The body of /query/run. */
    Reading<Written> written(Visit visit) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return new Reading.NotAnObject<>();
        }
        Fields fields = parsed.get();
        String sql = fields.requiredText("sql", LONGEST_SQL);
        String text = fields.optionalText("natural_language_query", Question.MAX_CHARACTERS)
                .orElseGet(() -> sql.substring(0, Math.min(sql.length(), Question.MAX_CHARACTERS)));
        return asked(visit, fields, text, question -> new Written(question, new SqlText(sql)));
    }

    /** The body of /query/refine. */
    Reading<FollowUp> followUp(Visit visit) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return new Reading.NotAnObject<>();
        }
        Fields fields = parsed.get();
        Optional<UUID> parent = fields.requiredId("parent_query_id");
        String text = fields.anyText("user_refinement", Question.MAX_CHARACTERS).orElse("");
        boolean execute = fields.flag("execute", true);
        List<FieldProblem> problems = fields.problems();
        if (parent.isEmpty() || !problems.isEmpty()) {
            return new Reading.Wrong<>(problems);
        }
        return new Reading.Good<>(
                new FollowUp(newId(), visit.teamId(), new QueryId(parent.get()), text, execute, clock.instant()));
    }

    private interface Made<T> {
        T of(Question question);
    }

    private <T> Reading<T> asked(Visit visit, Fields fields, String text, Made<T> made) {
        Optional<List<String>> tables = fields.optionalTexts("selected_tables", MOST_TABLES);
        Optional<SourceId> named = source(fields);
        boolean execute = fields.flag("execute", true);
        int maxRows = fields.number("max_rows", 1, Question.MAX_ROWS, Question.DEFAULT_ROWS);
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return new Reading.Wrong<>(problems);
        }
        return named.or(() -> sources.usual(visit.teamId()))
                .<Reading<T>>map(source -> new Reading.Good<>(made.of(new Question(
                        newId(), visit.teamId(), source, text, tables, execute, maxRows, clock.instant()))))
                .orElseGet(Reading.NoSource::new);
    }

    /** The field that names a source. */
    static Optional<SourceId> source(Fields fields) {
        return fields.optionalText("source", LONGEST_ID)
                .flatMap(id -> Ids.source(id)
                        .or(() -> fields.wrong(
                                "source", "a source id is letters, digits, '.', '_' and '-', at most 63 characters")));
    }

    static QueryId newId() {
        return new QueryId(UUID.randomUUID());
    }
}

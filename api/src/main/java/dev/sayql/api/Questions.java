package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads questions from the bodies of requests. Thread-safe. */
final class Questions {

    private static final int MOST_TABLES = 1_000;
    private static final int LONGEST_ID = 100;

    private final SourceId defaultSource;
    private final Clock clock;

    Questions(SourceId defaultSource, Clock clock) {
        this.defaultSource = defaultSource;
        this.clock = clock;
    }

    /** What became of reading. */
    sealed interface Reading {
        record Good(Question question) implements Reading {}

        record NotAnObject() implements Reading {}

        record Wrong(List<FieldProblem> problems) implements Reading {}
    }

    Reading read(TeamId team, String body) {
        Optional<Fields> parsed = Fields.of(body);
        if (parsed.isEmpty()) {
            return new Reading.NotAnObject();
        }
        Fields fields = parsed.get();
        String text = fields.requiredText("natural_language_query", Question.MAX_CHARACTERS);
        if (text.chars().anyMatch(Questions::isControl)) {
            fields.wrong("natural_language_query", "natural_language_query must not hold control characters.");
        }
        Optional<List<String>> tables = fields.optionalTexts("selected_tables", MOST_TABLES);
        SourceId source = fields.optionalText("source", LONGEST_ID)
                .flatMap(id -> sourceId(id, fields))
                .orElse(defaultSource);
        boolean execute = fields.flag("execute", true);
        int maxRows = fields.number("max_rows", 1, Question.MAX_ROWS, Question.DEFAULT_ROWS);
        fields.optionalText("conversation_id", LONGEST_ID);
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return new Reading.Wrong(problems);
        }
        QueryId id = new QueryId(UUID.randomUUID());
        return new Reading.Good(new Question(id, team, source, text, tables, execute, maxRows, clock.instant()));
    }

    private static Optional<SourceId> sourceId(String text, Fields fields) {
        try {
            return Optional.of(new SourceId(text));
        } catch (IllegalArgumentException notAnId) {
            return fields.wrong("source", String.valueOf(notAnId.getMessage()));
        }
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}

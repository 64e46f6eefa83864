package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.history.Feedback;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What people thought of answers. Thread-safe. */
final class FeedbackCalls {

    private static final int LEAST_GOOD_RATING = 3;

    private final Records records;
    private final Vouching vouching;

    FeedbackCalls(Records records, Vouching vouching) {
        this.records = records;
        this.vouching = vouching;
    }

    List<Route> routes(Reception reception) {
        return List.of(reception.workOnce("POST", "/query/feedback", this::give));
    }

    private Reply give(Visit visit) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        Fields fields = parsed.get();
        Optional<UUID> id = fields.requiredId("query_id");
        OptionalInt rating = fields.optionalNumber("user_rating", 1, 5);
        Optional<Feedback.Thumb> thumb = fields.choice("user_feedback_type", HistoryCalls.ThumbOnTheWire.class)
                .map(HistoryCalls.ThumbOnTheWire::thumb);
        List<Feedback.Reason> reasons = fields.choices("user_feedback_reasons", Feedback.Reason.class);
        if (!reasons.isEmpty() && thumb.isEmpty()) {
            fields.wrong("user_feedback_reasons", "user_feedback_reasons come with user_feedback_type.");
        }
        Optional<String> text = fields.optionalText("user_feedback_text", Feedback.MOST_CHARACTERS);
        Optional<String> corrected = fields.optionalText("corrected_sql", Questions.LONGEST_SQL);
        List<FieldProblem> problems = fields.problems();
        if (problems.isEmpty() && rating.isEmpty() && thumb.isEmpty() && text.isEmpty() && corrected.isEmpty()) {
            problems = List.of(
                    new FieldProblem(
                            "user_rating",
                            "At least one of user_rating, user_feedback_type, user_feedback_text and corrected_sql is required."));
        }
        if (id.isEmpty() || !problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        Feedback feedback = new Feedback(rating, thumb, reasons, text, corrected);
        QueryId query = new QueryId(id.get());
        return records.history()
                .find(visit.teamId(), query)
                .map(recorded -> give(visit, recorded, feedback).about(query))
                .orElseGet(HistoryCalls::unknownQuery);
    }

    private Reply give(Visit visit, Recorded recorded, Feedback feedback) {
        Optional<SqlText> corrected = feedback.correctedSql().map(SqlText::new);
        Optional<Reply> refused =
                corrected.flatMap(sql -> vouching.refused(visit.teamId(), recorded.source(), "corrected_sql", sql));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!records.feedback().give(visit.teamId(), recorded.id(), feedback)) {
            return HistoryCalls.unknownQuery();
        }
        if (isNegative(feedback)) {
            recorded.sql().ifPresent(sql -> records.answers().forgetSql(visit.teamId(), recorded.source(), sql));
        }
        // What a person corrected is worth a second person's look.
        corrected.ifPresent(sql -> vouching.propose(
                visit.teamId(),
                new Vouching.Proposed(
                        recorded.source(),
                        recorded.question(),
                        sql,
                        recorded.explanation(),
                        Optional.of(recorded.id()))));
        return Reply.nothing();
    }

    /** Whether the statement should not be used again without a second thought. */
    private static boolean isNegative(Feedback feedback) {
        return feedback.thumb().filter(thumb -> thumb == Feedback.Thumb.DOWN).isPresent()
                || feedback.rating().orElse(LEAST_GOOD_RATING) < LEAST_GOOD_RATING
                || feedback.correctedSql().isPresent();
    }
}

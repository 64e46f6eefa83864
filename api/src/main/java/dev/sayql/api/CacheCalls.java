package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheStatistics;
import dev.sayql.core.question.SourceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is remembered of what language models wrote for a team: figures, and forgetting it. Thread-safe. */
final class CacheCalls {

    private static final int MOST_LETTERS = 63;

    private final AnswerCache answers;

    CacheCalls(AnswerCache answers) {
        this.answers = answers;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/cache", this::statistics), reception.work("DELETE", "/cache", this::clear));
    }

    /** On the wire; the rate is 0 before the first question. */
    record StatisticsObject(long entries, long hits, long misses, double hitRate, BigDecimal savedUsd) {

        static StatisticsObject of(CacheStatistics counted) {
            long asked = counted.hits() + counted.misses();
            return new StatisticsObject(
                    counted.entries(),
                    counted.hits(),
                    counted.misses(),
                    asked == 0 ? 0 : (double) counted.hits() / asked,
                    counted.saved());
        }
    }

    /** How many answers are forgotten. */
    record ClearedObject(int cleared) {}

    private Reply statistics(Visit visit) {
        return Reply.json(200, StatisticsObject.of(answers.statistics(visit.teamId())));
    }

    private Reply clear(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        Optional<String> named = fields.text("source", MOST_LETTERS);
        Optional<SourceId> source = named.flatMap(Ids::source);
        if (named.isPresent() && source.isEmpty()) {
            fields.wrong("source", "source must be the id of a source.");
        }
        List<FieldProblem> problems = fields.problems();
        return Reception.wrong(problems)
                .orElseGet(() -> Reply.json(
                        200,
                        new ClearedObject(source.map(id -> answers.forget(visit.teamId(), id))
                                .orElseGet(() -> answers.forget(visit.teamId())))));
    }
}

package dev.sayql.api;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.history.EvaluationMetrics;
import dev.sayql.core.history.EvaluationTests;
import dev.sayql.core.history.FeedbackBook;
import dev.sayql.core.history.History;
import dev.sayql.core.history.HistoryPages;
import dev.sayql.core.history.Usage;
import dev.sayql.core.history.VerifiedQueries;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is kept of a team's questions.
 *
 * @param model the language model that is asked for it; empty when there is none
 */
public record Records(
        History history,
        HistoryPages pages,
        FeedbackBook feedback,
        VerifiedQueries verified,
        EvaluationTests tests,
        EvaluationMetrics metrics,
        Usage usage,
        EgressLog egress,
        AnswerCache answers,
        Optional<Model> model) {

    /**
     * A language model.
     *
     * @param id the provider's name of it
     * @param budget what a team without a budget of its own may spend in a month, in US dollars
     */
    public record Model(String id, BigDecimal budget) {}
}

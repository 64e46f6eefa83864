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

/** What is kept of a team's questions. */
public record Records(
        History history,
        HistoryPages pages,
        FeedbackBook feedback,
        VerifiedQueries verified,
        EvaluationTests tests,
        EvaluationMetrics metrics,
        Usage usage,
        EgressLog egress,
        AnswerCache answers) {}

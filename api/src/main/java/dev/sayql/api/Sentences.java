package dev.sayql.api;

import dev.sayql.core.execution.SourceError;
import dev.sayql.core.question.SourceId;
import dev.sayql.sql.Problem;
import java.time.Duration;
import java.util.List;

/** What people read when there is no answer. One wording for every face. */
final class Sentences {

    static final String TOO_EXPENSIVE =
            "The statement was not run: the database estimates that it would take too much work. Ask for less, for"
                    + " example for a shorter period.";

    static final String CANCELLED = "The question was taken back, and its statement was stopped.";

    private Sentences() {}

    static String tooSlow(Duration after) {
        return "The statement was stopped after " + after.toSeconds()
                + " s. Ask for less, for example for a shorter period.";
    }

    static String sourceFailed(SourceError error) {
        return "The database did not run the statement (" + error.sqlState() + "): " + error.message();
    }

    static String unknownSource(SourceId source) {
        return "There is no source named " + source + ".";
    }

    static String unknownTables(List<String> names, List<String> nearest) {
        String unknown = names.size() == 1
                ? "There is no table named " + names.getFirst() + "."
                : "There are no tables named " + String.join(", ", names) + ".";
        return nearest.isEmpty() ? unknown : unknown + " The nearest are: " + String.join(", ", nearest) + ".";
    }

    static String refused(List<Problem> problems) {
        return problems.stream()
                .findFirst()
                .map(problem -> "The statement was not run. " + problem.code().sentence())
                .orElse("The statement was not run.");
    }

    static String internal(String errorId) {
        return "Something went wrong on our side. The error id is " + errorId + ".";
    }

    static String problem(Problem problem) {
        return problem.code().id() + ": " + problem.detail();
    }
}

package dev.sayql.core.history;

import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A question whose answer is known, to measure generators with. Immutable.
 *
 * @param name for people, 1 to 200 characters
 * @param source which source is asked; empty means the team's usual one
 * @param tables the only tables that may be read; empty means any
 * @param active whether a run takes it
 * @param totals how it went so far
 */
public record EvaluationTest(
        UUID id,
        TeamId team,
        Category category,
        String name,
        String question,
        Optional<SourceId> source,
        List<String> tables,
        Expectation expected,
        boolean active,
        Totals totals,
        Instant created,
        Instant updated) {

    /** What kind of question. */
    public enum Category {
        BASIC,
        COMPLEX,
        EDGE_CASE,
        SECURITY
    }

    /** How the question must end. */
    public enum Outcome {
        /** With an answer. */
        ANSWERED,
        /** Declined or refused: nothing ran. */
        WITHHELD,
        /** In any expected way: answered, asked back, declined or refused, but not with a failure. */
        ORDERLY
    }

    /**
     * What is expected.
     *
     * @param sql whose rows an answer must have
     * @param fragments texts that the SQL must contain, case aside
     * @param leastRows and {@code mostRows} bound the number of rows
     */
    public record Expectation(
            Outcome outcome,
            Optional<String> sql,
            List<String> fragments,
            OptionalInt leastRows,
            OptionalInt mostRows) {

        public Expectation {
            fragments = List.copyOf(fragments);
            if (leastRows.isPresent() && mostRows.isPresent() && leastRows.getAsInt() > mostRows.getAsInt()) {
                throw new IllegalArgumentException("the least number of rows is larger than the most");
            }
        }

        /** That it ends so, and nothing more. */
        public static Expectation of(Outcome outcome) {
            return new Expectation(outcome, Optional.empty(), List.of(), OptionalInt.empty(), OptionalInt.empty());
        }
    }

    /**
     * How it went in all runs.
     *
     * @param last how it went the last time; empty when it never ran
     */
    public record Totals(int runs, int passes, Optional<EvaluationRun.CaseResult> last, Optional<Instant> lastRun) {

        public static Totals none() {
            return new Totals(0, 0, Optional.empty(), Optional.empty());
        }
    }

    public EvaluationTest {
        tables = List.copyOf(tables);
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("a test's name has 1 to 200 characters");
        }
        if (question.isBlank() || question.length() > Question.MAX_CHARACTERS) {
            throw new IllegalArgumentException("a test's question has 1 to 4,000 characters");
        }
    }
}

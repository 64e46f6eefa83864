package dev.sayql.evaluation;

import java.util.List;
import java.util.stream.Collectors;

/** A question set breaks its format; names every bad line at once. */
public final class MalformedQuestionSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    MalformedQuestionSetException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the lines; never empty. */
    public List<Problem> problems() {
        return problems;
    }

    /** What is wrong in one line, counted from 1. */
    public record Problem(int line, String message) {
        @Override
        public String toString() {
            return "line " + line + ": " + message;
        }
    }
}

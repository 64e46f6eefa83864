package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.core.question.Question;
import java.util.List;

/** The text of a question as it was typed, judged before anything is started for it. */
final class QuestionText {

    private QuestionText() {}

    static String of(List<String> words) {
        String text = String.join(" ", words).strip();
        if (text.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The question is empty. For example: sayql ask \"How many orders were placed?\"");
        }
        return judged(text);
    }

    /** What is to change about an earlier question; may be empty. */
    static String ofRefinement(List<String> words) {
        return judged(String.join(" ", words).strip());
    }

    private static String judged(String text) {
        if (text.length() > Question.MAX_CHARACTERS) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The question has %,d characters; at most %,d are read."
                            .formatted(text.length(), Question.MAX_CHARACTERS));
        }
        if (text.chars().anyMatch(QuestionText::isControl) || text.indexOf('\uFFFD') >= 0) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The question holds control characters or bytes that are not text.");
        }
        return text;
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }
}

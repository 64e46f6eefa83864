package dev.sayql.cli;

import dev.sayql.api.AnswerObject;
import dev.sayql.api.AnswerObject.CaveatObject;
import dev.sayql.api.AnswerObject.ClarificationObject;
import dev.sayql.api.AnswerObject.DeclineObject;
import dev.sayql.api.AnswerObject.RevisionObject;
import dev.sayql.api.AnswerObject.UnderstoodObject;
import dev.sayql.api.ErrorType;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints an answer for people: what was understood, the SQL, the result, what to be careful about, and how it came. */
final class AnswerText {

    private static final String UNSURE = "too_unsure";
    private static final String TRIED = "readings were tried at most, read only, and nothing of them kept";

    private final Console console;

    AnswerText(Console console) {
        this.console = console;
    }

    /** Prints an answer object; the rows come beside it, as the database gave them. */
    void print(AnswerObject answer, Optional<Rows> rows) {
        ErrorType error = answer.errorType();
        if (answer.success()) {
            printResult(answer, rows);
        } else if (error == null) {
            printUnanswered(answer);
        } else {
            printFailure(answer, error);
        }
    }

    private void printResult(AnswerObject answer, Optional<Rows> rows) {
        PrintStream out = console.out();
        RevisionObject changed = answer.changed();
        if (changed != null) {
            out.println("Changed: " + Escaped.line(changed.sentence()));
        }
        out.println("Understood as: " + Escaped.line(answer.explanation()));
        chips(answer.understoodAs()).forEach(out::println);
        printSql(out, answer.generatedSql());
        rows.ifPresent(result -> {
            out.println();
            new ResultTable(result, console.width()).lines().forEach(out::println);
            out.println(count(result));
        });
        List<CaveatObject> caveats = answer.caveats();
        if (!caveats.isEmpty()) {
            out.println();
            caveats.forEach(caveat -> out.println("Careful: " + Escaped.line(caveat.message())));
        }
        out.println();
        out.println("How: " + how(answer, rows.isPresent()));
    }

    /** What each phrase was taken to mean, as many on a line as fit. */
    private List<String> chips(List<UnderstoodObject> understood) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (UnderstoodObject phrase : understood) {
            String chip = "[" + Escaped.line(phrase.phrase()) + " → " + Escaped.line(phrase.meaning()) + "]";
            if (!line.isEmpty() && line.length() + chip.length() + 3 > console.width()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "  " : " ").append(chip);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static void printSql(PrintStream out, @Nullable String sql) {
        if (sql != null) {
            out.println();
            out.println(Escaped.text(sql));
        }
    }

    private static String count(Rows rows) {
        boolean nulls = rows.values().stream().flatMap(List::stream).anyMatch(cell -> cell instanceof Cell.Null);
        return "(" + count(rows.count()) + (rows.truncated() ? ", there are more" : "") + (nulls ? "; ∅ is NULL" : "")
                + ")";
    }

    private static String count(int rows) {
        return rows == 1 ? "1 row" : "%,d rows".formatted(rows);
    }

    private static String how(AnswerObject answer, boolean run) {
        String by = switch (String.valueOf(answer.answeredBy())) {
            case "local" -> "local engine";
            case "model" -> "language model " + Escaped.line(String.valueOf(answer.model()));
            case "cache" -> "remembered answer";
            default -> "verified answer";
        };
        Double confidence = answer.confidence();
        String sure = confidence == null ? "" : String.format(Locale.ROOT, "confidence %.2f", confidence);
        String notChecked = answer.checks().entrySet().stream()
                .filter(check -> check.getValue().equals("not_checked"))
                .map(Map.Entry::getKey)
                .map(check -> check.replace('_', ' '))
                .reduce((a, b) -> a + ", " + b)
                .map(names -> "not looked into: " + names)
                .orElse("");
        return Stream.of(
                        by,
                        answer.trust(),
                        sure,
                        answer.executionTimeMs() + " ms",
                        spent(answer),
                        run ? count(answer.rowsReturned()) : "not run",
                        "query " + answer.queryId(),
                        notChecked)
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    /** What models were paid; empty when none was asked. */
    private static String spent(AnswerObject answer) {
        AnswerObject.Tokens tokens = answer.tokens();
        return tokens.input() + tokens.output() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d + %,d tokens, $%s",
                        tokens.input(),
                        tokens.output(),
                        answer.costUsd().setScale(4, RoundingMode.HALF_UP).toPlainString());
    }

    private void printUnanswered(AnswerObject answer) {
        PrintStream out = console.out();
        out.println(Escaped.text(answer.explanation()));
        ClarificationObject clarification = answer.clarification();
        if (clarification != null) {
            for (int place = 1; place <= clarification.options().size(); place++) {
                out.println("  " + place + ". "
                        + Escaped.line(clarification.options().get(place - 1)));
            }
            out.println("To choose, with the same options as before: ./sayql ask --refine last 1");
        }
        DeclineObject declined = answer.declinedBecause();
        if (declined != null) {
            printWords(out, "Not understood: ", declined.unknownWords());
            printWords(out, "Nearest known:  ", declined.nearest());
            declined.unknownWords().stream().findFirst().ifPresent(word -> printTeaching(out, word));
        }
        out.println();
        out.println(notAnswered(mayHaveBeenTried(answer) ? TRIED : "nothing was run", answer));
    }

    private static String notAnswered(String why, AnswerObject answer) {
        String spent = spent(answer);
        return "How: not answered · " + why + " · " + (spent.isEmpty() ? "" : spent + " · ") + "query "
                + answer.queryId();
    }

    /** What it means only a person knows: a name that is none is refused, when it is taken as it stands. */
    private static void printTeaching(PrintStream out, String word) {
        String said = Escaped.line(word);
        if (said.matches("[\\p{L}\\p{N} '-]+")) {
            String phrase = said.matches("[\\p{L}\\p{N}-]+") ? said : '"' + said + '"';
            out.println("To teach it, with the same options as before: ./sayql teach " + phrase + " --means TABLE");
            out.println("  (or --column TABLE.COLUMN; other ways: ./sayql teach --help)");
        }
    }

    /** What is only unsure may have been tried before it was left; what is not understood, or not wanted, never is. */
    private static boolean mayHaveBeenTried(AnswerObject answer) {
        DeclineObject declined = answer.declinedBecause();
        return declined == null || declined.reason().equals(UNSURE);
    }

    private static void printWords(PrintStream out, String title, List<String> words) {
        if (!words.isEmpty()) {
            out.println(
                    title + String.join(", ", words.stream().map(Escaped::line).toList()));
        }
    }

    private void printFailure(AnswerObject answer, ErrorType error) {
        PrintStream err = console.err();
        err.println(Escaped.text(answer.explanation()));
        Stream.concat(answer.validation().securityIssues().stream(), answer.validation().errors().stream())
                .forEach(problem -> err.println("  • " + Escaped.line(problem)));
        printSql(err, answer.generatedSql());
        err.println();
        err.println(notAnswered(error.id(), answer));
    }
}

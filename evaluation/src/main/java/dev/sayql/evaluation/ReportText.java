package dev.sayql.evaluation;

import java.util.List;
import java.util.Locale;

/** Prints a report for people, in columns. */
final class ReportText {
    private static final String ROW = "%-20s %6s %6s %6s %9s %11s %7s%n";

    private final Report report;

    ReportText(Report report) {
        this.report = report;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(row("kind", List.of("asked", "right", "wrong", "declined", "asked back", "failed")));
        report.byKind().forEach((kind, totals) -> text.append(row(kind, totals)));
        text.append(row("all to answer", report.toAnswer())).append(row("all to decline", report.toDecline()));
        text.append(line(
                "%nright of those to answer: %.1f %%; answered of those to decline: %d of %d%n",
                100 * report.toAnswer().share(),
                report.toDecline().wrong(),
                report.toDecline().asked()));
        text.append(line(
                "time a question: half within %d ms, 95 %% within %d ms%n",
                report.tookAtMost(0.5).toMillis(), report.tookAtMost(0.95).toMillis()));
        report.results().stream().filter(result -> !result.right()).forEach(result -> text.append(miss(result)));
        return text.toString();
    }

    private static String row(String kind, Totals totals) {
        return row(
                kind,
                List.of(
                        Integer.toString(totals.asked()),
                        Integer.toString(totals.right()),
                        Integer.toString(totals.wrong()),
                        Integer.toString(totals.declined()),
                        Integer.toString(totals.askedBack()),
                        Integer.toString(totals.failed())));
    }

    private static String row(String kind, List<String> cells) {
        return line(ROW, kind, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }

    private static String miss(CaseResult result) {
        String sql = result.sql()
                .map(text -> line("    %s%n", text.replaceAll("\\s+", " ")))
                .orElse("");
        return line(
                        "%n%s %s%s: %s%n    %s%n",
                        result.asked().id(),
                        result.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        result.toAnswer() ? "" : " (to decline)",
                        result.asked().said(),
                        result.reason())
                + sql;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
    }
}

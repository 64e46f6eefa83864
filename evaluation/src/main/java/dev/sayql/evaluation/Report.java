package dev.sayql.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a question set went. Immutable.
 *
 * @param results one a question, in the order of the set
 */
public record Report(List<CaseResult> results) {

    public Report {
        results = List.copyOf(results);
    }

    /** Counts over the questions that have an answer; {@code wrong} of these were answered wrongly. */
    public Totals toAnswer() {
        return Totals.of(results.stream().filter(CaseResult::toAnswer).toList());
    }

    /** Counts over the questions to be declined; {@code wrong} of these were answered, the worst failure there is. */
    public Totals toDecline() {
        return Totals.of(results.stream().filter(result -> !result.toAnswer()).toList());
    }

    /** Counts of each kind, by name. */
    public SequencedMap<String, Totals> byKind() {
        SequencedMap<String, Totals> kinds = new TreeMap<>();
        results.stream()
                .collect(Collectors.groupingBy(result -> result.asked().kind()))
                .forEach((kind, of) -> kinds.put(kind, Totals.of(of)));
        return kinds;
    }

    /** The time within which this share (0 to 1) of the questions ended; zero when none was asked. */
    public Duration tookAtMost(double share) {
        if (results.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = results.stream().map(CaseResult::took).sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
    }

    /** The report as plain text: a table by kind, the totals, and every question that did not end as wished. */
    public String text() {
        return new ReportText(this).text();
    }
}

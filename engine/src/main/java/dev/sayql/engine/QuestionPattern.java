package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A way to put a question: words, and places for what a source has. Immutable.
 *
 * @param opened whether it may follow "what is the" and the like
 */
record QuestionPattern(List<Part> parts, boolean opened) {
    private static final Pattern PART = Pattern.compile("\\{(\\w+)}|[^{]+");

    /** What may stand in a place. */
    enum Place {
        ROWS,
        MEASURE,
        METRIC,
        GROUP,
        VALUE,
        RELATED,
        NUMBER
    }

    /** A part of a question. */
    sealed interface Part {
        /** The same in every source. */
        record Words(String text) implements Part {}

        record Filled(Place place) implements Part {}
    }

    /** Whole sentences; what is asked most, first. */
    private static final List<String> SENTENCES = List.of(
            "how many {rows} are there",
            "how many {rows} are {value}",
            "how many {rows} per {group}",
            "how many {rows} last month",
            "how many {rows} this year",
            "which {rows} have the most {related}",
            "which {group} has the most {rows}",
            "which {group} has the highest {metric}",
            "list all {rows}",
            "list {rows} in {value}");

    /** What can be asked as it stands, or after an opening. */
    private static final List<String> PHRASES = List.of(
            "number of {rows} by {group}",
            "number of {rows}",
            "total {metric} by {group}",
            "total {metric}",
            "total {metric} last month",
            "total {metric} this year",
            "total {metric} in {value}",
            "{metric} by {group}",
            "{metric} last month",
            "{metric} this year",
            "{metric} in {value}",
            "average {measure} of {rows}",
            "average {measure} of {rows} by {group}",
            "average {measure} of {rows} in {value}",
            "average {measure} by {group}",
            "average {metric} by {group}",
            "total {measure} of {rows}",
            "total {measure} by {group}",
            "highest {measure} of {rows}",
            "lowest {measure} of {rows}",
            "top {number} {rows} by {measure}",
            "top {number} {rows} by {metric}",
            "top {number} {rows}",
            "{number} {rows} with the highest {measure}",
            "{number} {rows} with the lowest {measure}",
            "{number} newest {rows}",
            "{rows} in {value}",
            "{rows} from {value}",
            "{rows} with the highest {measure}",
            "{rows} by {group}");

    static final List<String> OPENINGS = List.of(
            "what is the ",
            "what are the ",
            "what was the ",
            "show me the ",
            "show me ",
            "show the ",
            "show ",
            "give me the ",
            "give me ",
            "list the ",
            "list ");

    static final List<QuestionPattern> ALL = Stream.concat(
                    SENTENCES.stream().map(text -> of(text, false)),
                    PHRASES.stream().map(text -> of(text, true)))
            .toList();

    private static QuestionPattern of(String text, boolean opened) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1) == null) {
                parts.add(new Part.Words(part.group()));
            } else {
                parts.add(new Part.Filled(Place.valueOf(part.group(1).toUpperCase(Locale.ROOT))));
            }
        }
        return new QuestionPattern(List.copyOf(parts), opened);
    }
}

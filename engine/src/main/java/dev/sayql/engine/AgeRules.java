package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Ages, where only the date of birth is stored: "patients under 18" were born less than eighteen years ago. */
final class AgeRules {
    private static final int OLDEST = 130;
    private static final Set<String> LEADS =
            Set.of("who", "that", "which", "are", "is", "were", "was", "currently", "aged", "age", "of", "whose");
    private static final String[] YEARS = {"years old", "years of age", "year olds", "year old", "years"};

    private AgeRules() {}

    /** Which ages are asked for, both ends in whole years; an end that is not given is open. */
    private record Ages(Optional<Integer> youngest, Optional<Integer> under, String words) {}

    static void ages(Chart chart, int at, Consumer<Piece> pieces) {
        Optional<ColumnName> birth = birth(chart, at);
        int word = chart.skip(at, LEADS);
        if (birth.isEmpty() || word >= chart.size() || (word > at && !chart.is(at, LEADS.toArray(String[]::new)))) {
            return;
        }
        between(chart, at, word, birth.get(), pieces);
        boolean said = IntStream.range(at, word).anyMatch(place -> chart.is(place, "aged", "age"));
        int younger = chart.after(word, "younger than");
        int older = chart.after(word, "older than");
        int under = chart.after(word, "under", "below", "less than");
        int over = chart.after(word, "over", "above", "more than");
        int least = chart.after(word, "at least");
        int number = IntStream.of(younger, older, under, over, least, word)
                .filter(end -> end > 0)
                .findFirst()
                .orElse(word);
        Optional<Mention.OfNumber> years = years(chart, number);
        if (years.isEmpty()) {
            return;
        }
        int age = years.get().value().intValueExact();
        int end = years.get().end();
        int unit = chart.after(end, YEARS);
        boolean old = chart.after(end, "years old", "years of age", "year olds", "year old") > 0;
        int from = unit > 0 ? unit : end;
        int up = chart.after(
                from, "or older", "and older", "or over", "and over", "or above", "and above", "or more", "and up");
        int down = chart.after(from, "or younger", "and younger", "or under", "and under");
        // "under 18" is an age where it is said of persons, and of nothing else that could be counted.
        boolean bare = (under > 0 || over > 0 || up > 0 || down > 0)
                && isSaidOf(birth.get(), chart, at, word)
                && endsHere(chart, from);
        boolean sure = said || old || younger > 0 || older > 0 || (unit > 0 && chart.is(unit, "old"));
        if (!sure && !bare) {
            return;
        }
        Ages ages;
        if (up > 0 || least > 0) {
            ages = new Ages(Optional.of(age), Optional.empty(), age + " or older");
        } else if (down > 0) {
            ages = new Ages(Optional.empty(), Optional.of(age + 1), age + " or younger");
        } else if (younger > 0 || under > 0) {
            ages = new Ages(Optional.empty(), Optional.of(age), "under " + age);
        } else if (older > 0 || over > 0) {
            ages = new Ages(Optional.of(age), Optional.empty(), "over " + age);
        } else {
            ages = new Ages(Optional.of(age), Optional.of(age + 1), age + " years old");
        }
        int last = IntStream.of(up, down, from).max().orElse(from);
        accept(chart, at, last, birth.get(), ages, pieces);
    }

    /** "between 18 and 30 years old", "aged 18 to 30". */
    private static void between(Chart chart, int at, int word, ColumnName birth, Consumer<Piece> pieces) {
        int first = chart.after(word, "between", "from");
        Optional<Mention.OfNumber> low = years(chart, first > 0 ? first : word);
        Optional<Mention.OfNumber> high = low.filter(found -> chart.is(found.end(), "and", "to", "-"))
                .flatMap(found -> years(chart, found.end() + 1));
        if (high.isEmpty()) {
            return;
        }
        int end = high.get().end();
        int unit = chart.after(end, "years old", "years of age", "year olds");
        boolean said = IntStream.range(at, word).anyMatch(place -> chart.is(place, "aged", "age"));
        if (said || unit > 0) {
            int from = low.get().value().intValueExact();
            int to = high.get().value().intValueExact();
            accept(
                    chart,
                    at,
                    Math.max(unit, end),
                    birth,
                    new Ages(Optional.of(from), Optional.of(to + 1), from + " to " + to + " years old"),
                    pieces);
        }
    }

    private static void accept(Chart chart, int at, int end, ColumnName birth, Ages ages, Consumer<Piece> pieces) {
        LocalDate today = chart.untilToday().until().orElseThrow();
        // Somebody is that old from the day on that many years after the birth.
        Optional<LocalDate> until =
                ages.youngest().map(age -> today.minusYears(age).plusDays(1));
        Optional<LocalDate> from = ages.under().map(age -> today.minusYears(age).plusDays(1));
        pieces.accept(new Piece.During(
                Rule.span(at, end, 1.08),
                new DateRange(from, until, ages.words()),
                Optional.of(new Mention.OfColumn(at, end, List.of(new Mention.Option<>(birth, 1))))));
    }

    private static Optional<Mention.OfNumber> years(Chart chart, int at) {
        return chart.number(at)
                .filter(found -> found.value().signum() > 0
                        && found.value().stripTrailingZeros().scale() <= 0
                        && found.value().compareTo(BigDecimal.valueOf(OLDEST)) < 0);
    }

    /** The date of birth of those that the question mentions, or the only one there is. */
    private static Optional<ColumnName> birth(Chart chart, int at) {
        List<ColumnName> births = chart.facts().births();
        List<ColumnName> mentioned = births.stream()
                .filter(birth -> IntStream.range(0, at).anyMatch(place -> isMentioned(birth, chart, place)))
                .toList();
        return (mentioned.isEmpty() ? births : mentioned)
                .stream()
                        .filter(_ -> mentioned.size() == 1 || births.size() == 1)
                        .findFirst();
    }

    private static boolean isMentioned(ColumnName birth, Chart chart, int place) {
        return chart.tables(place).stream()
                .anyMatch(table -> !table.link() && table.best().equals(birth.table()));
    }

    /** Whether it stands right behind the persons, or behind "are". */
    private static boolean isSaidOf(ColumnName birth, Chart chart, int at, int word) {
        return IntStream.range(0, at)
                .anyMatch(place -> isMentioned(birth, chart, place)
                        && (word > at
                                || chart.tables(place).stream().anyMatch(table -> table.end() == at)
                                || chart.is(at - 1, "are", "is")));
    }

    private static boolean endsHere(Chart chart, int end) {
        return end >= chart.size()
                || (chart.tables(end).isEmpty()
                        && chart.columns(end).isEmpty()
                        && chart.metrics(end).isEmpty());
    }
}

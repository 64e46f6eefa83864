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
    private static final String[] YEARS = {"years old", "years of age", "year olds", "year old"};

    /** What may stand behind an age. Any other word could be what the number counts. */
    private static final Set<String> FOLLOWING = Set.of(
            "?", ".", ",", ";", "and", "or", "who", "that", "which", "with", "without", "from", "in", "by", "per",
            "for", "at", "have", "has", "had", "are", "is", "do", "did", "live", "there", "grouped", "sorted",
            "ordered", "to", "living", "whose");

    private AgeRules() {}

    /** Which ages are asked for, both ends in whole years; an end that is not given is open. */
    private record Ages(Optional<Integer> youngest, Optional<Integer> under, String words) {}

    /** The words around a number of years; each the token after it, -1 where it does not stand here. */
    private record Words(int younger, int older, int under, int over, int least, int start) {
        static Words at(Chart chart, int at) {
            return new Words(
                    chart.after(at, "younger than"),
                    chart.after(at, "older than"),
                    chart.after(at, "under", "below", "less than"),
                    chart.after(at, "over", "above", "more than"),
                    chart.after(at, "at least"),
                    at);
        }

        int number() {
            return IntStream.of(younger, older, under, over, least)
                    .filter(end -> end > 0)
                    .findFirst()
                    .orElse(start);
        }
    }

    static void ages(Chart chart, int at, Consumer<Piece> pieces) {
        Optional<ColumnName> birth = birth(chart, at);
        int word = chart.skip(at, LEADS);
        if (birth.isEmpty() || word >= chart.size()) {
            return;
        }
        between(chart, at, word, birth.get(), pieces);
        Words words = Words.at(chart, word);
        if ((words.younger() > 0 || words.older() > 0) && !isDenied(chart, at)) {
            // "older than six months" is no word about when they came.
            chart.dates(word).ifPresent(found -> pieces.accept(during(at, found.end(), found.range(), birth.get())));
        }
        Optional<Mention.OfNumber> years = years(chart, words.number());
        if (years.isEmpty()) {
            return;
        }
        int end = years.get().end();
        int old = chart.after(end, YEARS);
        int from = old > 0 ? old : end;
        int up = chart.after(
                from, "or older", "and older", "or over", "and over", "or above", "and above", "or more", "and up");
        int down = chart.after(from, "or younger", "and younger", "or under", "and under");
        int last = IntStream.of(up, down, from).max().orElse(from);
        boolean said = old > 0 || isAged(chart, at, word) || words.younger() > 0 || words.older() > 0;
        boolean bare = (words.under() > 0 || words.over() > 0 || up > 0 || down > 0)
                && isSaidOf(chart, at, word)
                && chart.isPerson(birth.get().table());
        if ((said || bare) && !isDenied(chart, at) && endsHere(chart, last)) {
            Ages ages = ages(years.get().value().intValueExact(), words, up > 0, down > 0);
            accept(chart, at, last, birth.get(), ages, pieces);
        }
    }

    /** "not older than 65". */
    private static boolean isDenied(Chart chart, int at) {
        return chart.is(at - 1, "not", "no", "never", "nor");
    }

    private static Ages ages(int age, Words words, boolean up, boolean down) {
        if (up || words.least() > 0) {
            return new Ages(Optional.of(age), Optional.empty(), age + " or older");
        }
        if (down) {
            return new Ages(Optional.empty(), Optional.of(age + 1), age + " or younger");
        }
        if (words.younger() > 0 || words.under() > 0) {
            return new Ages(Optional.empty(), Optional.of(age), "under " + age);
        }
        if (words.older() > 0 || words.over() > 0) {
            return new Ages(Optional.of(age), Optional.empty(), "over " + age);
        }
        return new Ages(Optional.of(age), Optional.of(age + 1), age + " years old");
    }

    private static boolean isAged(Chart chart, int from, int to) {
        return IntStream.range(from, to).anyMatch(place -> chart.is(place, "aged", "age"));
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
        int unit = chart.after(end, YEARS);
        if ((isAged(chart, at, word) || unit > 0) && !isDenied(chart, at) && endsHere(chart, Math.max(unit, end))) {
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
        LocalDate today = chart.today();
        // Somebody is that old from the day on that many years after the birth.
        Optional<LocalDate> until =
                ages.youngest().map(age -> today.minusYears(age).plusDays(1));
        Optional<LocalDate> from = ages.under().map(age -> today.minusYears(age).plusDays(1));
        pieces.accept(during(at, end, new DateRange(from, until, ages.words()), birth));
    }

    private static Piece during(int at, int end, DateRange born, ColumnName birth) {
        return new Piece.During(
                Rule.span(at, end, 1.08),
                born,
                Optional.of(new Mention.OfColumn(at, end, List.of(new Mention.Option<>(birth, 1)))));
    }

    private static Optional<Mention.OfNumber> years(Chart chart, int at) {
        return chart.number(at)
                .filter(found -> !found.money() && !found.percent() && found.time() == Piece.Unit.NONE)
                .filter(found -> found.value().signum() > 0
                        && found.value().stripTrailingZeros().scale() <= 0
                        && found.value().compareTo(BigDecimal.valueOf(OLDEST)) < 0);
    }

    /** The date of birth of those that are mentioned last before; of nobody when something else is. */
    private static Optional<ColumnName> birth(Chart chart, int at) {
        List<ColumnName> births = chart.facts().births();
        List<Mention.OfTable> before = IntStream.range(0, at)
                .boxed()
                .flatMap(place -> chart.tables(place).stream())
                .filter(table -> !table.link() && table.end() <= at)
                .toList();
        int last = before.stream().mapToInt(Mention.OfTable::end).max().orElse(-1);
        return births.stream()
                .filter(birth -> before.isEmpty()
                        ? births.size() == 1 && chart.is(0, "who", "people", "anyone", "everyone")
                        : before.stream()
                                .anyMatch(table ->
                                        table.end() == last && table.best().equals(birth.table())))
                .findFirst();
    }

    /** Whether it stands right behind the persons, or behind "are". */
    private static boolean isSaidOf(Chart chart, int at, int word) {
        return word > at
                || chart.is(at - 1, "are", "is", "who")
                || IntStream.range(0, at)
                        .anyMatch(place -> chart.tables(place).stream().anyMatch(table -> table.end() == at));
    }

    /** Whether the number counts nothing that follows: no kilos, months, years of service or appointments. */
    private static boolean endsHere(Chart chart, int end) {
        return end >= chart.size() || FOLLOWING.contains(chart.token(end).word());
    }
}

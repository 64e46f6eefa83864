package dev.sayql.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a query passes over a condition that the question plainly has: a number, a stored value, a denial. Such a query is never
 * offered as a meaning to choose. For one use by one thread.
 */
final class Dropped {
    private static final Set<String> DENYING = Set.of("not", "never", "without", "except", "excluding", "nobody");
    private static final Pattern DENIAL = Pattern.compile("\\bNOT\\b|<>|\\bIS NULL\\b|\\bEXCEPT\\b|= 0\\b|\\bFALSE\\b");

    private static final String[] COMPARING = {
        "more", "less", "fewer", "older", "younger", "over", "above", "below", "under", "longer", "shorter", "later",
        "earlier"
    };

    private final Chart chart;

    Dropped(Chart chart) {
        this.chart = chart;
    }

    /** @param sql what would be run */
    boolean isAnythingBy(String sql) {
        boolean denied = IntStream.range(0, chart.size()).anyMatch(this::isDenial);
        boolean averaged = Cues.anywhere(chart, Cues.MEAN) && !chart.is(chart.size() - 1, "average");
        return (denied && !DENIAL.matcher(sql).find())
                || (averaged && !sql.contains("avg(") && !sql.contains(" / "))
                || numbers()
                        .anyMatch(number -> !Pattern.compile("(?<![\\w.])" + Pattern.quote(number) + "(?!\\w)")
                                .matcher(sql)
                                .find())
                || values().anyMatch(value -> value.hits().stream()
                        .noneMatch(hit -> sql.contains("'" + hit.value().replace("'", "''") + "'")));
    }

    /** "not more than" compares, and a metric without something is called so. */
    private boolean isDenial(int at) {
        boolean named = IntStream.rangeClosed(Math.max(0, at - 4), at)
                .anyMatch(start -> chart.metrics(start).stream().anyMatch(metric -> metric.end() > at));
        return !chart.token(at).quoted()
                && DENYING.contains(chart.token(at).word())
                && !named
                && !chart.is(at + 1, COMPARING);
    }

    /** The numbers above one that are no part of a date, a name or a stretch of time. */
    private Stream<String> numbers() {
        return IntStream.range(0, chart.size())
                .filter(at -> IntStream.rangeClosed(Math.max(0, at - 4), at)
                        .noneMatch(start -> chart.dates(start)
                                        .filter(date -> date.end() > at)
                                        .isPresent()
                                || chart.values(start).stream().anyMatch(value -> value.end() > at)))
                .boxed()
                .flatMap(at -> chart.number(at).stream())
                .filter(number -> number.value().compareTo(BigDecimal.ONE) > 0
                        && !number.percent()
                        && number.time() == Piece.Unit.NONE)
                .map(number -> number.value().stripTrailingZeros().toPlainString());
    }

    /** What is stored and said whole, where the words name nothing else. */
    private Stream<Mention.OfValue> values() {
        return IntStream.range(0, chart.size())
                .boxed()
                .flatMap(at -> longest(at).stream())
                .filter(value -> value.score() >= 0.9);
    }

    private Optional<Mention.OfValue> longest(int at) {
        boolean named = !chart.tables(at).isEmpty()
                || !chart.columns(at).isEmpty()
                || !chart.metrics(at).isEmpty()
                || !chart.flags(at).isEmpty()
                || !chart.events(at).isEmpty();
        List<Mention.OfValue> here = named ? List.of() : chart.values(at);
        boolean inside = IntStream.range(Math.max(0, at - 4), at)
                .anyMatch(start -> chart.values(start).stream().anyMatch(value -> value.end() > at)
                        || chart.tables(start).stream().anyMatch(table -> table.end() > at)
                        || chart.columns(start).stream().anyMatch(column -> column.end() > at)
                        || chart.metrics(start).stream().anyMatch(metric -> metric.end() > at));
        return inside ? Optional.empty() : here.stream().max((one, other) -> Integer.compare(one.end(), other.end()));
    }
}

package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells the dates of something else from those that a verb speaks of. */
final class EventsOfOthers {
    private static final Set<String> SMALL = Set.of(
            "that", "which", "who", "were", "was", "are", "is", "have", "has", "had", "been", "not", "never", "yet",
            "already");

    private EventsOfOthers() {}

    /**
     * "jobs that were cancelled", where jobs have such a state and only contracts a date of it; "who have never bought a voucher", where parts
     * have the date on which they were bought.
     */
    static boolean isOfAnother(Chart chart, int at, Mention.OfEvent event) {
        TableName own = event.column().table();
        Optional<TableName> thing = thingBefore(chart, at);
        boolean state = thing.filter(table -> !table.equals(own)).isPresent()
                && chart.values(event.start()).stream()
                        .filter(value -> value.end() == event.end())
                        .flatMap(value -> value.hits().stream())
                        .anyMatch(hit -> hit.column().table().equals(thing.get()));
        int object = chart.skip(event.end(), Set.of("a", "an", "any", "one", "the"));
        boolean bought = object > event.end()
                && thing.filter(table -> !table.equals(own)).isPresent()
                && chart.tables(object).stream()
                        .anyMatch(table -> !table.link() && !table.best().equals(own));
        // "tips left on room service orders".
        boolean ofColumn = chart.is(event.start(), "left")
                && IntStream.range(Math.max(0, at - 3), at)
                        .anyMatch(start -> chart.columns(start).stream()
                                .anyMatch(column -> column.end() == at
                                        && !column.options()
                                                .getFirst()
                                                .meaning()
                                                .table()
                                                .equals(own)));
        // "deposits paid by card", where deposits have such a day of their own.
        boolean theirs = thing.filter(table -> !table.equals(own)).isPresent()
                && chart.events(event.start()).stream()
                        .anyMatch(other -> other.column().table().equals(thing.get()));
        return state || bought || ofColumn || theirs;
    }

    /** The thing that ends where this begins, small words aside. */
    private static Optional<TableName> thingBefore(Chart chart, int at) {
        int end = at;
        while (end > 0 && SMALL.contains(chart.token(end - 1).word())) {
            end--;
        }
        int last = end;
        return IntStream.range(Math.max(0, end - 4), end)
                .boxed()
                .flatMap(start -> chart.tables(start).stream())
                .filter(table -> !table.link() && table.end() == last)
                .map(Mention.OfTable::best)
                .findFirst();
    }
}

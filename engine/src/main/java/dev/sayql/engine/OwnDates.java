package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which date "last month" refers to for the rows of a table, where nobody has said so: the only one, the one called by the table
 * ("order_date") or plainly "date", that of creation, else the first that every row has and that tells when something was done.
 */
final class OwnDates {
    // spotless:off
    private static final Set<String> NOT_WHEN = Set.of(
            "birth", "born", "end", "ends", "ended", "ending", "due", "expiry", "expires", "expire", "expiration",
            "updated", "modified", "changed", "deleted", "until", "valid", "last", "close", "closed", "death", "died");
    // spotless:on

    private OwnDates() {}

    static Optional<String> of(Table table) {
        List<Column> dates =
                table.columns().stream().filter(OwnDates::tellsWhen).toList();
        if (dates.size() == 1) {
            return Optional.of(dates.getFirst().name());
        }
        String singular = Stem.of(table.name().name());
        return dates.stream()
                .filter(column -> {
                    List<String> stems = Stem.ofWords(column.name());
                    return column.name().equals("date") || (stems.getFirst().equals(singular) && stems.size() == 2);
                })
                .findFirst()
                .or(() -> dates.stream()
                        .filter(column -> column.name().startsWith("created"))
                        .findFirst())
                .or(() -> dates.stream()
                        .filter(column -> !column.nullable())
                        .filter(column -> NamePhrases.wordsOf(column.name(), Set.of()).stream()
                                .noneMatch(NOT_WHEN::contains))
                        .findFirst())
                .map(Column::name);
    }

    /** Whether the column is a date, and not one until which something is good. */
    static boolean tellsWhen(Column column) {
        List<String> words = NamePhrases.wordsOf(column.name(), Set.of());
        boolean good = words.contains("expiry")
                || words.contains("expiration")
                || words.contains("expires")
                || (words.contains("best") && words.contains("before"));
        return column.dataType().isDate() && !good;
    }

    /** Whether a date says by its name when somebody was born. */
    static boolean isBirth(String column) {
        return NamePhrases.wordsOf(column, Set.of()).stream()
                .anyMatch(Set.of("birth", "born", "birthday", "birthdate", "dob")::contains);
    }
}

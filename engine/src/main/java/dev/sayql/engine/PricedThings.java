package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what "everything under 50 dollars" speaks of: the only things of a source with names and a price. */
final class PricedThings {
    private PricedThings() {}

    static Optional<TableName> only(Knowledge knowledge) {
        Set<TableName> priced = knowledge.facts().tableNames().stream()
                .filter(table -> !knowledge.label(table).isEmpty() && !knowledge.isPerson(table))
                .filter(table -> knowledge.table(table).stream()
                        .flatMap(found -> found.columns().stream())
                        .anyMatch(column -> column.dataType().isNumber()
                                && NamePhrases.stemsOf(column.name()).contains(Stem.of("price"))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // What a line of an order costs is said of what it points to.
        List<TableName> things = priced.stream()
                .filter(table -> knowledge.keys().reachedToOne(table).stream()
                        .noneMatch(other -> !other.equals(table) && priced.contains(other)))
                .limit(2)
                .toList();
        return things.size() == 1 ? Optional.of(things.getFirst()) : Optional.empty();
    }
}

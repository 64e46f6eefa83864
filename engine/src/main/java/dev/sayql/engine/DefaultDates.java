package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which date "last month" refers to, of rows and of those they point to. Immutable. */
final class DefaultDates {
    private final Knowledge knowledge;

    DefaultDates(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Optional<ColumnName> of(TableName start, Set<TableName> without) {
        Set<TableName> seen = new LinkedHashSet<>(List.of(start));
        seen.addAll(without);
        List<TableName> ring = List.of(start);
        while (!ring.isEmpty()) {
            // A line is dated by what it is a line of; what happened has a day; what only has a name was made on one;
            // when somebody was hired dates nothing.
            Optional<TableName> dated = ring.stream()
                    .filter(this::hasDates)
                    .filter(table -> !isDatedAbove(table))
                    .min(Comparator.comparing((TableName table) -> !isLineOf(start, table))
                            .thenComparing(knowledge::isPerson)
                            .thenComparing(table -> !knowledge.label(table).isEmpty()));
            if (dated.isPresent()) {
                return knowledge.ownDate(dated.get());
            }
            ring = ring.stream()
                    .flatMap(table -> knowledge.keys().from(table).stream())
                    .filter(edge -> !edge.toMany())
                    .map(Keys.Edge::to)
                    .filter(seen::add)
                    .toList();
        }
        return Optional.empty();
    }

    /** Whether the rows have dates of their own: then those of others are not meant. */
    private boolean hasDates(TableName name) {
        return knowledge.table(name).stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(OwnDates::tellsWhen);
    }

    /** A line of a delivery happened on its day, whatever may happen to the line later: a date that it need not have. */
    private boolean isDatedAbove(TableName name) {
        boolean loose = knowledge.label(name).isEmpty()
                && !isTaught(name)
                && knowledge.table(name).stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(column -> column.dataType().isDate())
                        .allMatch(Column::nullable);
        return loose
                && knowledge.keys().from(name).stream()
                        .filter(edge -> !edge.toMany() && knowledge.keys().isCertain(edge))
                        .map(Keys.Edge::to)
                        .anyMatch(above -> isTaught(above) && isEvent(above));
    }

    private boolean isTaught(TableName name) {
        return knowledge.context().semantics().defaultDates().containsKey(name);
    }

    /** Whether rows happen, rather than being there: their name is but their number, or they have none. */
    private boolean isEvent(TableName name) {
        return knowledge.label(name).stream().allMatch(column -> knowledge.isKey(new ColumnName(name, column)));
    }

    /** A delivery line is one of the delivery, by its name; so is an order line of a customer's order. */
    static boolean isLineOf(TableName line, TableName whole) {
        String one = whole.name().endsWith("s")
                ? whole.name().substring(0, whole.name().length() - 1)
                : whole.name();
        String last = one.substring(one.lastIndexOf('_') + 1);
        return line.name().startsWith(whole.name() + "_")
                || line.name().startsWith(one + "_")
                || (!last.equals(one) && line.name().startsWith(last + "_"));
    }
}

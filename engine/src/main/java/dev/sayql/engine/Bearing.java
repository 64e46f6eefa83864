package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Which rows a stored value stands for when it is counted: cards, of a red card; animals, of a dog. Immutable. */
final class Bearing {
    private final Knowledge knowledge;

    Bearing(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** "how many surgeries last year": those that took place, and not the vets whose subject it is; else nobody knows which. */
    Optional<TableName> of(Piece.HasValue value, Optional<TableName> asked) {
        List<TableName> tables = value.values().getFirst().hits().stream()
                .map(hit -> hit.column().table())
                .distinct()
                .toList();
        List<TableName> events = tables.stream()
                .filter(table -> knowledge.label(table).isEmpty()
                        && knowledge.ownDate(table).isPresent())
                .toList();
        List<TableName> kept = tables.size() > 1 ? events : tables;
        return kept.size() == 1
                ? of(
                        value.values()
                                .getFirst()
                                .in(kept.getFirst())
                                .hits()
                                .getFirst()
                                .column(),
                        asked)
                : Optional.empty();
    }

    /** @param asked the things that are asked for */
    Optional<TableName> of(ColumnName column, Optional<TableName> asked) {
        return knowledge.isUnique(column.table(), List.of(column.column()))
                ? asked.flatMap(head -> knowledge.keys().path(head, column.table()))
                        .filter(Path::isToMany)
                        .map(path -> path.withoutTail().to().table())
                        .or(() -> asked.isPresent() ? Optional.empty() : ofKind(column.table()))
                : Optional.of(column.table());
    }

    /** The animals, of the breeds of a species: down along what has names, where only one kind of things points. */
    private Optional<TableName> ofKind(TableName kind) {
        List<TableName> below = knowledge.keys().from(kind).stream()
                .filter(Keys.Edge::toMany)
                .map(Keys.Edge::to)
                .filter(table -> !table.equals(kind) && hasNames(table))
                .distinct()
                .toList();
        return below.size() == 1 ? ofKind(below.getFirst()).or(() -> Optional.of(below.getFirst())) : Optional.empty();
    }

    private boolean hasNames(TableName table) {
        return knowledge.label(table).stream()
                .anyMatch(column ->
                        !knowledge.isKey(new ColumnName(table, column)) && !Labels.isNameOfAnother(table, column));
    }

    /** "harvested the most potatoes": how much of them, where that is what the rows hold, is not how often. */
    boolean isMeasured(TableName table, Piece piece) {
        boolean kind = piece instanceof Piece.HasValue value
                && value.values().getFirst().hits().stream()
                        .noneMatch(hit -> hit.column().table().equals(table));
        return kind && knowledge.facts().addsUp(table);
    }

    /** The value, said of the rows of this table alone. */
    static Piece in(TableName table, Piece.HasValue value) {
        List<Mention.OfValue> kept =
                value.values().stream().map(mention -> mention.in(table)).toList();
        return kept.stream().anyMatch(mention -> mention.hits().isEmpty())
                ? value
                : new Piece.HasValue(value.span(), kept, value.column(), value.negated());
    }
}

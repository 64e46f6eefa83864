package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides whose rows a question lists or folds. For one use by one thread. */
final class RowsChoice {
    private final List<Piece> pieces;
    private final Knowledge knowledge;
    private final Roles roles;

    /** @param roles as far as they are decided: the head, and what is mentioned */
    RowsChoice(List<Piece> pieces, Knowledge knowledge, Roles roles) {
        this.pieces = pieces;
        this.knowledge = knowledge;
        this.roles = roles;
    }

    Optional<TableName> decide() {
        Optional<TableName> counted = pieces.stream()
                .filter(Piece.Count.class::isInstance)
                .map(piece -> bestTable(((Piece.Count) piece).table()))
                .findFirst();
        return counted.or(this::sharedRows)
                .or(this::measuredRows)
                .or(this::rankedRows)
                .or(() -> roles.head().map(entity -> bestTable(entity.table())))
                .or(() -> pieces.stream()
                        .filter(Piece.Kin.class::isInstance)
                        .map(piece -> ((Piece.Kin) piece).table().best())
                        .findFirst())
                .or(this::pickedRows)
                .or(this::valuedRows);
    }

    /** "developers in Berlin": a value that stands for the rows that have it. */
    private Optional<TableName> valuedRows() {
        return pieces.stream()
                .filter(Piece.HasValue.class::isInstance)
                .map(piece -> ((Piece.HasValue) piece).values().getFirst())
                .map(value -> measuredAmong(value)
                        .orElseGet(() ->
                                gradedBeyond(value.hits().getFirst().column().table())))
                .findFirst()
                .or(this::taughtRows);
    }

    /** "trams with fewer than 60 seats": lines are trams or not, and vehicles, and vehicles have seats. */
    private Optional<TableName> measuredAmong(Mention.OfValue value) {
        List<TableName> kinds = value.hits().stream()
                .map(hit -> hit.column().table())
                .distinct()
                .toList();
        List<TableName> measured = pieces.stream()
                .filter(Piece.Compare.class::isInstance)
                .flatMap(piece -> ((Piece.Compare) piece).target().stream())
                .filter(Piece.Target.OfColumn.class::isInstance)
                .map(target -> ((Piece.Target.OfColumn) target).column())
                .map(column -> column.options().getFirst().meaning().table())
                .filter(kinds::contains)
                .distinct()
                .toList();
        return kinds.size() > 1 && measured.size() == 1 ? Optional.of(measured.getFirst()) : Optional.empty();
    }

    /** "the heaviest dog", where a dog is a species: the rows that belong to it and have a weight. */
    private TableName gradedBeyond(TableName kind) {
        Optional<English.Adjective> adjective = pieces.stream()
                .flatMap(piece -> piece instanceof Piece.Rank rank ? rank.target().stream() : Stream.empty())
                .filter(Piece.Target.OfAdjective.class::isInstance)
                .map(target -> ((Piece.Target.OfAdjective) target).adjective())
                .findFirst();
        if (adjective.isEmpty() || knowledge.graded(kind, adjective.get()).isPresent()) {
            return kind;
        }
        List<TableName> ring = List.of(kind);
        for (int step = 0; step < 3; step++) {
            ring = ring.stream()
                    .flatMap(table -> knowledge.keys().from(table).stream())
                    .filter(Keys.Edge::toMany)
                    .map(Keys.Edge::to)
                    .distinct()
                    .toList();
            List<TableName> graded = ring.stream()
                    .filter(table -> knowledge.graded(table, adjective.get()).isPresent())
                    .toList();
            if (!graded.isEmpty()) {
                return graded.size() == 1 ? graded.getFirst() : kind;
            }
        }
        return kind;
    }

    /** "anything sold out": a condition that the team gave a name stands for the rows that satisfy it. */
    private Optional<TableName> taughtRows() {
        return pieces.stream()
                .flatMap(piece -> switch (piece) {
                    case Piece.Compare compare -> compare.target().flatMap(this::rowsOf).stream();
                    case Piece.Flag flag ->
                        Stream.of(flag.flag().columns().getFirst().table());
                    case Piece.Missing missing ->
                        Stream.of(
                                missing.column().options().getFirst().meaning().table());
                    default -> Stream.<TableName>empty();
                })
                .findFirst();
    }

    /** Of several tables that the words could name, the one best connected to what else is mentioned. */
    private TableName bestTable(Mention.OfTable table) {
        return new Resolver(knowledge, Optional.empty(), Set.of())
                .table(table)
                .map(Resolver.Choice::value)
                .orElse(table.best());
    }

    private Optional<TableName> sharedRows() {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Share(Piece.Span _, Piece.Target target, boolean _)) {
                return rowsOf(target);
            }
        }
        return Optional.empty();
    }

    private Optional<TableName> measuredRows() {
        for (Piece piece : pieces) {
            Optional<TableName> found = switch (piece) {
                case Piece.Folds(Piece.Span _, List<Aggregation> _, Piece.Target target) -> rowsOf(target);
                case Piece.Pick(Piece.Span _, Piece.Target.OfMetric target, boolean _, boolean _) -> rowsOf(target);
                case Piece.CountColumn(Piece.Span _, Mention.OfColumn column) -> tableOf(column);
                case Piece.PerEach each -> rowsOf(each.measure());
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<TableName> rankedRows() {
        return roles.rankMeasure().flatMap(this::rowsOf);
    }

    private Optional<TableName> rowsOf(Piece.Target target) {
        return switch (target) {
            case Piece.Target.OfTable(Mention.OfTable table) -> Optional.of(table.best());
            case Piece.Target.OfCount(Mention.OfTable table) -> Optional.of(table.best());
            case Piece.Target.OfColumn(Mention.OfColumn column) -> tableOf(column);
            case Piece.Target.OfFold(Aggregation _, Mention.OfColumn column) -> tableOf(column);
            case Piece.Target.OfMetric(Mention.OfMetric metric) ->
                roles.form(metric.metric()).map(Metric.Form::table);
            case Piece.Target.OfDate(Mention.OfTable table) -> Optional.of(table.best());
            case Piece.Target.OfParent(Mention.OfTable table) -> Optional.of(table.best());
            case Piece.Target.OfAdjective _ -> Optional.empty();
            case Piece.Target.OfFrequency() -> pickedRows();
        };
    }

    private Optional<TableName> tableOf(Mention.OfColumn mention) {
        Mention.OfColumn column = roles.hasMeasure() ? mention : mention.exact();
        Optional<TableName> near = roles.head().map(entity -> entity.table().best());
        return new Resolver(knowledge, near, roles.mentioned())
                .column(column, found -> true)
                .or(() -> new Resolver(knowledge, Optional.empty(), roles.mentioned()).column(column, found -> true))
                .map(choice -> choice.value().table());
    }

    private Optional<TableName> pickedRows() {
        return pieces.stream()
                .filter(Roles::isColumnPick)
                .flatMap(piece -> rowsOf(((Piece.Pick) piece).target()).stream())
                .findFirst();
    }
}

package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Settles what "what" asks for: "what has Jane Smith bought" asks for the things that the rows she led to point to. */
final class ObjectSettling {
    private ObjectSettling() {}

    static void settle(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        boolean asked = pieces.stream().noneMatch(piece -> Roles.isMeasure(piece) || piece instanceof Piece.Pick);
        Optional<TableName> thing = asked ? thing(pieces, knowledge) : Optional.empty();
        pieces.replaceAll(piece -> piece instanceof Piece.WhatDid what
                ? thing.<Piece>map(table -> new Piece.Entity(
                                what.span(),
                                new Mention.OfTable(
                                        what.span().start(),
                                        what.span().end(),
                                        List.of(new Mention.Option<>(table, 1)),
                                        false),
                                false))
                        .orElseGet(() -> asked || isDone(pieces, chart)
                                ? new Piece.Unknown(what.span())
                                : Normalisation.filler(what.span()))
                : piece);
    }

    /** "what did we sell to Michael Johnson" asks for things and for no number, though how much was sold is called so, too. */
    private static boolean isDone(List<Piece> pieces, Chart chart) {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Pick pick
                        && pick.target() instanceof Piece.Target.OfMetric
                        && pick.span().end() == pick.span().start() + 1
                        && !ExtentRules.PAYING.contains(
                                chart.token(pick.span().start()).word())
                        && chart.tables(pick.span().start()).stream().anyMatch(Mention.OfTable::link));
    }

    /** The one kind of thing, beside those who did it, that the rows behind the verb point to. */
    private static Optional<TableName> thing(List<Piece> pieces, Knowledge knowledge) {
        List<TableName> verbs = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && entity.table().link())
                .map(piece -> ((Piece.Entity) piece).table().best())
                .distinct()
                .toList();
        boolean others = pieces.stream()
                .anyMatch(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link());
        List<TableName> persons = pieces.stream()
                .filter(Piece.HasValue.class::isInstance)
                .map(piece -> ((Piece.HasValue) piece)
                        .values()
                        .getFirst()
                        .hits()
                        .getFirst()
                        .column()
                        .table())
                .filter(knowledge::isPerson)
                .distinct()
                .toList();
        if (verbs.size() != 1 || others || persons.size() != 1) {
            return Optional.empty();
        }
        Optional<Path> doer = knowledge.keys().pathToOne(verbs.getFirst(), persons.getFirst());
        if (doer.isEmpty()) {
            return Optional.empty();
        }
        Set<TableName> known =
                doer.get().steps().stream().map(step -> step.to().table()).collect(Collectors.toSet());
        known.add(verbs.getFirst());
        return things(verbs, known, knowledge);
    }

    /** What an order is of stands in its lines; where it has none, or they are of nothing, what it points to itself. */
    private static Optional<TableName> things(List<TableName> verbs, Set<TableName> known, Knowledge knowledge) {
        List<TableName> lines = knowledge.keys().from(verbs.getFirst()).stream()
                .filter(Keys.Edge::toMany)
                .map(Keys.Edge::to)
                .filter(line -> DefaultDates.isLineOf(line, verbs.getFirst()))
                .distinct()
                .toList();
        List<TableName> inLines = pointedTo(lines, known, knowledge);
        List<TableName> things = inLines.isEmpty() ? pointedTo(verbs, known, knowledge) : inLines;
        return things.size() == 1 ? Optional.of(things.getFirst()) : Optional.empty();
    }

    private static List<TableName> pointedTo(List<TableName> from, Set<TableName> known, Knowledge knowledge) {
        return from.stream()
                .flatMap(table -> knowledge.keys().from(table).stream())
                .filter(edge -> !edge.toMany())
                .map(Keys.Edge::to)
                .filter(table -> !known.contains(table)
                        && !knowledge.isPerson(table)
                        && !knowledge.label(table).isEmpty())
                .distinct()
                .toList();
    }
}

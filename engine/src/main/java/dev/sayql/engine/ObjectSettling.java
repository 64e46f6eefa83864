package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Settles what "what" asks for: "what has Jane Smith bought" asks for the things that the rows she led to point to. */
final class ObjectSettling {
    private ObjectSettling() {}

    static void settle(List<Piece> pieces, Knowledge knowledge) {
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
                        .orElseGet(() -> asked ? new Piece.Unknown(what.span()) : Normalisation.filler(what.span()))
                : piece);
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
        List<TableName> things = knowledge.keys().from(verbs.getFirst()).stream()
                .filter(edge -> !edge.toMany())
                .map(Keys.Edge::to)
                .filter(table -> doer.stream()
                        .flatMap(path -> path.steps().stream())
                        .noneMatch(step -> step.to().table().equals(table)))
                .filter(table ->
                        !knowledge.isPerson(table) && !knowledge.label(table).isEmpty())
                .distinct()
                .toList();
        return doer.isPresent() && things.size() == 1 ? Optional.of(things.getFirst()) : Optional.empty();
    }
}

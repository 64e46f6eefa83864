package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a follow-up leaves out: "without cancelled orders", "exclude Jane Smith". */
final class Excluding {
    private final Edit edit;
    private final Narrowing narrowing;

    Excluding(Edit edit, Narrowing narrowing) {
        this.edit = edit;
        this.narrowing = narrowing;
    }

    /** "leave out cancelled orders": what is said must not hold. */
    void exclude(List<Piece> pieces) {
        List<Piece.HasValue> values = pieces.stream()
                .flatMap(piece -> switch (piece) {
                    case Piece.HasValue value -> Stream.of(value);
                    case Piece.Without without
                    when without.table().best().equals(edit.query().subject().table())
                            && !without.values().isEmpty() ->
                        Stream.of(new Piece.HasValue(without.span(), without.values(), Optional.empty(), true));
                    default -> Stream.<Piece.HasValue>empty();
                })
                .toList();
        List<Piece> others = pieces.stream()
                .filter(Narrowing::isCondition)
                .filter(piece -> !(piece instanceof Piece.HasValue))
                .filter(piece -> !(piece instanceof Piece.Without without
                        && without.table().best().equals(edit.query().subject().table())))
                .toList();
        if (values.size() + others.size() == 0 || (!values.isEmpty() && !others.isEmpty())) {
            edit.problem("It is not clear what is to be left out.");
        } else if (values.size() == 1) {
            narrowing.add(negated(values.getFirst()));
        } else if (values.size() > 1) {
            excludeName(values);
        } else if (others.size() == 1) {
            excludeOther(others.getFirst());
        } else {
            edit.problem("Leave out one thing at a time, please.");
        }
    }

    private static Piece.HasValue negated(Piece.HasValue value) {
        return new Piece.HasValue(value.span(), value.values(), value.column(), true);
    }

    /** "exclude Jane Smith": whoever has another first or another last name stays. */
    private void excludeName(List<Piece.HasValue> values) {
        List<ColumnName> columns =
                values.stream().flatMap(value -> edit.column(value).stream()).toList();
        Set<ColumnName> named = new HashSet<>(columns);
        boolean name = columns.size() == values.size()
                && named.size() == columns.size()
                && columns.stream().map(ColumnName::table).distinct().count() == 1
                && edit.knowledge().label(columns.getFirst().table()).size() == named.size()
                && columns.stream()
                        .allMatch(
                                column -> edit.knowledge().label(column.table()).contains(column.column()));
        boolean near = name
                && edit.knowledge()
                        .keys()
                        .reachedToOne(edit.query().subject().table())
                        .contains(columns.getFirst().table());
        if (!near) {
            edit.problem("It is not clear what is to be left out: both, or only what is both.");
            return;
        }
        List<Piece> either = new ArrayList<>();
        values.forEach(value -> either.add(negated(value)));
        narrowing.add(new Piece.Either(
                new Piece.Span(
                        values.getFirst().span().start(),
                        values.getLast().span().end(),
                        1),
                either));
    }

    private void excludeOther(Piece piece) {
        switch (piece) {
            case Piece.Compare compare
            when compare.upTo().isEmpty() && compare.target().isPresent() ->
                narrowing.add(new Piece.Compare(
                        compare.span(),
                        compare.target(),
                        compare.operator().negated(),
                        compare.number(),
                        Optional.empty(),
                        compare.unit()));
            case Piece.Flag _, Piece.Missing _, Piece.Without _ -> narrowing.add(piece);
            default -> edit.problem("That cannot be left out here. Say what is wanted instead.");
        }
    }
}

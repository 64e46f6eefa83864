package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Changes the earlier row of pieces as a follow-up says, piece by piece. For one edit by one thread. */
final class Editing {
    private final Edit edit;
    private final Chart chart;
    private final Narrowing narrowing;
    private final Regrouping regrouping;
    private final Reordering reordering;
    private final Dropping dropping;

    /** @param start the first word of the follow-up */
    Editing(Edit edit, Chart chart, int start) {
        this.edit = edit;
        this.chart = chart;
        this.narrowing = new Narrowing(edit);
        this.regrouping = new Regrouping(edit);
        this.reordering = new Reordering(edit);
        this.dropping = new Dropping(edit, chart, start);
    }

    /** What the frame says by itself. */
    void applyFrame() {
        Frame frame = edit.frame();
        switch (frame.kind()) {
            case COUNT -> regrouping.count();
            case LIST -> regrouping.list();
            case PERCENT -> regrouping.percent();
            case FOLD -> frame.fold().ifPresent(this::fold);
            case LIMIT -> reordering.limit(frame.count().orElseThrow(), frame.rising(), edit.wholeSpan());
            case TURN -> reordering.turn();
            case UNLIMITED -> reordering.unlimited();
            case UNDATED -> dropping.dates();
            case PLAIN, WHAT_ABOUT, SHOW, EXCLUDE, ALL, WHY -> {}
        }
    }

    /** "the lowest" of a list that has a highest is the other end of it; of what is measured, another aggregate. */
    private void fold(Aggregation aggregation) {
        boolean extreme = aggregation == Aggregation.MINIMUM || aggregation == Aggregation.MAXIMUM;
        List<Integer> ranks = edit.places(Piece.Rank.class::isInstance);
        if (extreme && ranks.size() == 1 && edit.measures().isEmpty()) {
            int count = ((Piece.Rank) edit.piece(ranks.getFirst())).count();
            reordering.limit(count, Optional.of(aggregation == Aggregation.MINIMUM), edit.wholeSpan());
        } else {
            regrouping.fold(aggregation);
        }
    }

    /** Takes back what the words name as a part of the question; false when they name none. */
    boolean applyNames() {
        return switch (edit.frame().kind()) {
            case EXCLUDE -> dropping.named();
            case ALL -> {
                if (!dropping.named()) {
                    edit.problem("It is not clear what \"all\" takes back.");
                }
                yield true;
            }
            default -> false;
        };
    }

    /** What the words say, read as pieces. */
    void apply(List<Piece> read) {
        List<Piece> pieces = counted(read);
        if (edit.frame().kind() == Frame.Kind.EXCLUDE) {
            pieces.stream()
                    .filter(Piece.Entity.class::isInstance)
                    .forEach(piece -> edit.mentions((Piece.Entity) piece));
            new Excluding(edit, narrowing).exclude(pieces);
        } else {
            Optional<Piece.Entity> named = pieces.stream()
                    .filter(Piece.Entity.class::isInstance)
                    .map(Piece.Entity.class::cast)
                    .filter(entity -> !entity.table().link() && !entity.each())
                    .findFirst();
            pieces.forEach(piece -> apply(piece, named));
            narrowing.checkNames();
        }
        if (edit.parts().isEmpty()) {
            edit.problem("It is not clear what is to change.");
        }
    }

    /** "how many customers" in the words of a follow-up. */
    private static List<Piece> counted(List<Piece> read) {
        List<Piece> pieces = new ArrayList<>(read);
        for (int at = 0; at + 1 < pieces.size(); at++) {
            if (pieces.get(at) instanceof Piece.Counting && pieces.get(at + 1) instanceof Piece.Entity entity) {
                pieces.set(at, new Piece.Count(entity.span(), entity.table(), false));
                pieces.remove(at + 1);
            }
        }
        return pieces;
    }

    private void apply(Piece piece, Optional<Piece.Entity> named) {
        switch (piece) {
            case Piece.Filler _ -> {}
            case Piece.During during -> narrowing.during(during);
            case Piece.HasValue value
            when isDeed(value) ->
                edit.problem(
                        "\"" + words(value) + "\" is a deed here and a value there. Ask the whole question, please.");
            case Piece.HasValue value
            when isByChance(value) ->
                edit.problem(
                        "\"" + words(value) + "\" is a name here, and may mean something else. Say the whole name.");
            case Piece.HasValue value -> narrowing.values(value);
            case Piece.Flag flag -> narrowing.flag(flag);
            case Piece.Compare compare -> narrowing.compare(compare, named);
            case Piece.CompareCount count -> narrowing.compareCount(count);
            case Piece.Group _, Piece.GroupByTime _ -> regrouping.group(piece);
            case Piece.Entity entity
            when entity.each() ->
                regrouping.group(new Piece.Group(
                        entity.span(), List.of(new Piece.Target.OfTable(entity.table())), Piece.Group.Manner.EACH));
            case Piece.Entity entity -> edit.mentions(entity);
            case Piece.Rank rank -> reordering.rank(rank);
            case Piece.Sort sort -> reordering.sort(sort, isExplicit(sort));
            case Piece.Direction direction -> reordering.direction(direction, words(direction));
            case Piece.Pick(var _, Piece.Target.OfMetric _, boolean _, boolean _) -> regrouping.measure(piece);
            case Piece.Pick pick -> regrouping.show(pick);
            case Piece.Count _, Piece.CountColumn _, Piece.Folds _ -> regrouping.measure(piece);
            default -> {
                if (Narrowing.isCondition(piece)) {
                    narrowing.add(piece);
                } else {
                    edit.problem(
                            "\"" + chart.text(piece.span().start(), piece.span().end())
                                    + "\" cannot be added to an earlier question. Ask the whole question, please.");
                }
            }
        }
    }

    /** "led by Jane Smith" does not speak of those who are called lead. */
    private boolean isDeed(Piece.HasValue value) {
        int by = value.span().end();
        return chart.is(by, "by")
                && !chart.values(chart.skip(by + 1, Set.of("the"))).isEmpty();
    }

    /** "in 2019 prices" is not about somebody of the name Price: part of a name counts when it is written as one. */
    private boolean isByChance(Piece.HasValue value) {
        Token word = chart.token(value.span().end() - 1);
        boolean part = value.values().getFirst().hits().stream()
                .allMatch(hit -> edit.knowledge().label(hit.column().table()).size() > 1
                        && edit.knowledge()
                                .label(hit.column().table())
                                .contains(hit.column().column()));
        boolean exact = value.values().getFirst().hits().stream()
                .anyMatch(hit -> hit.value().equalsIgnoreCase(word.text()));
        return part && !(exact && Character.isUpperCase(word.text().charAt(0)));
    }

    /** "sort by", not "by" alone. */
    private boolean isExplicit(Piece.Sort sort) {
        return words(sort).matches(".*\\b(sort|sorted|order|ordered|rank|ranked|arranged|first)\\b.*");
    }

    private String words(Piece piece) {
        return chart.text(piece.span().start(), piece.span().end()).toLowerCase(Locale.ROOT);
    }
}

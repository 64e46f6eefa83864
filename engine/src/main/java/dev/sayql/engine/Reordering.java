package dev.sayql.engine;

import dev.sayql.core.generation.Change;
import java.util.List;
import java.util.Optional;

/** What a follow-up says about the order, and about how many are shown. */
final class Reordering {
    private static final String TOP_BY_WHAT = "The first of what order? Say by what, such as \"top 3 by revenue\".";

    private final Edit edit;

    Reordering(Edit edit) {
        this.edit = edit;
    }

    private List<Integer> ranks() {
        return edit.places(Piece.Rank.class::isInstance);
    }

    private List<Integer> sorts() {
        return edit.places(Piece.Sort.class::isInstance);
    }

    private List<Integer> directions() {
        return edit.places(Piece.Direction.class::isInstance);
    }

    /** "top 3", "make it 5". */
    void limit(int count, Optional<Boolean> rising, Piece.Span span) {
        edit.touches(Change.Part.LIMIT);
        List<Integer> ranks = ranks();
        if (ranks.size() == 1) {
            relimit(ranks.getFirst(), count, rising, span);
        } else if (!ranks.isEmpty()) {
            edit.problem(TOP_BY_WHAT);
        } else if (edit.isGrouped()) {
            limitGroups(count, rising, span);
        } else {
            limitList(count, rising, span);
        }
    }

    private void relimit(int place, int count, Optional<Boolean> rising, Piece.Span span) {
        Piece.Rank old = (Piece.Rank) edit.piece(place);
        boolean turned = rising.filter(wanted -> wanted != old.ascending()).isPresent();
        if (turned) {
            edit.touches(Change.Part.ORDER);
        }
        Optional<Piece.Target> target = old.target()
                .map(found -> turned && found instanceof Piece.Target.OfAdjective(English.Adjective adjective)
                        ? new Piece.Target.OfAdjective(adjective.opposite())
                        : found);
        edit.replace(place, new Piece.Rank(span, rising.orElse(old.ascending()), count, target));
    }

    /** Of groups, those whose number is the highest. */
    private void limitGroups(int count, Optional<Boolean> rising, Piece.Span span) {
        boolean byTime = edit.query().groups().stream().anyMatch(Expression.Bucket.class::isInstance);
        boolean sorted = !sorts().isEmpty() || !directions().isEmpty();
        if ((sorted || byTime) && rising.isEmpty()) {
            edit.problem(TOP_BY_WHAT);
        } else if (sorted || edit.measures().size() != 1) {
            edit.problem(TOP_BY_WHAT);
        }
        edit.touches(Change.Part.ORDER);
        speakOfGroups();
        edit.add(new Piece.Rank(span, rising.orElse(false), count, Optional.empty()));
    }

    /** After "top 3", "for each region" says what the three are, and asks for no three of each. */
    private void speakOfGroups() {
        for (int place : edit.places(
                piece -> piece instanceof Piece.Group || (piece instanceof Piece.Entity entity && entity.each()))) {
            Piece piece = edit.piece(place);
            edit.reword(piece.span().start(), "by");
            if (piece instanceof Piece.Entity entity) {
                edit.replace(
                        place,
                        new Piece.Group(
                                entity.span(),
                                List.of(new Piece.Target.OfTable(entity.table())),
                                Piece.Group.Manner.BY));
            }
        }
    }

    /** Of a list, the first in the order that it has. */
    private void limitList(int count, Optional<Boolean> rising, Piece.Span span) {
        List<Integer> sorts = sorts();
        if (sorts.size() != 1 || !directions().isEmpty()) {
            edit.problem(TOP_BY_WHAT);
            return;
        }
        Piece.Sort sort = (Piece.Sort) edit.piece(sorts.getFirst());
        if (rising.filter(wanted -> wanted == sort.descending()).isPresent()) {
            edit.problem(TOP_BY_WHAT);
        }
        edit.touches(Change.Part.SHOWN);
        edit.add(new Piece.Rank(span, !sort.descending(), count, Optional.empty()));
    }

    /** "the cheapest ones instead". */
    void rank(Piece.Rank rank) {
        List<Integer> old = ranks();
        edit.touches(Change.Part.LIMIT, Change.Part.ORDER, Change.Part.SHOWN);
        if (rank.target().isEmpty()) {
            limit(rank.count(), Optional.of(rank.ascending()), rank.span());
        } else if (old.size() > 1) {
            edit.problem(TOP_BY_WHAT);
        } else if (old.isEmpty()) {
            edit.removeAll(sorts());
            edit.removeAll(directions());
            edit.add(rank);
        } else {
            int count = ((Piece.Rank) edit.piece(old.getFirst())).count();
            edit.removeAll(sorts());
            edit.replace(
                    old.getFirst(),
                    new Piece.Rank(
                            rank.span(), rank.ascending(), rank.count() == 1 ? count : rank.count(), rank.target()));
        }
    }

    /** "sort by price"; of a top ten, "by revenue" says by what. */
    void sort(Piece.Sort sort, boolean explicit) {
        List<Integer> ranks = ranks();
        edit.touches(Change.Part.ORDER);
        if (ranks.size() > 1 || (explicit && !ranks.isEmpty())) {
            edit.problem(
                    "The earlier question asks for the first of an order; sorting those anew is not possible here.");
        } else if (ranks.size() == 1) {
            edit.touches(Change.Part.SHOWN, Change.Part.ROWS);
            Piece.Rank rank = (Piece.Rank) edit.piece(ranks.getFirst());
            edit.removeAll(sorts());
            edit.replace(
                    ranks.getFirst(),
                    new Piece.Rank(sort.span(), rank.ascending(), rank.count(), Optional.of(sort.target())));
        } else if (edit.isGrouped() && sortsByHidden(sort)) {
            edit.problem("The groups do not have that. Say \"also show\" first, or what else to sort by.");
        } else if (!explicit && edit.isGrouped() && !sort.target().equals(new Piece.Target.OfFrequency())) {
            edit.problem("Is that to be measured, or to be sorted by? Say \"sort by\", or what to show instead.");
        } else {
            edit.removeAll(sorts());
            edit.removeAll(directions());
            edit.add(sort);
        }
    }

    private boolean sortsByHidden(Piece.Sort sort) {
        return sort.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                && edit.column(column)
                        .filter(found -> edit.query().groups().stream()
                                .noneMatch(group -> group instanceof Expression.Column by
                                        && by.name().equals(found.column())
                                        && by.range().table().equals(found.table())))
                        .isPresent();
    }

    /** "lowest first"; "alphabetically" is about names, and numbers have none. */
    void direction(Piece.Direction direction, String words) {
        edit.touches(Change.Part.ORDER);
        boolean byTime = edit.query().order().stream().anyMatch(key -> key.expression() instanceof Expression.Bucket);
        if (byTime && !words.isEmpty()) {
            edit.problem("By time, or by the number? Say \"sort by\", please.");
        }
        boolean byName = words.contains("alphabet") || words.contains("chronolog");
        if (byName && (edit.isGrouped() || edit.query().order().size() > 0)) {
            edit.problem("Say by which name or date to sort, please.");
        }
        if (!ranks().isEmpty()) {
            edit.problem("The other end of the order, or the same rows turned round? Say \"top\" or \"bottom\".");
        }
        edit.removeAll(directions());
        boolean byNumber = words.matches(".*\\b(high|low|large|small|most|least|fewest|best|worst|big)[a-z]*\\b.*");
        if (byNumber && edit.query().order().isEmpty()) {
            sortByShown(direction);
        } else {
            edit.add(direction);
        }
    }

    /** "highest first" of a list that shows one number. */
    private void sortByShown(Piece.Direction direction) {
        edit.shownNumber(direction.span())
                .ifPresentOrElse(
                        target -> edit.add(new Piece.Sort(direction.span(), target, direction.descending())),
                        () -> edit.problem("The highest of what? Say \"sort by\", please."));
    }

    /** "the other way round". */
    void turn() {
        List<Query.Order> order = edit.query().order();
        if (order.isEmpty()) {
            edit.problem("The earlier question asks for no order.");
        } else {
            direction(new Piece.Direction(edit.wholeSpan(), !order.getFirst().descending()), "");
        }
    }

    /** "all of them". */
    void unlimited() {
        List<Integer> ranks = ranks();
        edit.touches(Change.Part.LIMIT);
        if (edit.isLimitedWithoutWords()) {
            edit.unlimited();
        } else if (ranks.size() != 1) {
            edit.problem("The earlier question shows all there is.");
        } else {
            Piece.Rank rank = (Piece.Rank) edit.piece(ranks.getFirst());
            boolean bare = edit.places(Piece.Pick.class::isInstance).isEmpty()
                    && !edit.query().isFolded();
            rank.target()
                    .filter(target -> bare)
                    .ifPresent(target -> edit.add(new Piece.Pick(rank.span(), target, false, true)));
            rank.target()
                    .ifPresentOrElse(
                            target -> edit.replace(
                                    ranks.getFirst(), new Piece.Sort(rank.span(), target, !rank.ascending())),
                            () -> edit.remove(ranks.getFirst()));
        }
    }
}

package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Questions that read like simpler ones and mean more than one query of this shape can say: the best of each group, all of
 * something, an average within a group. For one assembly by one thread.
 */
final class Pitfalls extends SecondLook {
    private static final Set<String> POSSESSIVES = Set.of("their", "its", "his", "her");

    Pitfalls(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        boolean folded = draft.showsFolds();
        bestOfEach();
        averagesWithin(subject);
        universals(folded);
        saidOfRows();
        extremesOf(subject);
        averagesOf();
        kindsOfGroups();
        namesOfOthers();
        bareTotals();
        flaggedShares();
        datesBeforeDates();
        Misnomers.in(pieces, chart).ifPresent(doubts::problem);
        doubts.doubt(Deeds.isPassedOver(pieces, chart) ? 0.65 : 0);
        if (Deeds.ofTheSameTwice(pieces, chart)) {
            doubts.problem("the same one twice");
        }
        rowsOfTheSame(subject);
    }

    private boolean hasRank() {
        return pieces.stream().anyMatch(Piece.Rank.class::isInstance);
    }

    /** "the cheapest product in each category", "customers and their latest order": one of every group. */
    private void bestOfEach() {
        boolean each = pieces.stream()
                .anyMatch(piece -> (piece instanceof Piece.Group group
                                && !chart.is(group.span().start(), "by", "across"))
                        || (piece instanceof Piece.Entity entity && entity.each()));
        boolean theirs = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Rank rank
                        && rank.span().start() > 0
                        && !chart.is(rank.span().start(), "with", "has", "have")
                        && (isPossessive(rank.span().start() - 1)
                                || isPossessive(rank.span().start())));
        boolean loose = hasRank()
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                                && IntStream.range(span.start(), span.end())
                                        .anyMatch(at -> chart.is(at, "each", "every")));
        boolean frequent = roles.head().isPresent()
                && pieces.stream().anyMatch(Piece.Group.class::isInstance)
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Rank rank
                                && rank.target()
                                        .filter(Piece.Target.OfFrequency.class::isInstance)
                                        .isPresent());
        if (((each && hasRank()) || theirs || loose || frequent) && draft.firsts == 0) {
            doubts.problem("the first of every group");
        }
    }

    private boolean isPossessive(int at) {
        return at < chart.size() && POSSESSIVES.contains(chart.token(at).word());
    }

    /** "above the average of their category", "more than the average customer". */
    private void averagesWithin(Expression.Range subject) {
        for (int index = 0; index < pieces.size(); index++) {
            if (!(pieces.get(index) instanceof Piece.CompareToAverage)) {
                continue;
            }
            int next = work.nextSaid(index);
            boolean other =
                    AverageRules.isOfTheirs(chart, pieces.get(index).span().end())
                            || (next < pieces.size()
                                    && (pieces.get(next) instanceof Piece.Group
                                            || (pieces.get(next) instanceof Piece.Entity entity
                                                    && !entity.table().best().equals(subject.table()))));
            if (other) {
                doubts.problem("an average within something");
            }
        }
    }

    /** "cheaper than the average price": what touches the average says what it is of, and is not asked for. */
    private void averagesOf() {
        for (int index = 1; index < pieces.size(); index++) {
            Piece before = pieces.get(index - 1);
            Piece piece = pieces.get(index);
            boolean average = before instanceof Piece.CompareToAverage
                    && chart.is(before.span().end() - 1, "average", "mean", "avg");
            boolean column = piece instanceof Piece.Pick || piece instanceof Piece.Folds;
            if (average && column && before.span().end() == piece.span().start()) {
                doubts.problem("what the average is of, not a column to show");
            }
        }
    }

    /** "by property type", "per tour kind": a column right behind a group says what the groups are, whatever it is of. */
    private void kindsOfGroups() {
        for (int index = 1; index < pieces.size(); index++) {
            boolean touching = pieces.get(index - 1).span().end()
                    == pieces.get(index).span().start();
            boolean kind = touching
                    && pieces.get(index - 1) instanceof Piece.Group
                    && pieces.get(index) instanceof Piece.Pick pick
                    && pick.target() instanceof Piece.Target.OfColumn;
            if (kind) {
                doubts.problem("a kind of the groups, not the groups");
            }
        }
    }

    /** "the name of the customer": a word that only recalls whose it is must be right about it. */
    private void namesOfOthers() {
        for (int index = 0; index < pieces.size(); index++) {
            if (!(pieces.get(index) instanceof Piece.Pick pick
                    && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                    && chart.is(pick.span().end(), "of"))) {
                continue;
            }
            int next = work.nextSaid(index);
            boolean others = next < pieces.size()
                    && pieces.get(next) instanceof Piece.Echo echo
                    && draft.outputs.stream()
                            .map(Query.Output::expression)
                            .filter(shown -> shown instanceof Expression.Column one
                                    && column.options().stream()
                                            .anyMatch(option -> option.meaning()
                                                    .equals(new ColumnName(
                                                            one.range().table(), one.name()))))
                            .noneMatch(shown -> shown instanceof Expression.Column one
                                    && echo.tables().contains(one.range().table()));
            // "the names of the casualties", who have none: not those of the teams that came.
            boolean nameless = next < pieces.size()
                    && chart.is(pick.span().end() - 1, "name", "names")
                    && pieces.get(next) instanceof Piece.Entity entity
                    && !entity.table().link()
                    && chart.token(entity.span().end() - 1).word().endsWith("s")
                    && column.options().stream()
                            .noneMatch(option -> option.meaning()
                                    .table()
                                    .equals(entity.table().best()));
            if (others || nameless) {
                doubts.problem("a name of something else");
            }
        }
    }

    /** "orders that had a discount", "has R-31 as its parent": said of the rows, not asked for. */
    private void saidOfRows() {
        for (Piece piece : pieces) {
            boolean said = piece instanceof Piece.Pick pick
                    && !pick.beside()
                    && piece.span().start() > 1
                    && pick.target() instanceof Piece.Target.OfColumn
                    && (chart.is(piece.span().start() - 1, "a", "an", "as")
                            || (chart.is(piece.span().start() - 2, "as")
                                    && isPossessive(piece.span().start() - 1)));
            boolean asked = chart.is(0, "what", "give", "show", "tell", "find", "get")
                    && roles.head().isEmpty();
            if (said && !asked) {
                doubts.problem("said of the rows, not asked for");
            }
        }
    }

    /** "suppliers with the longest delivery time": those that have the extreme, not the extreme. */
    private void extremesOf(Expression.Range subject) {
        for (Piece piece : pieces) {
            boolean extreme = piece instanceof Piece.Folds folds
                    && folds.aggregations().stream()
                            .anyMatch(one -> one == Aggregation.MINIMUM || one == Aggregation.MAXIMUM);
            int before = chart.is(piece.span().start() - 1, "the")
                    ? piece.span().start() - 2
                    : piece.span().start() - 1;
            boolean had = chart.is(before, "with", "has", "have", "had", "having") && before > 0;
            boolean things = roles.head()
                    .filter(head -> head.table().best().equals(subject.table())
                            && head.span().end() <= piece.span().start())
                    .isPresent();
            // "which waiter got the most tips" asks for somebody.
            boolean kind = extreme
                    && chart.is(0, "which", "what")
                    && pieces.size() > 1
                    && pieces.get(1) instanceof Piece.HasValue;
            // "the highest paid employee in each department".
            boolean paid = extreme
                    && Stem.isPast(chart.token(piece.span().end() - 1).word())
                    && !chart.tables(piece.span().end()).isEmpty();
            if (kind || paid || (extreme && had && things)) {
                doubts.problem("the extreme, not what has it");
            }
        }
    }

    /** "total refunds": a bare "total" before what narrows other rows is no column of these. */
    private void bareTotals() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            Optional<Piece.Target> target = switch (piece) {
                case Piece.Folds folds -> Optional.of(folds.target());
                case Piece.Pick pick -> Optional.of(pick.target());
                default -> Optional.empty();
            };
            boolean bare = piece.span().end() == piece.span().start() + 1
                    && chart.is(piece.span().start(), "total", "amount", "value", "sum");
            boolean elsewhere = pieces.get(index + 1) instanceof Piece.HasValue value
                    && target.filter(found -> found instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                                    && column.options().stream()
                                            .noneMatch(option -> value.values().getFirst().hits().stream()
                                                    .anyMatch(hit -> hit.column()
                                                            .table()
                                                            .equals(option.meaning()
                                                                    .table()))))
                            .isPresent();
            if (bare
                    && elsewhere
                    && pieces.get(index + 1).span().start() == piece.span().end()) {
                doubts.problem("a total of something else");
            }
        }
    }

    /** "in 2025 but not in 2026". */
    private boolean isOfTimes(int at) {
        return pieces.stream()
                .anyMatch(piece ->
                        piece instanceof Piece.NotDuring && piece.span().start() == at);
    }

    /** "customers who bought every product", "orders with all items discounted", "with and without". */
    private void universals(boolean folded) {
        for (int at = 1; at < chart.size(); at++) {
            boolean every = chart.is(at, "every") && !chart.is(at - 1, "for", "per") && startsWithAThing(at);
            // "whose orders were all cancelled".
            boolean each = chart.is(at, "all")
                    && chart.is(at - 1, "were", "are", "was", "been", "have")
                    && at + 1 < chart.size();
            boolean all = chart.is(at, "all")
                    && chart.is(at - 1, "in", "by", "with", "from", "of")
                    && (at > 2 || chart.is(at - 1, "with"))
                    && !folded
                    && chart.tables(at + 1).stream().anyMatch(table -> !isHead(table.best()));
            boolean only = chart.is(at, "only")
                    && at > 2
                    && !chart.is(at - 1, "show", "list", "me", "count", "number")
                    && !isPartOf(at);
            boolean both = chart.after(
                            at,
                            "with and without",
                            "but not",
                            "and not",
                            "as a percentage of",
                            "as percentage of",
                            "as a share of")
                    > 0;
            boolean neither = chart.is(at, "neither") && !isDenied(at);
            if (every || each || all || only || (both && !isOfOneState(at) && !isOfTimes(at)) || neither) {
                doubts.problem("all, only, or one without the other");
            }
        }
    }

    private boolean isOfOneState(int at) {
        return OneState.leftOut(at + 1, pieces, chart).filter(this::isHead).isPresent();
    }

    /** "neither Audio nor Books": read as what is not there. */
    private boolean isDenied(int at) {
        return pieces.stream()
                .anyMatch(piece -> piece.span().start() <= at
                        && piece.span().end() > at
                        && (piece instanceof Piece.Without
                                || (piece instanceof Piece.HasValue value
                                        && value.negated()
                                        && value.values().size() > 1)));
    }

    /** "prescription-only": a word of what was read as one. */
    private boolean isPartOf(int at) {
        return pieces.stream()
                .anyMatch(piece -> (piece instanceof Piece.Flag
                                || piece instanceof Piece.HasValue
                                || piece instanceof Piece.Compare
                                || (piece instanceof Piece.CompareCount count && count.operator() == Operator.EQUAL))
                        && piece.span().start() <= at
                        && piece.span().end() > at);
    }

    /** "loans due next month": a date right before a stretch of days narrows, it is not asked for. */
    private void datesBeforeDates() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            boolean day = pieces.get(index) instanceof Piece.Pick pick
                    && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                    && chart.column(column.options().getFirst().meaning())
                            .filter(found -> found.dataType().isDate())
                            .isPresent();
            boolean during = pieces.get(index + 1) instanceof Piece.During
                    && pieces.get(index + 1).span().start()
                            == pieces.get(index).span().end();
            if (day && during) {
                doubts.problem("a date that narrows");
            }
        }
    }

    /** "share of available properties that are furnished" asks for no groups. */
    private void flaggedShares() {
        boolean share = pieces.stream().anyMatch(Piece.Share.class::isInstance);
        boolean flag = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Pick pick
                        && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                        && PickRules.isFlag(chart, column));
        if (share && flag) {
            doubts.problem("a share of those that are so, not groups");
        }
    }

    private boolean startsWithAThing(int before) {
        return pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Filler))
                .findFirst()
                .filter(piece -> piece instanceof Piece.Entity || piece instanceof Piece.Count)
                .filter(piece -> piece.span().end() <= before)
                .filter(piece -> !chart.is(piece.span().start(), "how", "number", "count"))
                .isPresent();
    }

    private boolean isHead(TableName table) {
        return roles.head().filter(head -> head.table().best().equals(table)).isPresent();
    }

    /** "issues whose parent is issue 318": the number tells another row than those that are asked for. */
    private void rowsOfTheSame(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (!isToldByNumber(piece)) {
                continue;
            }
            Optional<Piece.Entity> thing = pieces.stream()
                    .filter(other -> other instanceof Piece.Entity
                            && other.span().end() == piece.span().start())
                    .map(Piece.Entity.class::cast)
                    .findFirst();
            boolean again = thing.filter(entity -> entity.table().best().equals(subject.table()))
                    .filter(entity -> pieces.stream()
                            .anyMatch(other -> other.span().start()
                                            < entity.span().start()
                                    && ((other instanceof Piece.Entity same
                                                    && same.table().best().equals(subject.table()))
                                            || other instanceof Piece.Count)))
                    .isPresent();
            if (thing.isEmpty() || again) {
                doubts.problem("a row of the same kind as those asked for");
            }
        }
    }

    /** "318" behind "issue", and nothing that compares. */
    private boolean isToldByNumber(Piece piece) {
        return piece instanceof Piece.Compare compare
                && compare.operator() == Operator.EQUAL
                && chart.token(compare.span().end() - 1).text().matches("\\d+")
                && (compare.span().end() == compare.span().start() + 1
                        || (compare.span().end() == compare.span().start() + 2
                                && chart.is(compare.span().start(), "number", "no", "nr", "id", "#")));
    }
}

package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether the number that is shown, compared or ranked by is the one that was meant: the budget of a department's clubs is not
 * the department's. For one assembly by one thread.
 */
final class MeasuredOf extends SecondLook {
    private static final Set<String> RELATIVE = Set.of("with", "who", "that", "which", "whose", "having", "without");

    MeasuredOf(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        ofTheGroups();
        howMuchMoney();
        whichAmount(subject);
        shareOfWhat();
        sharesLost();
        spentMore();
        numbersOfDates();
        extremesOfNames();
        gradedBeside(subject);
        twoPrices(subject);
        perEachOnAverage();
        oneToAGroup(subject);
        eachOrAll();
    }

    /** "claimed in total for broken items": all together, or one item after another. */
    private void eachOrAll() {
        boolean folded = false;
        for (int index = 0; index < pieces.size(); index++) {
            boolean either = folded
                    && pieces.get(index)
                            instanceof Piece.Pick(Piece.Span span, Piece.Target.OfColumn(var noun), boolean once, var _)
                    && !once
                    && pieces.get(index - 1) instanceof Piece.HasValue value
                    && value.span().end() == span.start()
                    && chart.is(value.span().start() - 1, "for", "of", "on", "from")
                    && value.values().getFirst().hits().stream()
                            .allMatch(hit -> noun.options().stream()
                                    .map(Mention.Option::meaning)
                                    .allMatch(column ->
                                            column.table().equals(hit.column().table())
                                                    && !column.equals(hit.column())
                                                    && knowledge.typeOf(column).isText()));
            if (either) {
                doubts.problem("all together, or each of them");
            }
            folded |= pieces.get(index) instanceof Piece.Folds;
        }
    }

    /** "how many different homes did each client view": of every viewing there is one. */
    private void oneToAGroup(Expression.Range subject) {
        boolean counted = draft.outputs.stream()
                .anyMatch(output -> output.expression() instanceof Expression.Fold fold
                        && fold.aggregation() == Aggregation.COUNT_DISTINCT
                        && fold.over()
                                .filter(over -> Grouping.ranges(over).contains(subject))
                                .isPresent());
        boolean one = draft.groups.stream()
                .anyMatch(group -> group instanceof Expression.Column column
                        && !column.range().table().equals(subject.table())
                        && knowledge.isUnique(column.range().table(), List.of(column.name()))
                        && knowledge.keys().reachedToOne(column.range().table()).contains(subject.table()));
        if (counted && one) {
            doubts.problem("one to each group");
        }
    }

    /** "rejected claims share per product line": a share that is not shown. */
    private void sharesLost() {
        boolean shown = pieces.stream().anyMatch(Piece.Share.class::isInstance)
                || draft.outputs.stream().anyMatch(output -> output.expression() instanceof Expression.Percentage);
        boolean lost = !shown
                && pieces.stream()
                        .filter(piece -> piece instanceof Piece.Filler || piece instanceof Piece.Group)
                        .anyMatch(piece -> IntStream.range(
                                        piece.span().start(), piece.span().end())
                                .anyMatch(
                                        at -> chart.is(at, "share", "percentage", "proportion") && !chart.isNamed(at)));
        if (lost) {
            doubts.problem("a share that is not shown");
        }
    }

    /** "spent more than 2000 on advertising": no year. */
    private void numbersOfDates() {
        boolean date = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Compare compare
                        && compare.target().flatMap(MeasuredOf::column).stream()
                                .anyMatch(column -> knowledge
                                        .typeOf(column.options().getFirst().meaning())
                                        .isDate())
                        && IntStream.range(
                                        compare.span().start(), compare.span().end())
                                .anyMatch(at -> chart.is(
                                        at, "more", "less", "fewer", "over", "under", "above", "below", "least")));
        if (date) {
            doubts.problem("a number of what, compared with a date");
        }
    }

    /** "campaigns that spent more than 2000": what they spent, and not what they have. */
    private void spentMore() {
        boolean untold = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Compare compare
                        && compare.target().isEmpty()
                        && compare.span().start() > 0
                        && MoneyRules.isDeed(chart, compare.span().start() - 1));
        // "products costing us more than 300": of the cost, which is named before.
        boolean named = IntStream.range(0, pieces.size())
                .anyMatch(index ->
                        pieces.get(index) instanceof Piece.Pick(var _, Piece.Target.OfColumn(var column), var _, var _)
                                && knowledge
                                        .typeOf(column.options().getFirst().meaning())
                                        .isNumber()
                                && work.nextSaid(index) < pieces.size()
                                && pieces.get(work.nextSaid(index)) instanceof Piece.Compare compare
                                && compare.target().isEmpty());
        if (untold || named) {
            doubts.problem("how much was spent, not how much there is");
        }
    }

    /** "biggest donor" is not the last of the names. */
    private void extremesOfNames() {
        boolean names = draft.outputs.stream()
                .anyMatch(output -> output.expression() instanceof Expression.Fold fold
                        && (fold.aggregation() == Aggregation.MINIMUM || fold.aggregation() == Aggregation.MAXIMUM)
                        && fold.over()
                                .filter(over -> over instanceof Expression.Column column
                                        && column.type().isText())
                                .isPresent());
        if (names) {
            doubts.problem("an extreme of names");
        }
    }

    /** "airline with the oldest planes": the planes are old, and not the airline. */
    private void gradedBeside(Expression.Range subject) {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            boolean other = pieces.get(index) instanceof Piece.Rank rank
                    && rank.target()
                            .filter(Piece.Target.OfAdjective.class::isInstance)
                            .isPresent()
                    && pieces.get(index + 1) instanceof Piece.Entity entity
                    && entity.span().start() == rank.span().end()
                    && index > 0
                    && !entity.table().best().equals(subject.table())
                    && draft.order.stream()
                            .flatMap(key -> Grouping.ranges(key.expression()).stream())
                            .noneMatch(
                                    range -> range.table().equals(entity.table().best()));
            if (other) {
                doubts.problem("graded are those behind");
            }
        }
    }

    /** "cheapest berth", by the night or by the year. */
    private void twoPrices(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Rank rank
                    && rank.target().isPresent()
                    && rank.target().get() instanceof Piece.Target.OfAdjective(English.Adjective adjective)
                    && adjective.nouns().contains("price"))) {
                continue;
            }
            boolean two = knowledge
                    .graded(subject.table(), adjective)
                    .map(found -> NamePhrases.stemsOf(found.column()))
                    .filter(name -> name.size() > 1)
                    .filter(name -> knowledge.table(subject.table()).stream()
                                    .flatMap(table -> table.columns().stream())
                                    .filter(column -> column.dataType().isNumber()
                                            && NamePhrases.stemsOf(column.name())
                                                    .getLast()
                                                    .equals(name.getLast()))
                                    .count()
                            > 1)
                    .isPresent();
            if (two) {
                doubts.problem("one price or the other");
            }
        }
    }

    /** "bags per passenger on average": of what a ticket has, or of what a passenger has in all? */
    private void perEachOnAverage() {
        boolean last = chart.is(chart.size() - 1, "average") && chart.is(chart.size() - 2, "on");
        boolean each = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Group group
                        && chart.is(group.span().start(), "per", "each", "for")
                        && group.targets().getFirst() instanceof Piece.Target.OfTable);
        boolean mean = draft.outputs.stream()
                .anyMatch(output -> output.expression() instanceof Expression.Fold fold
                        && fold.aggregation() == Aggregation.AVERAGE);
        if (last && each && mean) {
            doubts.problem("a mean of rows, or of what each has");
        }
    }

    /** "budget per faculty": the groups have one of their own. */
    private void ofTheGroups() {
        List<TableName> groups = draft.groups.stream()
                .flatMap(group -> Grouping.ranges(group).stream())
                .map(Expression.Range::table)
                .distinct()
                .toList();
        boolean own = draft.outputs.stream()
                .map(Query.Output::expression)
                .filter(Expression.Fold.class::isInstance)
                .flatMap(fold -> ((Expression.Fold) fold).over().stream())
                .filter(Expression.Column.class::isInstance)
                .map(Expression.Column.class::cast)
                .filter(column -> !groups.contains(column.range().table())
                        && !work.roles().mentioned().contains(column.range().table()))
                .anyMatch(column ->
                        isSaidShortly(column) && groups.stream().anyMatch(table -> hasOneCalled(table, column)));
        if (own) {
            doubts.problem("a number that the groups have themselves");
        }
    }

    /** "budget" alone, and not "club budget". */
    private boolean isSaidShortly(Expression.Column column) {
        ColumnName name = new ColumnName(column.range().table(), column.name());
        return pieces.stream()
                .flatMap(piece -> switch (piece) {
                    case Piece.Folds folds -> column(folds.target()).stream();
                    case Piece.Pick pick -> column(pick.target()).stream();
                    default -> Stream.<Mention.OfColumn>empty();
                })
                .anyMatch(said -> said.end() == said.start() + 1
                        && said.options().stream()
                                .anyMatch(option -> option.meaning().equals(name)));
    }

    static Optional<Mention.OfColumn> column(Piece.Target target) {
        return target instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                ? Optional.of(column)
                : Optional.empty();
    }

    /** Whether a number of this table is called by the same word. */
    private boolean hasOneCalled(TableName table, Expression.Column column) {
        String last = NamePhrases.stemsOf(column.name()).getLast();
        return knowledge.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(other -> other.dataType().isNumber())
                .anyMatch(other -> NamePhrases.stemsOf(other.name()).getLast().equals(last));
    }

    /** "paid the most": how much, and not how often, wherever that is not known. */
    private void howMuchMoney() {
        boolean often = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Rank rank
                        && rank.target().isPresent()
                        && rank.target().get() instanceof Piece.Target.OfCount(Mention.OfTable table)
                        && MoneyRules.isDeed(chart, rank.span(), table));
        if (often) {
            doubts.problem("how much money, not how often");
        }
    }

    /** "claims over 100 euro": of what was claimed, or of what was paid? */
    private void whichAmount(Expression.Range subject) {
        boolean untold = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Compare compare
                        && compare.target().isEmpty()
                        && compare.unit() == Piece.Unit.MONEY);
        boolean two = knowledge
                .ownMeasure(subject.table())
                .filter(own -> NamePhrases.stemsOf(own.column()).size() > 1
                        && !NamePhrases.stemsOf(own.column()).contains(Stem.of("total")))
                .filter(own -> knowledge.table(subject.table()).stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(column ->
                                column.dataType().isNumber() && !column.name().equals(own.column()))
                        .anyMatch(column -> NamePhrases.stemsOf(column.name())
                                .getLast()
                                .equals(NamePhrases.stemsOf(own.column()).getLast())))
                .isPresent();
        if (untold && two) {
            doubts.problem("one amount or the other");
        }
    }

    /** "share of PhD students with a scholarship": of the students for the PhD, those who have one. */
    private void shareOfWhat() {
        boolean before = pieces.stream().anyMatch(piece -> piece instanceof Piece.Share share && share.partBefore());
        for (int index = 1; index < pieces.size() && before; index++) {
            int end = pieces.get(index).span().end();
            boolean narrowed = isNarrowing(pieces.get(index - 1))
                    && pieces.get(index).span().start()
                            == pieces.get(index - 1).span().end();
            boolean again = narrowed
                    && end < chart.size()
                    && RELATIVE.contains(chart.token(end).word())
                    && work.nextSaid(index) < pieces.size();
            if (again) {
                doubts.problem("a share of those, or those among others");
            }
        }
    }

    private static boolean isNarrowing(Piece piece) {
        return piece instanceof Piece.HasValue || piece instanceof Piece.Flag || piece instanceof Piece.Missing;
    }
}

package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a number is one of what the words around it say: an age, a price for so much, a count of things. For one use by one thread. */
final class NumbersMeant extends SecondLook {
    private static final BigDecimal OLDEST = BigDecimal.valueOf(120);

    NumbersMeant(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        stockThen();
        ages();
        numbersOfThings();
        priceForAnother();
        measuredOfWhat();
        twoOfTwo();
    }

    /** "what does an hour of a senior agent cost on average" asks for one number. */
    private void twoOfTwo() {
        List<List<Expression.Range>> measured = draft.outputs.stream()
                .map(Query.Output::expression)
                .filter(shown ->
                        shown instanceof Expression.Fold fold && fold.over().isPresent())
                .map(shown -> Grouping.ranges(((Expression.Fold) shown).over().orElseThrow()))
                .distinct()
                .toList();
        boolean both = IntStream.range(1, chart.size())
                .anyMatch(at -> chart.is(
                        at, "and", ",", "with", "versus", "vs", "or", "beside", "against", "than", "compared"));
        if (measured.size() > 1 && !both) {
            doubts.problem("two numbers, and one is asked for");
        }
    }

    /** "the cheapest tool per day" is not the one that was bought for least. */
    private void priceForAnother() {
        boolean rated = IntStream.range(1, chart.size() - 1)
                .filter(at -> chart.is(at, "per", "a", "an"))
                .mapToObj(at -> RateRules.columnsFor(chart, at + 1))
                .anyMatch(columns -> !columns.isEmpty()
                        && draft.order.stream()
                                .anyMatch(key -> key.expression() instanceof Expression.Column column
                                        && column.type().isNumber()
                                        && columns.stream()
                                                .anyMatch(name -> name.table()
                                                        .equals(column.range().table()))
                                        && !columns.contains(
                                                new ColumnName(column.range().table(), column.name()))));
        if (rated) {
            doubts.problem("a price for something else");
        }
    }

    /** "employees over 60", where nobody stored how old they are. */
    private void ages() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            int next = work.nextSaid(index);
            boolean person = pieces.get(index) instanceof Piece.Entity entity
                    && !entity.table().link()
                    && chart.isPerson(entity.table().best());
            boolean bare = next < pieces.size()
                    && pieces.get(next) instanceof Piece.Compare compare
                    && compare.target().isEmpty()
                    && compare.unit() == Piece.Unit.NONE
                    && compare.number().compareTo(OLDEST) < 0
                    && chart.is(compare.span().start(), "over", "under", "above", "below", "are", "is", "aged");
            if (person && bare) {
                doubts.problem("an age that is not stored");
            }
        }
    }

    /** "who took more than 10 orders" is no amount above ten. */
    private void numbersOfThings() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            boolean number = pieces.get(index) instanceof Piece.Compare compare
                    && compare.unit() == Piece.Unit.NONE
                    && chart.token(compare.span().end() - 1).word().matches("\\d+")
                    && pieces.get(index + 1) instanceof Piece.Entity entity
                    && !entity.table().link()
                    && entity.span().start() == compare.span().end();
            if (number) {
                doubts.problem("a number of things, and no amount");
            }
        }
    }

    /** "how many were in stock on 1 October": what is there is there today. */
    private void stockThen() {
        boolean then = pieces.stream()
                .filter(Piece.During.class::isInstance)
                .map(piece -> piece.span().start())
                .anyMatch(start -> chart.is(start - 1, "stock", "hand", "inventory")
                        || chart.is(start - 2, "stock", "hand", "inventory"));
        if (then) {
            doubts.problem("what was there then is not stored");
        }
    }

    /** "how many litres of fuel": what is measured, and no kinds to tell apart. */
    private void measuredOfWhat() {
        for (int index = 2; index < pieces.size(); index++) {
            boolean grouped = pieces.get(index)
                            instanceof Piece.Pick(Piece.Span said, Piece.Target.OfColumn(var column), var _, var _)
                    && chart.is(said.start() - 1, "of")
                    && column.options().getFirst().score() < 0.95
                    && pieces.get(index - 1) instanceof Piece.Filler
                    && pieces.get(index - 2) instanceof Piece.Folds
                    && !draft.groups.isEmpty();
            if (grouped) {
                doubts.problem("what is measured, and not what it is told for");
            }
        }
    }
}

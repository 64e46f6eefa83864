package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether how much, or how many, is asked of what the number counts: "how much malt" is no revenue, "how many guests" no number of
 * guests that rooms are for. For one assembly by one thread.
 */
final class HowMuch extends SecondLook {
    HowMuch(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        howMuchOfIt(subject);
        moneyPassedOver();
        amountPassedOver();
        manyAndMuch();
        howLong();
        ownRather(subject);
        thingsNotColumns();
        paidAtAll();
        measuredElsewhere(subject);
        numberForThings();
        kindOfOthers();
        costsWhom();
        paidOnWhat();
        pricePaid();
    }

    /** "the highest price paid for a product" is not what the product costs today. */
    private void pricePaid() {
        boolean passed = pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Filler))
                .map(piece -> piece.span().start())
                .anyMatch(at -> chart.is(at, "paid") && chart.is(at - 1, "price", "prices", "fare", "fares"));
        if (passed) {
            doubts.problem("what was paid, and not what it costs");
        }
    }

    /** "how much has the insurer paid on claims" is no sum of claims whose invoices are paid, and not what was claimed. */
    private void paidOnWhat() {
        boolean asked = chart.is(0, "how") && chart.is(1, "much");
        for (Piece piece : asked ? pieces : List.<Piece>of()) {
            int verb = piece.span().end() - 1;
            boolean done = verb > 2
                    && Character.isLowerCase(chart.token(verb).text().charAt(0))
                    && Stem.isPast(chart.token(verb).word())
                    && IntStream.range(2, verb).anyMatch(at -> chart.is(at, "has", "have", "had"));
            boolean other = piece instanceof Piece.HasValue value
                    && value.column().isEmpty()
                    && value.values().getFirst().hits().stream()
                            .noneMatch(hit -> measured()
                                    .anyMatch(column -> column.range()
                                            .table()
                                            .equals(hit.column().table())));
            boolean sibling = piece instanceof Piece.Filler
                    && measured()
                            .anyMatch(column ->
                                    hasSibling(column, chart.token(verb).word()));
            if (done && (other || sibling)) {
                doubts.problem("what was done, and not what something else is");
            }
        }
    }

    /** Whether another number beside this one is called so. */
    private boolean hasSibling(Expression.Column column, String word) {
        return !NamePhrases.wordsOf(column.name(), Set.of()).contains(word)
                && knowledge.table(column.range().table()).stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(other -> other.dataType().isNumber()
                                && NamePhrases.wordsOf(other.name(), Set.of()).contains(word));
    }

    private Stream<Expression.Column> measured() {
        return draft.outputs.stream()
                .map(Query.Output::expression)
                .filter(shown -> shown instanceof Expression.Fold fold
                        && fold.over()
                                .filter(Expression.Column.class::isInstance)
                                .isPresent())
                .map(shown ->
                        (Expression.Column) ((Expression.Fold) shown).over().orElseThrow());
    }

    /** "per type of incident" is no type of fuel. */
    private void kindOfOthers() {
        for (int index = 0; index + 2 < pieces.size(); index++) {
            boolean kind = pieces.get(index) instanceof Piece.Group group
                    && chart.is(group.span().end() - 1, "type", "kind", "category", "sort", "class")
                    && chart.is(group.span().end(), "of")
                    && pieces.get(index + 2) instanceof Piece.Entity entity
                    && entity.span().start() == group.span().end() + 1
                    && group.targets().stream()
                            .noneMatch(target -> MeasuredOf.column(target)
                                    .filter(column -> column.options().stream()
                                            .anyMatch(option -> option.meaning()
                                                    .table()
                                                    .equals(entity.table().best())))
                                    .isPresent());
            if (kind) {
                doubts.problem("a kind of something else");
            }
        }
    }

    /** "what does it cost" asks what is paid for it, and not what it cost us, where both are known. */
    private void costsWhom() {
        int last = chart.size() - 1;
        boolean verb = chart.is(last, "cost") && IntStream.range(0, last).anyMatch(at -> chart.is(at, "does", "do"));
        boolean both = verb
                && draft.outputs.stream()
                        .map(Query.Output::expression)
                        .map(shown -> shown instanceof Expression.Fold fold
                                        && fold.over().isPresent()
                                ? fold.over().get()
                                : shown)
                        .anyMatch(shown -> shown instanceof Expression.Column column
                                && column.name().equals("cost")
                                && knowledge.table(column.range().table()).stream()
                                        .flatMap(table -> table.columns().stream())
                                        .anyMatch(other -> NamePhrases.wordsOf(other.name(), Set.of())
                                                .contains("price")));
        if (both) {
            doubts.problem("what it costs, or what it cost us");
        }
    }

    /** "how many guests" is no number of guests that rooms are for, and "how much in fees" no base fee. */
    private void numberForThings() {
        boolean rather = chart.is(0, "how")
                && chart.is(1, "much", "many")
                && pieces.stream()
                        .flatMap(piece -> switch (piece) {
                            case Piece.Pick pick -> MeasuredOf.column(pick.target()).stream();
                            case Piece.Folds folds -> MeasuredOf.column(folds.target()).stream();
                            default -> Stream.<Mention.OfColumn>empty();
                        })
                        .anyMatch(this::isRatherThings);
        // "bookings with children, how many are there" counts the bookings.
        boolean with = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Folds folds
                        && chart.is(folds.span().start() - 1, "with")
                        && IntStream.range(folds.span().end(), chart.size())
                                .anyMatch(at -> chart.is(at, "how") && chart.is(at + 1, "many")));
        if (rather || with) {
            doubts.problem("things, not a number called like them");
        }
    }

    /** Whether the words name other things in full, and are only a part of the name of the number. */
    private boolean isRatherThings(Mention.OfColumn column) {
        TableName own = column.options().getFirst().meaning().table();
        return column.score() < 0.9
                && chart.tables(column.start()).stream()
                        .anyMatch(table -> table.end() == column.end()
                                && !table.link()
                                && table.score() > 0.9
                                && !table.best().equals(own));
    }

    /** "how much malt did it take" is no revenue. */
    private void howMuchOfIt(Expression.Range subject) {
        for (int index = 0; index + 2 < pieces.size(); index++) {
            Piece thing = pieces.get(index + 1);
            boolean ofIt = pieces.get(index) instanceof Piece.Quantity much
                    && chart.is(much.span().end() - 1, "much")
                    && thing.span().start() == much.span().end()
                    && (thing instanceof Piece.HasValue
                            || (thing instanceof Piece.Entity entity
                                    && !entity.table().link()))
                    && !(pieces.get(index + 2) instanceof Piece.Pick);
            boolean money = pieces.stream()
                    .skip(index + 2L)
                    .anyMatch(piece -> piece instanceof Piece.Pick(var _, Piece.Target.OfMetric _, var _, var _)
                            || (piece instanceof Piece.Folds folds && folds.target() instanceof Piece.Target.OfMetric));
            boolean own = thing instanceof Piece.HasValue value
                    && value.values().getFirst().hits().stream()
                            .anyMatch(hit -> hit.column().table().equals(subject.table()));
            if (ofIt && money && !own) {
                doubts.problem("how much of a thing, not how much money");
            }
        }
    }

    /** "fees collected per month" are no number of fees. */
    private void moneyPassedOver() {
        boolean passed = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                        && span.end() == span.start() + 1
                        && chart.is(span.start(), "collected", "charged", "earned", "raised", "spent", "billed")
                        && span.start() > 0
                        && !chart.is(span.start() - 1, "how"));
        boolean asked = chart.is(0, "how") || chart.is(0, "number") || chart.is(0, "count");
        boolean counted = draft.outputs.stream()
                .anyMatch(output ->
                        output.expression() instanceof Expression.Fold fold && fold.aggregation() == Aggregation.COUNT);
        if (passed && counted && !asked) {
            doubts.problem("how much was collected, not how often");
        }
    }

    /** "what did we pay in total for them" is no list of them. */
    private void amountPassedOver() {
        boolean folded =
                draft.outputs.stream().anyMatch(output -> output.expression().isFolded());
        boolean inTotal = IntStream.range(1, chart.size())
                .anyMatch(at -> (chart.is(at, "total") && chart.is(at - 1, "in")) || chart.is(at, "altogether"));
        boolean paid = chart.is(0, "what")
                && chart.is(1, "did", "do", "does", "have", "has")
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                                && IntStream.range(span.start(), span.end()).anyMatch(at -> chart.is(at, PAYING)));
        boolean narrowed = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Compare
                        || piece instanceof Piece.CompareCount
                        || piece instanceof Piece.Rank);
        if (!folded && !narrowed && (inTotal || paid)) {
            doubts.problem("how much in all, and not which");
        }
    }

    private static final String[] PAYING = {
        "pay", "paid", "spend", "spent", "earn", "earned", "charge", "charged", "collect", "collected"
    };

    /** "how many and how much" asks for both. */
    private void manyAndMuch() {
        boolean both = IntStream.range(1, chart.size()).anyMatch(at -> chart.is(at, "many") && chart.is(at - 1, "how"))
                && IntStream.range(1, chart.size()).anyMatch(at -> chart.is(at, "much") && chart.is(at - 1, "how"));
        if (both
                && draft.outputs.stream()
                                .filter(output -> output.expression().isFolded())
                                .count()
                        < 2) {
            doubts.problem("how many as well as how much");
        }
    }

    /** "how long did the longest ride take" is no distance. */
    private void howLong() {
        boolean time = chart.is(0, "how")
                && chart.is(1, "long")
                && Cues.anywhere(chart, Set.of("take", "takes", "took", "taken", "last", "lasts", "lasted"));
        boolean far = draft.outputs.stream()
                .map(Query.Output::expression)
                .anyMatch(shown -> shown instanceof Expression.Column column
                        && NamePhrases.wordsOf(column.name(), Set.of()).stream()
                                .anyMatch(Set.of("distance", "length", "km", "miles", "height", "metres")::contains));
        if (time && far) {
            doubts.problem("how long it took, and not how far it is");
        }
    }

    /** "regions that charge more than 8 dollars for shipping", where regions say what shipping costs: not what some order cost. */
    private void ownRather(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Compare compare
                    && compare.target().isPresent()
                    && compare.target().get() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                    && column.score() < 0.9
                    && column.options().size() == 1
                    && !column.options().getFirst().meaning().table().equals(subject.table())
                    && !roles.mentioned()
                            .contains(column.options().getFirst().meaning().table())
                    && hasNumberCalled(
                            subject.table(), chart.token(column.end() - 1).word())) {
                doubts.problem("a number of the rows themselves is called so too");
            }
        }
    }

    private boolean hasNumberCalled(TableName table, String word) {
        return knowledge.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .anyMatch(column -> column.dataType().isNumber()
                        && NamePhrases.wordsOf(column.name(), Set.of()).contains(word));
    }

    /** "which children were sick" are children, and no names of children on some list. */
    private void thingsNotColumns() {
        boolean thing = pieces.stream()
                .flatMap(piece -> switch (piece) {
                    case Piece.Pick pick -> MeasuredOf.column(pick.target()).stream();
                    case Piece.Share share -> MeasuredOf.column(share.target()).stream();
                    default -> Stream.<Mention.OfColumn>empty();
                })
                .anyMatch(column -> column.score() < 0.6 && isRatherThings(column));
        // "number of building surveys" is no number of invoices.
        boolean number = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Pick(Piece.Span span, Piece.Target target, var _, var _)
                        && span.end() == span.start() + 1
                        && chart.is(span.start(), "number")
                        && chart.is(span.end(), "of")
                        && MeasuredOf.column(target)
                                .filter(column -> column.score() < 0.9)
                                .isPresent());
        if (thing || number) {
            doubts.problem("a thing, and not a column that is called like it");
        }
    }

    /** "how much was paid", where there are payments: what they amount to, and not the bills that are paid. */
    private void paidAtAll() {
        boolean other = chart.is(0, "how")
                && chart.is(1, "much")
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.HasValue value
                                && value.column().isEmpty()
                                && value.span().end() == value.span().start() + 1
                                && value.values().getFirst().hits().stream()
                                        .noneMatch(hit -> roles.mentioned()
                                                .contains(hit.column().table()))
                                && chart.tables(value.span().start()).stream()
                                        .anyMatch(table -> table.link()
                                                && knowledge
                                                        .ownMeasure(table.best())
                                                        .isPresent()
                                                && value.values().getFirst().hits().stream()
                                                        .noneMatch(hit -> hit.column()
                                                                .table()
                                                                .equals(table.best()))));
        if (other) {
            doubts.problem("what was paid, and not what is in that state");
        }
    }

    /** "the lowest price paid for a ticket" is no price of the season passes of those who have tickets. */
    private void measuredElsewhere(Expression.Range subject) {
        boolean elsewhere = !roles.mentioned().contains(subject.table())
                && roles.head()
                        .flatMap(head -> knowledge
                                .keys()
                                .path(subject.table(), head.table().best()))
                        .filter(Path::isToMany)
                        .filter(path -> !path.steps().getFirst().toMany())
                        .isPresent();
        if (elsewhere) {
            doubts.problem("a number of something else of the same owner");
        }
    }
}

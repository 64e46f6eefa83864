package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a deed that was passed over says something that the answer does not. For one use by one thread. */
final class DeedsPassed {
    private static final Set<String> COSTS = Set.of("cost", "costs", "price", "charge");

    private static final BigDecimal OLDEST = BigDecimal.valueOf(120);

    private final Workpiece work;
    private final List<Piece> pieces;
    private final Chart chart;
    private final Doubts doubts;

    DeedsPassed(Workpiece work) {
        this.work = work;
        this.pieces = work.pieces();
        this.chart = work.chart();
        this.doubts = work.doubts();
    }

    void check() {
        besideWithout();
        costsOfOthers();
        stockThen();
        ages();
        numbersOfThings();
        hiredStaff();
        priceForAnother();
        measuredOfWhat();
        whoDidIt();
        returnedWith();
    }

    /** "which driver delivered hire 57", where it is only known that it was delivered. */
    private void whoDidIt() {
        boolean asked = chart.is(0, "which", "who", "what");
        for (int index = 1; asked && index + 1 < pieces.size(); index++) {
            int next = work.nextSaid(index);
            boolean deed = pieces.get(index) instanceof Piece.Flag flag
                    && flag.span().end() == flag.span().start() + 1
                    && Stem.isPast(chart.token(flag.span().start()).word())
                    && !chart.is(
                            flag.span().start() - 1,
                            "was",
                            "were",
                            "is",
                            "are",
                            "been",
                            "not",
                            "a",
                            "an",
                            "the",
                            "any",
                            "no",
                            "have",
                            "had")
                    && next < pieces.size()
                    && (pieces.get(index - 1) instanceof Piece.HasValue
                            || pieces.get(index - 1) instanceof Piece.Entity)
                    && pieces.get(next) instanceof Piece.Entity rows
                    && leads(rows, flag);
            if (deed) {
                doubts.problem("who did it is not stored");
            }
        }
    }

    private boolean leads(Piece.Entity rows, Piece.Flag flag) {
        TableName owner = flag.flag().columns().getFirst().table();
        return rows.table().options().stream()
                .map(Mention.Option::meaning)
                .anyMatch(table -> table.equals(owner) || chart.leadsTo(table, owner));
    }

    /** "loans returned with damage" are not those of what is damaged today. */
    private void returnedWith() {
        for (int index = 1; index + 2 < pieces.size(); index++) {
            boolean other = pieces.get(index) instanceof Piece.Missing done
                    && pieces.get(index + 1) instanceof Piece.Filler
                    && chart.is(pieces.get(index + 1).span().start(), "with")
                    && pieces.get(index + 2) instanceof Piece.HasValue value
                    && value.values().getFirst().hits().stream()
                            .noneMatch(hit -> hit.column()
                                    .table()
                                    .equals(done.column()
                                            .options()
                                            .getFirst()
                                            .meaning()
                                            .table()));
            if (other) {
                doubts.problem("with what it was done");
            }
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
                    && !work.draft().groups.isEmpty();
            if (grouped) {
                doubts.problem("what is measured, and not what it is told for");
            }
        }
    }

    /** "staff hired this year" of a tool hire are those who began then, and not those who handed out tools. */
    private void hiredStaff() {
        boolean hired = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Entity deed
                        && Deeds.isDeed(deed, chart)
                        && chart.is(deed.span().start(), "hired", "employed", "recruited")
                        && chart.facts()
                                .staff()
                                .filter(staff -> !staff.equals(deed.table().best())
                                        && work.roles()
                                                .head()
                                                .filter(head ->
                                                        head.table().best().equals(staff))
                                                .isPresent())
                                .isPresent());
        if (hired) {
            doubts.problem("who was taken on, and not what they handed out");
        }
    }

    /** "the cheapest tool per day" is not the one that was bought for least. */
    private void priceForAnother() {
        boolean rated = IntStream.range(1, chart.size() - 1)
                .filter(at -> chart.is(at, "per", "a", "an"))
                .mapToObj(at -> RateRules.columnsFor(chart, at + 1))
                .anyMatch(columns -> !columns.isEmpty()
                        && work.draft().order.stream()
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

    /** "bidders who attended the sale without bidding" are not all who did not bid in it. */
    private void besideWithout() {
        for (int index = 0; index < pieces.size(); index++) {
            int verb = pieces.get(index).span().start();
            boolean deed = pieces.get(index) instanceof Piece.Filler
                    && Stem.isPast(chart.token(verb).word())
                    && chart.is(verb + 1, "the", "a", "an", "our");
            if (deed && isLostBefore(index)) {
                doubts.problem("what they did besides");
            }
        }
    }

    private boolean isLostBefore(int index) {
        boolean narrowed = false;
        for (Piece piece : pieces.subList(index + 1, pieces.size())) {
            if (piece instanceof Piece.Entity) {
                return false;
            }
            if (piece instanceof Piece.Without) {
                return narrowed;
            }
            narrowed |= piece instanceof Piece.HasValue;
        }
        return false;
    }

    /** "what did the treatments cost us" is no cost of what was treated. */
    private void costsOfOthers() {
        boolean asked = chart.after(0, "what did", "what do", "what does", "what have") > 0;
        List<TableName> things = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .map(piece -> ((Piece.Entity) piece).table().best())
                .toList();
        boolean others = pieces.stream()
                .anyMatch(piece ->
                        piece instanceof Piece.Pick(Piece.Span span, Piece.Target.OfColumn(var column), var _, var _)
                                && COSTS.contains(chart.token(span.end() - 1).word())
                                && column.options().stream()
                                        .noneMatch(option ->
                                                things.contains(option.meaning().table())));
        if (asked && !things.isEmpty() && others) {
            doubts.problem("what something else cost");
        }
    }
}

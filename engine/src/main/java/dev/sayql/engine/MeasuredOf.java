package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether the number that is shown, compared or ranked by is the one that was meant: the budget of a department's clubs is not
 * the department's. What is recognised here is declined. For one assembly by one thread.
 */
final class MeasuredOf {
    private static final Set<String> MONEY_DEEDS = Set.of(
            "pay",
            "paid",
            "pays",
            "spend",
            "spent",
            "spends",
            "charge",
            "charged",
            "charges",
            "earn",
            "earned",
            "earns",
            "donate",
            "donated",
            "donates",
            "invest",
            "invested",
            "owe",
            "owed",
            "owes",
            "bill",
            "billed");
    private static final Set<String> RELATIVE = Set.of("with", "who", "that", "which", "whose", "having", "without");

    private final Workpiece work;
    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Draft draft;
    private final Doubts doubts;

    MeasuredOf(Workpiece work) {
        this.work = work;
        this.pieces = work.pieces();
        this.chart = work.chart();
        this.knowledge = work.knowledge();
        this.draft = work.draft();
        this.doubts = work.doubts();
    }

    void check(Expression.Range subject) {
        ofTheGroups();
        howMuchMoney();
        whichAmount(subject);
        shareOfWhat();
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

    private static Optional<Mention.OfColumn> column(Piece.Target target) {
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

    /** "paid the most": how much, and not how often. */
    private void howMuchMoney() {
        boolean often = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Rank rank
                        && rank.target().isPresent()
                        && rank.target().get() instanceof Piece.Target.OfCount(Mention.OfTable table)
                        && isMoneyDeed(rank.span())
                        && knowledge.ownMeasure(table.best()).isPresent());
        if (often) {
            doubts.problem("how much money, not how often");
        }
    }

    /** Whether somebody does it, before "the most" is said. */
    private boolean isMoneyDeed(Piece.Span rank) {
        int most = rank.start();
        while (most < rank.end() && !chart.is(most, "most", "least")) {
            most++;
        }
        return IntStream.range(Math.max(0, rank.start() - 1), most)
                .anyMatch(at -> MONEY_DEEDS.contains(chart.token(at).word()));
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

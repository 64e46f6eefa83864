package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words that would be passed over although they change what is asked: "right now", "and who", "their own". For one assembly by one thread.
 */
final class LostWords extends SecondLook {
    private static final Set<String> CHANGING =
            Set.of("status", "state", "stage", "active", "end", "ends", "until", "left", "closed", "expires");
    private static final Set<String> NOW =
            Set.of("now", "right now", "at the moment", "currently", "at present", "as of now");

    LostWords(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        backToThem();
        whatIsTheirs();
        asOfNow(where, subject);
        whoDid();
        byWhat();
        andWho();
        andTheirs(subject);
        theirOwn();
        oneOfThem();
        twoStretches();
        included();
        butNever();
        whenElse(where);
        howLongItTakes();
        roomFor();
        andWhat();
        inMoney();
        leftOf(subject, where);
    }

    /** "which barrels came from there and what's in them now" asks twice, "suppliers and what they supply" too. */
    private void andWhat() {
        boolean doing = IntStream.range(1, chart.size())
                .anyMatch(at -> chart.is(at, "what", "where", "when", "how", "whom")
                        && chart.is(at - 1, "and")
                        && chart.is(at + 1, "they", "it", "he", "she")
                        && !isShown(at + 2));
        boolean twice = doing
                || pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                                && IntStream.range(span.start(), span.end())
                                        .anyMatch(at -> at > 2
                                                && chart.is(at, "what", "where", "when", "how")
                                                && chart.is(at - 1, "and")
                                                && chart.is(at + 1, "is", "are", "was", "were")
                                                && chart.is(at + 2, "in", "on", "of", "they", "it", "he", "she")));
        if (twice) {
            doubts.problem("a second question");
        }
    }

    /** Whether the word is one for what is shown, as in "what they cost". */
    private boolean isShown(int at) {
        return pieces.stream()
                .anyMatch(piece -> (piece instanceof Piece.Pick || piece instanceof Piece.Folds)
                        && piece.span().start() <= at
                        && at < piece.span().end());
    }

    /** "how much stock in dollars" is no number of pieces. */
    private void inMoney() {
        boolean money = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                        && IntStream.range(span.start(), span.end())
                                .anyMatch(at -> chart.is(at, "in")
                                        && chart.is(at + 1, "dollars", "euros", "euro", "pounds", "usd", "eur")));
        boolean pieces = draft.outputs.stream()
                .anyMatch(output -> output.expression() instanceof Expression.Fold fold
                        && (Query.isCount(fold)
                                || fold.over()
                                        .filter(over -> over instanceof Expression.Column column
                                                && chart.isQuantity(new ColumnName(
                                                        column.range().table(), column.name())))
                                        .isPresent()));
        if (money && pieces) {
            doubts.problem("money, and not a number of pieces");
        }
    }

    /** "how many bottles do we have left": of what is left, and of nobody who left. */
    private void leftOf(Expression.Range subject, List<Condition> where) {
        boolean left = pieces.stream()
                .filter(piece -> IntStream.range(
                                piece.span().start(), piece.span().end())
                        .anyMatch(at -> chart.is(at, "left") && chart.is(at - 1, "have", "has", "are", "got")))
                .anyMatch(piece -> piece instanceof Piece.Filler
                        || (piece instanceof Piece.Missing missing
                                && missing.column().options().stream()
                                        .noneMatch(option ->
                                                option.meaning().table().equals(subject.table()))));
        Stream<String> shown = draft.outputs.stream()
                .flatMap(output -> columns(output.expression()))
                .map(Expression.Column::name);
        Stream<String> narrowed = Uses.columnsOf(where).stream().map(ColumnName::column);
        boolean stock = Stream.concat(shown, narrowed)
                .flatMap(column -> NamePhrases.wordsOf(column, Set.of()).stream())
                .anyMatch(Set.of("left", "stock", "remaining", "available", "quantity", "inventory")::contains);
        if (left && !stock) {
            doubts.problem("what is left, and not who left");
        }
    }

    private static Stream<Expression.Column> columns(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> Stream.of(column);
            case Expression.Fold fold -> fold.over().stream().flatMap(LostWords::columns);
            default -> Stream.empty();
        };
    }

    /** "how many guests can a room take": as many as there is room for, and not as many as were there. */
    private void roomFor() {
        boolean can = chart.is(0, "how")
                && IntStream.range(2, chart.size())
                        .filter(at -> chart.is(at, "can", "could"))
                        .anyMatch(at -> IntStream.range(at + 1, chart.size())
                                .anyMatch(verb -> chart.is(
                                        verb,
                                        "take",
                                        "hold",
                                        "fit",
                                        "accommodate",
                                        "sleep",
                                        "seat",
                                        "carry",
                                        "handle")));
        boolean counted = draft.outputs.stream()
                .anyMatch(output -> output.expression() instanceof Expression.Fold fold && Query.isCount(fold));
        if (can && (counted || pieces.stream().anyMatch(LostWords::isMetric))) {
            doubts.problem("how many there is room for");
        }
    }

    /** "how long does it take to issue a permit" asks for days between two dates. */
    private void howLongItTakes() {
        boolean takes = chart.is(0, "how")
                && chart.is(1, "long")
                && IntStream.range(2, chart.size())
                        .anyMatch(at -> chart.is(at, "take", "takes", "took")
                                && chart.is(at + 1, "to", "us", "until", "before", "from", "for"));
        if (takes && pieces.stream().noneMatch(LostWords::isMetric)) {
            doubts.problem("from when until when");
        }
    }

    private static boolean isMetric(Piece piece) {
        return piece instanceof Piece.Pick(var _, Piece.Target.OfMetric _, var _, var _)
                || (piece instanceof Piece.Folds folds && folds.target() instanceof Piece.Target.OfMetric);
    }

    /** "guests who arrived yesterday": of what has a date called so it is that day, and no other. */
    private void whenElse(List<Condition> where) {
        for (int index = 1; index < pieces.size(); index++) {
            if (!(pieces.get(index) instanceof Piece.During during)
                    || during.column().isPresent()
                    || !(pieces.get(index - 1) instanceof Piece.Filler(Piece.Span said, boolean _))
                    || said.end() != said.start() + 1) {
                continue;
            }
            List<ColumnName> dates = chart.columns(said.start()).stream()
                    .filter(column -> column.end() == said.end())
                    .flatMap(column -> column.options().stream())
                    .filter(option -> option.score() > 0.85)
                    .map(Mention.Option::meaning)
                    .filter(column -> knowledge.typeOf(column).isDate())
                    .toList();
            if (!dates.isEmpty() && Uses.columnsOf(where).stream().noneMatch(dates::contains)) {
                doubts.problem("when something else was");
            }
        }
    }

    /** "crops we sold but never delivered": those that were sold. */
    private void butNever() {
        boolean lost = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                        && chart.is(span.end(), "but", "and")
                        && chart.is(span.end() + 1, "never", "not")
                        && (Stem.isPast(chart.token(span.end() - 1).word())
                                || chart.is(span.end() - 1, "sold", "bought", "sent", "made")));
        if (lost) {
            doubts.problem("what was done, before what was not");
        }
    }

    /** "a truck from their own depot": the same one as theirs. */
    private void theirOwn() {
        boolean own = IntStream.range(1, chart.size())
                .anyMatch(at -> chart.is(at, "own")
                        && chart.is(at - 1, "their", "his", "her", "its")
                        && !chart.tables(at + 1).isEmpty());
        if (own) {
            doubts.problem("the same as their own");
        }
    }

    /** "less than one of their people" is no number. */
    private void oneOfThem() {
        boolean one = IntStream.range(1, chart.size() - 1)
                .anyMatch(at -> chart.is(at, "one")
                        && chart.is(at - 1, "than", "over", "under", "above", "below")
                        && chart.is(at + 1, "of"));
        if (one) {
            doubts.problem("one of them, and not the number");
        }
    }

    /** "per month for all weekly papers": one of them is no stretch of time to group by. */
    private void twoStretches() {
        if (pieces.stream().filter(Piece.GroupByTime.class::isInstance).count() > 1) {
            doubts.problem("two stretches of time");
        }
    }

    /** "sport stories, subsections included" are not those of subsections alone. */
    private void included() {
        boolean lost = pieces.stream()
                .filter(piece -> piece instanceof Piece.Kin || piece instanceof Piece.HasChildren)
                .anyMatch(piece -> chart.is(piece.span().end(), "included", "too", "also")
                        || chart.is(piece.span().start() - 1, "including", "incl"));
        if (lost) {
            doubts.problem("those, too");
        }
    }

    /** "the biggest claim and which client filed it" asks for the client, too. */
    private void andWho() {
        for (int at = 2; at < chart.size(); at++) {
            if (!chart.is(at - 1, "and") || !chart.is(at, "who", "which")) {
                continue;
            }
            List<TableName> asked =
                    chart.tables(at + 1).stream().map(Mention.OfTable::best).toList();
            boolean who = chart.is(at, "who");
            boolean shown = shown().anyMatch(table -> who ? knowledge.isPerson(table) : asked.contains(table));
            boolean folded = draft.showsFolds()
                    || draft.order.stream().anyMatch(key -> key.expression().isFolded());
            if ((!shown || folded) && (who || !asked.isEmpty())) {
                doubts.problem("who, besides");
            }
        }
    }

    /** The tables whose columns stand bare in the answer. */
    private Stream<TableName> shown() {
        return draft.outputs.stream()
                .map(Query.Output::expression)
                .filter(Expression.Column.class::isInstance)
                .map(shown -> ((Expression.Column) shown).range().table());
    }

    /** "instructors and their courses" lists both. */
    private void andTheirs(Expression.Range subject) {
        boolean lost = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Entity entity
                        && chart.is(entity.span().start() - 1, "their", "its", "his", "her")
                        && chart.is(entity.span().start() - 2, "and")
                        && !entity.table().best().equals(subject.table())
                        && !draft.showsFolds()
                        && shown().noneMatch(entity.table().best()::equals));
        if (lost) {
            doubts.problem("lists two things");
        }
    }

    /** "issues assigned to them", "accounts where they are the holder": back to whom the question began with. */
    private void backToThem() {
        boolean plain = !draft.showsFolds();
        for (int at = 2; at < chart.size(); at++) {
            boolean them = chart.is(at, "them", "themselves", "himself", "herself", "itself", "him")
                    && chart.is(at - 1, "to", "by", "for", "from", "of", "about", "against")
                    && Stem.isPast(chart.token(at - 2).word())
                    && plain;
            boolean where = chart.is(at, "they", "he", "she")
                    && chart.is(at - 1, "where", "which", "that", "whom")
                    && chart.is(at + 1, "are", "is", "were", "was");
            if (them || where) {
                doubts.problem("back to those who are asked for");
            }
        }
    }

    /** "midland's districts": the districts below it, though a word for them is only in a comment. */
    private void whatIsTheirs() {
        for (int index = 1; index < pieces.size(); index++) {
            boolean theirs = pieces.get(index) instanceof Piece.Echo echo
                    && pieces.get(index - 1) instanceof Piece.HasValue value
                    && value.span().end() == echo.span().start()
                    && chart.token(echo.span().start()).word().endsWith("s")
                    && value.values().getFirst().hits().stream()
                            .map(hit -> hit.column().table())
                            .anyMatch(table -> echo.tables().contains(table)
                                    && knowledge.keys().toParent(table).isPresent());
            if (theirs) {
                doubts.problem("what is below it, not itself");
            }
        }
    }

    /** "overdue books right now" are not those that once were, and the cars that a branch has now are not those it sold. */
    private void asOfNow(List<Condition> where, Expression.Range subject) {
        // What is overdue is so today.
        boolean due = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.During during && DueRules.isOverdue(chart, during));
        boolean now = !due
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                                && NOW.contains(
                                        chart.text(span.start(), span.end()).toLowerCase(Locale.ROOT)));
        boolean told = draft.outputs.stream()
                .anyMatch(output -> output.expression() instanceof Expression.Percentage(Expression.Fold part, var _)
                        && !part.only().isEmpty());
        boolean ever = where.isEmpty()
                ? !told && hasState(subject.table())
                : where.stream()
                        .allMatch(condition -> condition instanceof Condition.Exists exists
                                && !exists.negated()
                                && exists.path().isToMany());
        // What is in stock is so now.
        boolean stock = !chart.facts().stockOf(subject.table()).isEmpty()
                && Cues.anywhere(chart, Set.of("stock", "inventory", "hand"));
        if (now && ever && !stock) {
            doubts.problem("now, and not ever");
        }
    }

    /** "complaints that came in by email" are not counted for each address. */
    private void byWhat() {
        boolean relative = !Cues.anywhere(chart, Set.of("many", "number", "count", "total", "average"))
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Group group
                                && group.manner() == Piece.Group.Manner.BY
                                && chart.is(group.span().start(), "by")
                                && !chart.values(group.span().start() + 1).isEmpty()
                                && IntStream.range(
                                                Math.max(0, group.span().start() - 4),
                                                group.span().start())
                                        .anyMatch(at -> chart.is(at, "that", "which")));
        if (relative) {
            doubts.problem("by what it was done, and not for each of them");
        }
    }

    /** "musicians who left" are not all musicians. */
    private void whoDid() {
        int last = chart.size() - 1;
        boolean lost = last > 1
                && chart.is(last - 1, "who", "that", "which")
                && Stem.isPast(chart.token(last).word())
                && pieces.getLast() instanceof Piece.Filler(Piece.Span span, boolean _)
                && span.start() >= last - 1;
        if (lost) {
            doubts.problem("what they did");
        }
    }

    /** Whether rows come to an end, or change what they are. */
    private boolean hasState(TableName table) {
        return knowledge.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(column -> !column.dataType().isNumber())
                .anyMatch(column -> (column.dataType().isDate() && column.nullable())
                        || NamePhrases.wordsOf(column.name(), Set.of()).stream().anyMatch(CHANGING::contains));
    }
}

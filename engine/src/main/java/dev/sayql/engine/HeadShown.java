package dev.sayql.engine;

import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether what is listed is what was asked for: "clients who viewed a property in their preferred city" asks for clients, and a
 * column that is only spoken of is not shown in their place. For one assembly by one thread.
 */
final class HeadShown extends SecondLook {
    HeadShown(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        objects();
        persons();
        counted();
        adjectivesAsColumns();
        days();
        if (!draft.showsFolds() && draft.groups.isEmpty()) {
            listed();
            kindOfThings();
        }
    }

    /** "when was the Sunny Boy discontinued" is answered by no list of what was. */
    private void days() {
        boolean asked =
                chart.is(0, "when") && chart.is(1, "was", "were", "is", "are", "did", "does", "do", "has", "have");
        if (asked && draft.outputs.stream().noneMatch(output -> isTime(output.expression()))) {
            doubts.problem("when, and no day is shown");
        }
    }

    private static boolean isTime(Expression shown) {
        return switch (shown) {
            case Expression.Column column ->
                column.type().isDate()
                        || column.type() == DataType.TIME
                        || NamePhrases.wordsOf(column.name(), Set.of()).stream()
                                .anyMatch(Set.of("year", "day", "weekday", "month", "time")::contains);
            case Expression.Fold fold -> fold.over().filter(HeadShown::isTime).isPresent();
            case Expression.Bucket _, Expression.DatePart _ -> true;
            default -> false;
        };
    }

    /** "helpful reviews" are reviews, and no list of how many found them helpful. */
    private void adjectivesAsColumns() {
        for (int index = 1; index < pieces.size(); index++) {
            boolean told = pieces.get(index - 1)
                            instanceof Piece.Pick(Piece.Span span, Piece.Target.OfColumn(var column), var _, var _)
                    && pieces.get(index) instanceof Piece.Entity things
                    && !things.table().link()
                    && span.end() == things.span().start()
                    && span.end() == span.start() + 1
                    && column.score() < 0.8
                    && column.options().stream()
                            .anyMatch(option -> option.meaning()
                                            .table()
                                            .equals(things.table().best())
                                    && !NamePhrases.stemsOf(option.meaning().column())
                                            .getLast()
                                            .equals(chart.token(span.start()).stem()));
            if (told) {
                doubts.problem("what they are like, and not what is known of them");
            }
        }
    }

    /** "full price tickets" are tickets, of which "full price" says the kind. */
    private void kindOfThings() {
        for (int index = 1; index + 1 < pieces.size(); index++) {
            boolean kind = pieces.get(index)
                            instanceof Piece.Pick(var span, Piece.Target.OfColumn(var column), boolean distinct, var _)
                    && !distinct
                    && pieces.get(index - 1) instanceof Piece.HasValue value
                    && value.span().end() == span.start()
                    && pieces.get(index + 1) instanceof Piece.Entity things
                    && things.span().start() == span.end()
                    && !things.table().link()
                    && column.options().stream()
                            .anyMatch(option -> option.meaning()
                                    .table()
                                    .equals(things.table().best()));
            if (kind) {
                doubts.problem("things of a kind, not what is known of them");
            }
        }
    }

    /** "which cashier sold the most packs", "who drove the most shipments" ask for somebody. */
    private void persons() {
        boolean whatThings =
                chart.is(0, "what") && chart.tables(1).stream().anyMatch(table -> chart.isPerson(table.best()));
        if (isNumbersOnly() && (chart.is(0, "which") || whatThings || hasMost())) {
            doubts.problem("which, and not how much");
        }
        boolean ranked = pieces.getFirst() instanceof Piece.Rank && chart.is(0, "who", "whom");
        if (ranked
                && shown().noneMatch(column -> knowledge.isPerson(column.range().table()))) {
            doubts.problem("who, not what they did it to");
        }
    }

    /** The columns that stand bare in the answer. */
    private Stream<Expression.Column> shown() {
        return draft.outputs.stream()
                .map(Query.Output::expression)
                .filter(Expression.Column.class::isInstance)
                .map(Expression.Column.class::cast);
    }

    /** "who is the manager of each restaurant": the managers, not how many there are. */
    private void counted() {
        boolean ranked = pieces.stream().anyMatch(piece -> piece instanceof Piece.Rank || piece instanceof Piece.Sort)
                || chart.tokens().stream()
                        .anyMatch(token -> token.is("many") || token.is("number") || token.is("count"));
        boolean counts = draft.outputs.stream()
                .anyMatch(output -> output.expression() instanceof Expression.Fold fold && Query.isCount(fold));
        if (chart.is(0, "who", "whom") && !ranked && counts && draft.having.isEmpty()) {
            doubts.problem("who, not how many");
        }
        // "subcategories of Electronics with their number of products".
        boolean kin = pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Filler))
                .findFirst()
                .filter(piece -> piece instanceof Piece.Kin)
                .isPresent();
        if (kin && counts && draft.groups.isEmpty()) {
            doubts.problem("how many of each, not of all");
        }
        // "each subcategory together with the category it belongs to".
        boolean both = kin
                && IntStream.range(1, chart.size())
                        .anyMatch(
                                at -> chart.after(at, "together with", "along with", "alongside", "next to", "and") > 0)
                && Cues.anywhere(chart, Set.of("belongs", "belong", "parent", "under"))
                && shown().noneMatch(column ->
                        column.range().number() > 0 || column.range().through().isPresent());
        if (both) {
            doubts.problem("what they belong to");
        }
    }

    private void listed() {
        boolean flags = !draft.outputs.isEmpty()
                && draft.outputs.stream()
                        .allMatch(output -> output.expression() instanceof Expression.Column column
                                && column.type() == DataType.BOOLEAN);
        if (flags) {
            doubts.problem("whether, but not of what");
        }
        if (isOnlyWhose()) {
            doubts.problem("what each has, not each of them");
        }
        boolean above = !draft.outputs.isEmpty()
                && pieces.stream().noneMatch(Piece.HasValue.class::isInstance)
                && draft.outputs.stream()
                        .allMatch(output -> output.expression() instanceof Expression.Column column
                                && (column.range().number() > 0
                                        || column.range().through().isPresent())
                                && roles.rows()
                                        .filter(column.range().table()::equals)
                                        .isPresent());
        if (above) {
            doubts.problem("those above, as often as something is below them");
        }
        if (roles.head().filter(this::isReplaced).isPresent()) {
            doubts.problem("what is spoken of, not what is asked for");
        }
    }

    /** Whether a value is asked for first, and numbers alone are shown. */
    private boolean isNumbersOnly() {
        boolean told = pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Filler))
                .findFirst()
                .filter(Piece.HasValue.class::isInstance)
                .isPresent();
        return told
                && draft.outputs.stream()
                        .map(Query.Output::expression)
                        .allMatch(shown -> shown.isFolded()
                                || (shown instanceof Expression.Column column
                                        && (column.type().isNumber()
                                                || column.type().isDate())
                                        && !isCall(column)));
    }

    /** Whether the rows that are asked for are called by the column: orders have numbers and no names. */
    private boolean isCall(Expression.Column column) {
        return roles.head()
                .map(head -> head.table().best())
                .filter(column.range().table()::equals)
                .filter(table -> knowledge.label(table).equals(List.of(column.name())))
                .isPresent();
    }

    /** "waiter with the most tips". */
    private boolean hasMost() {
        return work.said()
                .findFirst()
                .map(piece -> piece.span().end())
                .filter(end -> chart.is(end, "with", "who", "that", "has")
                        && IntStream.range(end, chart.size())
                                .anyMatch(at -> chart.is(at, "most", "least", "highest", "lowest", "fewest")))
                .isPresent();
    }

    /** "what did customers from France buy" asks for what was bought. */
    private void objects() {
        boolean what = chart.is(0, "what") && chart.is(1, "did", "do", "does", "have", "has");
        boolean measured = roles.hasMeasure() || roles.hasPicks();
        if (what
                && !measured
                && roles.head()
                        .filter(head -> head.span().start() == 2 || chart.is(2, "our", "the"))
                        .isPresent()) {
            doubts.problem("what somebody did, not who did it");
        }
        if (what
                && !roles.hasMeasure()
                && pieces.getLast() instanceof Piece.Filler(Piece.Span span, boolean _)
                && chart.is(span.start(), "earn", "make", "charge", "pay", "cost")) {
            doubts.problem("how much, not who");
        }
    }

    /** "captains of each team" asks for captains. */
    private boolean isOnlyWhose() {
        Optional<Piece> first = pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Filler))
                .findFirst();
        boolean told = first.filter(piece ->
                        piece instanceof Piece.Flag || (piece instanceof Piece.HasValue value && !value.negated()))
                .isPresent();
        return told
                && draft.firsts == 0
                && pieces.stream().noneMatch(HeadShown::isColumn)
                && IntStream.range(first.orElseThrow().span().end(), chart.size() - 1)
                        .anyMatch(at -> chart.is(at, "of", "for", "in") && chart.is(at + 1, "each", "every"));
    }

    private boolean isReplaced(Piece.Entity head) {
        boolean asksForSomethingElse = chart.is(0, "what", "when", "where", "how") || head.each();
        Optional<Piece> first = pieces.stream().filter(HeadShown::isColumn).findFirst();
        return !asksForSomethingElse
                && first.filter(pick -> pick.span().start() >= head.span().end())
                        .filter(pick -> !isOfName(pick, head))
                        .isPresent()
                && !showsName(head);
    }

    private static boolean isColumn(Piece piece) {
        return piece instanceof Piece.Pick pick && !pick.beside() && pick.target() instanceof Piece.Target.OfColumn;
    }

    /** "customer names", "customers, name and city": the columns stand right behind what they are of. */
    private boolean isOfName(Piece pick, Piece.Entity head) {
        int between = chart.skip(head.span().end(), Set.of(",", "'", "s"));
        boolean done = pick.span().end() == pick.span().start() + 1
                && (Stem.isPast(chart.token(pick.span().start()).word())
                        || chart.token(pick.span().start()).word().endsWith("ing"));
        return between == pick.span().start() && !done;
    }

    /** Whether a row that was asked for can be told by what is shown. */
    private boolean showsName(Piece.Entity head) {
        TableName table = head.table().best();
        List<String> label = knowledge.label(table);
        Stream<Expression.Column> own = shown().filter(column -> column.range().equals(Expression.Range.of(table)));
        List<String> key = knowledge.table(table).map(Table::primaryKey).orElse(List.of());
        // "matches with kickoff and teams": what has no name is told by what is said of it.
        boolean told = pieces.stream()
                .filter(HeadShown::isColumn)
                .anyMatch(pick -> chart.is(pick.span().start() - 1, "with", "their", "its", "including"));
        return own.anyMatch(column -> (label.isEmpty() && (told || key.isEmpty() || key.contains(column.name())))
                || label.contains(column.name())
                || knowledge.isUnique(table, List.of(column.name())));
    }
}

package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Words that name two things in one source, and were taken for the one that is seldom meant: a piece of a longer name, a key for
 * what it points to, a verb that is also a stored value. For one assembly by one thread.
 */
final class DoubleMeanings extends SecondLook {
    DoubleMeanings(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        ofTheSame(draft.showsFolds());
        countsBefore();
        calledAsTheThing();
        doingsBeforeColumns();
        bothEnds();
        valuesBeforeNumbers();
        namesInTwo();
        verbsOrValues();
        wereSoOnce();
        thingsAsValues();
        statesPassedOver();
        eachOfTwo();
        keysForThings();
        namesBeforeColumns();
        kindsOfTwo();
        howOften();
        mostOfDates();
        whatIsLeft();
    }

    /** "bought together with laptops" are two lines of one order; "whose last order was in May" is the last of each. */
    private void ofTheSame(boolean folded) {
        for (int at = 1; at < chart.size(); at++) {
            int beside = chart.after(at, "together with", "along with", "in combination with", "alongside");
            int other = chart.skip(Math.max(beside, 0), Targets.DETERMINERS);
            boolean besides = beside > 0
                    && !folded
                    && chart.tables(other).isEmpty()
                    && chart.columns(other).isEmpty();
            boolean last = chart.is(at - 1, "whose")
                    && chart.is(at, "last", "latest", "first", "newest", "oldest", "most")
                    && chart.tables(chart.is(at, "most") ? at + 2 : at + 1).stream()
                            .anyMatch(table -> roles.head()
                                    .filter(head -> head.table().best().equals(table.best()))
                                    .isEmpty());
            if (besides || last) {
                doubts.problem("two of the same, or the last of each");
            }
        }
    }

    /** "how many open accounts" counts accounts, though a column says when they were opened. */
    private void countsBefore() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            boolean counted = pieces.get(index) instanceof Piece.CountColumn column
                    && pieces.get(index + 1) instanceof Piece.Entity
                    && pieces.get(index + 1).span().start() == column.span().end()
                    && !chart.token(column.span().end() - 1).word().endsWith("s");
            if (counted) {
                doubts.problem("what stands before the thing that is counted");
            }
        }
    }

    /** "lecturers" are all of them, though the title of some is Lecturer; of a membership everyone is a member. */
    private void calledAsTheThing() {
        boolean kind = pieces.stream()
                .filter(piece -> piece instanceof Piece.HasValue value
                        && value.column().isEmpty()
                        && !value.negated()
                        && value.values().size() == 1
                        && !chart.token(value.span().start()).quoted())
                .map(piece -> ((Piece.HasValue) piece).values().getFirst())
                .anyMatch(value -> value.hits().stream()
                        .map(hit -> hit.column().table())
                        .anyMatch(table -> isNameOf(table, value)));
        if (kind) {
            doubts.problem("called as all of them are");
        }
    }

    private boolean isNameOf(TableName table, Mention.OfValue value) {
        boolean named = chart.tables(value.start()).stream()
                .anyMatch(thing -> !thing.link()
                        && thing.end() == value.end()
                        && thing.score() > 0.95
                        && thing.best().equals(table));
        String stem = chart.token(value.end() - 1).stem();
        return (named && chart.token(value.end() - 1).word().endsWith("s"))
                || (value.end() == value.start() + 1
                        && stem.length() > 4
                        && NamePhrases.stemsOf(table.name()).stream()
                                .anyMatch(word -> word.length() > stem.length() && word.startsWith(stem)));
    }

    /** "pallets that are stored" are not all pallets, where some are. */
    private void statesPassedOver() {
        boolean passed = pieces.stream()
                .filter(piece -> piece instanceof Piece.Filler
                        || (piece instanceof Piece.Entity entity
                                && entity.table().link()
                                && roles.rows()
                                        .filter(entity.table().best()::equals)
                                        .isPresent()))
                .filter(piece -> piece.span().end() == piece.span().start() + 1
                        && Stem.isPast(chart.token(piece.span().start()).word())
                        && chart.is(piece.span().start() - 1, "are", "is"))
                .map(piece -> piece.span().end() - 1)
                .anyMatch(at -> chart.values(at).stream()
                        .filter(value -> value.end() == at + 1)
                        .flatMap(value -> value.hits().stream())
                        .anyMatch(hit ->
                                hit.value().equalsIgnoreCase(chart.token(at).word())
                                        && roles.rows()
                                                .filter(hit.column().table()::equals)
                                                .isPresent()));
        if (passed) {
            doubts.problem("a state that was passed over");
        }
    }

    /** "open repairs" are no staff of the team Repairs whom nobody mentioned. */
    private void thingsAsValues() {
        boolean thing = pieces.stream()
                .filter(piece -> piece instanceof Piece.HasValue value
                        && value.column().isEmpty()
                        && value.values().size() == 1
                        && Character.isLowerCase(
                                chart.token(value.span().start()).text().charAt(0))
                        && !chart.token(value.span().start()).quoted())
                .map(piece -> ((Piece.HasValue) piece).values().getFirst())
                .anyMatch(value -> chart.token(value.end() - 1).word().endsWith("s")
                        && value.hits().stream()
                                .noneMatch(hit ->
                                        roles.mentioned().contains(hit.column().table()))
                        && chart.tables(value.start()).stream()
                                .anyMatch(
                                        table -> table.end() == value.end() && !table.link() && table.score() > 0.95));
        if (thing) {
            doubts.problem("a thing, and not what something else is called");
        }
    }

    /** "repairs that were reported": all of them were, on a day that each of them has, whatever state they are in now. */
    private void wereSoOnce() {
        boolean once = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.HasValue value
                        && value.column().isEmpty()
                        && value.span().end() == value.span().start() + 1
                        && (chart.is(value.span().start() - 1, "were", "was") || isInflected(value))
                        && Stem.isPast(chart.token(value.span().start()).word())
                        && value.values().getFirst().hits().stream()
                                .map(hit -> hit.column().table())
                                .flatMap(table ->
                                        chart
                                                .facts()
                                                .datesCalled(
                                                        table,
                                                        chart.token(value.span().start())
                                                                .stem())
                                                .stream())
                                .anyMatch(date -> chart.column(date)
                                        .filter(found -> !found.nullable())
                                        .isPresent()));
        if (once) {
            doubts.problem("was so once, or is so now");
        }
    }

    /** "matters opened in May" were, whether they are open or not. */
    private boolean isInflected(Piece.HasValue value) {
        return value.values().getFirst().hits().stream()
                .noneMatch(hit -> hit.value()
                        .equalsIgnoreCase(chart.token(value.span().start()).word()));
    }

    /** "phone number" is no word about what is done by phone. */
    private void valuesBeforeNumbers() {
        boolean cut = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.HasValue value
                        && value.column().isEmpty()
                        && !chart.token(value.span().end() - 1).quoted()
                        && chart.is(value.span().end(), "number", "numbers"));
        if (cut) {
            doubts.problem("a number of it, not itself");
        }
    }

    /** "the most expensive and the cheapest": one of them would be lost. */
    private void bothEnds() {
        boolean up = pieces.stream().anyMatch(piece -> isEnd(piece, true));
        boolean down = pieces.stream().anyMatch(piece -> isEnd(piece, false));
        if (up && down) {
            doubts.problem("both ends of an order");
        }
    }

    private static boolean isEnd(Piece piece, boolean ascending) {
        return piece instanceof Piece.Rank rank && rank.target().isPresent() && rank.ascending() == ascending;
    }

    /** "selling price": what is done says which price, and what was sold says nothing of it. */
    private void doingsBeforeColumns() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            boolean doing = pieces.get(index) instanceof Piece.HasValue value
                    && value.column().isEmpty()
                    && chart.token(value.span().end() - 1).word().endsWith("ing")
                    && pieces.get(index + 1).span().start() == value.span().end();
            boolean measure = pieces.get(index + 1) instanceof Piece.Folds
                    || pieces.get(index + 1) instanceof Piece.Pick(var _, Piece.Target.OfColumn _, var _, var _);
            if (doing && measure) {
                doubts.problem("what is done with it says which column");
            }
        }
    }

    /** "packs left per medicine" are not all packs. */
    private void whatIsLeft() {
        boolean left = IntStream.range(1, pieces.size())
                .anyMatch(index -> pieces.get(index) instanceof Piece.Filler(Piece.Span span, boolean _)
                        && chart.is(span.start(), "left", "remaining")
                        && (span.end() == chart.size() || isOfWhat(span.end()))
                        && (Roles.isMeasure(pieces.get(index - 1)) || pieces.get(index - 1) instanceof Piece.Pick)
                        && pieces.get(index - 1).span().end() == span.start());
        if (left) {
            doubts.problem("what is left of it, not all");
        }
    }

    private boolean isOfWhat(int at) {
        return chart.is(at, "per", "by", "of", "for")
                || (chart.is(at, "on", "in", "at") && chart.is(at + 1, "the", "each", "our"));
    }

    /** "did the most checks" is no order by the days on which things were checked. */
    private void mostOfDates() {
        boolean dates = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Rank rank
                        && IntStream.range(rank.span().start(), rank.span().end())
                                .anyMatch(at -> chart.is(at, "most", "fewest", "least", "best", "worst", "top")
                                        && !chart.is(at + 1, "recently", "recent"))
                        && rank.target().isPresent()
                        && rank.target().get() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                        && chart.column(column.options().getFirst().meaning())
                                .filter(found -> found.dataType().isDate())
                                .isPresent());
        if (dates) {
            doubts.problem("how often, not when");
        }
    }

    /** "who bought the most laptops": how many of them, where the source adds up what is bought, is not how often. */
    private void howOften() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            Piece behind = pieces.get(index + 1);
            boolean often = pieces.get(index) instanceof Piece.Rank rank
                    && rank.target().isPresent()
                    && rank.target().get() instanceof Piece.Target.OfCount(Mention.OfTable table)
                    && table.link()
                    && chart.facts().addsUp(table.best());
            if (often && (behind instanceof Piece.HasText || behind instanceof Piece.HasValue)) {
                doubts.problem("how often, or how many of them");
            }
        }
    }

    /** "how many trams", where both lines and vehicles are trams or not. */
    private void kindsOfTwo() {
        List<Piece> said = pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Filler))
                .toList();
        boolean two = said.size() == 2
                && said.getFirst() instanceof Piece.Counting
                && said.getLast() instanceof Piece.HasValue value
                && value.column().isEmpty()
                && value.values().getFirst().hits().stream()
                                .map(hit -> hit.column().table())
                                .distinct()
                                .count()
                        > 1;
        if (two) {
            doubts.problem("two kinds of things that are called so");
        }
    }

    /** "members who …" asks for members, not for what of something else points to them. */
    private void keysForThings() {
        boolean key = pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Filler)
                        && !(piece instanceof Piece.HasValue)
                        && !(piece instanceof Piece.Flag))
                .findFirst()
                .filter(piece -> piece instanceof Piece.Pick(Piece.Span span, Piece.Target target, boolean _, boolean _)
                        && target instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                        && chart.tables(span.start()).stream()
                                .filter(table -> !table.link() && table.score() > 0.95 && table.end() == span.end())
                                .anyMatch(table -> column.options().stream()
                                        .anyMatch(option -> chart.pointedTo(option.meaning())
                                                .filter(table.best()::equals)
                                                .isPresent())))
                .isPresent();
        if (key) {
            doubts.problem("a key, not the thing");
        }
    }

    /** "private and corporate clients per city": one number for both, or one for each? */
    private void eachOfTwo() {
        boolean grouped = pieces.stream().anyMatch(Piece.Group.class::isInstance);
        for (int index = 0; index + 1 < pieces.size() && grouped; index++) {
            boolean two = pieces.get(index) instanceof Piece.HasValue value
                    && value.values().size() == 2
                    && !value.negated()
                    && IntStream.range(value.span().start(), value.span().end()).anyMatch(at -> chart.is(at, "and"))
                    && (pieces.get(index + 1) instanceof Piece.Entity || pieces.get(index + 1) instanceof Piece.Count)
                    && pieces.get(index + 1).span().start() == value.span().end();
            if (two) {
                doubts.problem("one number for both, or one for each");
            }
        }
    }

    /** "which projects does he lead", where leading is also what members of a project are there for. */
    private void verbsOrValues() {
        Piece last = pieces.getLast();
        boolean verb = last instanceof Piece.HasValue value
                && value.column().isEmpty()
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Filler
                                && chart.is(piece.span().start(), "does", "did", "do"))
                && chart.columns(last.span().start()).stream()
                        .anyMatch(column ->
                                column.options().stream().anyMatch(option -> chart.pointsToPerson(option.meaning())));
        if (verb) {
            doubts.problem("a verb or a value");
        }
    }

    /** "the number of parking spaces" has nothing to do with what is called "parking". */
    private void namesInTwo() {
        boolean cut = pieces.stream()
                .filter(piece -> piece instanceof Piece.HasValue value
                        && value.column().isEmpty()
                        && !chart.token(value.span().start()).quoted())
                .map(piece -> ((Piece.HasValue) piece).values().getFirst())
                .anyMatch(value -> chart.columns(value.start()).stream()
                        .anyMatch(column -> column.end() > value.end()
                                && column.options().getFirst().score() > 0.75));
        if (cut) {
            doubts.problem("a name cut in two");
        }
    }

    /** "retail price": a word of some name right before a column says which column, and there is none such. */
    private void namesBeforeColumns() {
        for (int index = 1; index < pieces.size(); index++) {
            boolean unit = pieces.get(index - 1) instanceof Piece.Compare
                    && pieces.get(index) instanceof Piece.Pick
                    && pieces.get(index - 1).span().end()
                            == pieces.get(index).span().start();
            if (unit) {
                doubts.problem("a unit, not a column to show");
            }
            boolean text = pieces.get(index - 1) instanceof Piece.HasText named && named.match() == TextMatch.CONTAINS;
            boolean column = pieces.get(index) instanceof Piece.Folds
                    || (pieces.get(index) instanceof Piece.Pick pick
                            && (pick.target() instanceof Piece.Target.OfColumn
                                    || pick.target() instanceof Piece.Target.OfMetric));
            boolean touching = pieces.get(index - 1).span().end()
                    == pieces.get(index).span().start();
            if (text && column && touching) {
                doubts.problem("a name before a column");
            }
        }
    }
}

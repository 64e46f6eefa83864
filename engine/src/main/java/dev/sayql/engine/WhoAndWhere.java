package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Set;

/**
 * Whether what is taken for a thing or for its name is somebody, somewhere, or a verb: "who works", "kids who borrowed", "in the
 * cellar". For one assembly by one thread.
 */
final class WhoAndWhere extends SecondLook {
    WhoAndWhere(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        whoDoesWhat();
        whoWorks(subject);
        valueBeforeWho();
        placesAsNames(subject);
        notDoneToWhat(subject);
        whichOnes(subject);
        whoIsSo(subject);
        notThere();
    }

    /** "orders not shipped to Germany" are no orders of Germany that have not been shipped. */
    private void notThere() {
        for (int index = 0; index < pieces.size(); index++) {
            Piece state = pieces.get(index);
            int next = work.nextSaid(index);
            boolean denied = (state instanceof Piece.HasValue value && value.negated())
                    || (state instanceof Piece.Missing missing && !missing.negated())
                    || (state instanceof Piece.Flag flag && !flag.flag().value());
            boolean there = denied
                    && Stem.isPast(chart.token(state.span().end() - 1).word())
                    && chart.is(state.span().end(), "to", "from", "into")
                    && next < pieces.size()
                    && pieces.get(next) instanceof Piece.HasValue place
                    && !place.negated();
            if (there) {
                doubts.problem("not there, or not done");
            }
        }
    }

    /** "who are the key contacts at our clients" asks for the contacts. */
    private void whoIsSo(Expression.Range subject) {
        int so = chart.after(0, "who are the", "who are our", "who is the", "who are");
        boolean others = so > 0
                && pieces.stream()
                        .filter(piece -> piece.span().start() == so)
                        .anyMatch(piece -> piece instanceof Piece.Flag flag
                                && flag.flag().columns().stream()
                                        .allMatch(column -> chart.isPerson(column.table())
                                                && !column.table().equals(subject.table())));
        if (others) {
            doubts.problem("who is so, and not where they are");
        }
    }

    /** "which sponsors have never sponsored a conference" asks for sponsors. */
    private void whichOnes(Expression.Range subject) {
        boolean others = chart.is(0, "which")
                && !draft.showsFolds()
                && pieces.size() > 1
                && pieces.get(1) instanceof Piece.Entity asked
                && asked.span().start() == 1
                && chart.is(asked.span().end(), "have", "has", "had", "never", "did")
                && (asked.table().link() || !asked.table().best().equals(subject.table()))
                && draft.outputs.stream()
                        .noneMatch(output -> Grouping.ranges(output.expression())
                                .contains(Expression.Range.of(asked.table().best())));
        if (others) {
            doubts.problem("which of them, and not of what they have");
        }
    }

    /** "restaurants that never ordered the Sekt": it, and not anything at all. */
    private void notDoneToWhat(Expression.Range subject) {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            int next = work.nextSaid(index);
            boolean object = next < pieces.size()
                    && pieces.get(index) instanceof Piece.Missing missing
                    && !missing.negated()
                    && Stem.isPast(chart.token(missing.span().end() - 1).word())
                    && pieces.get(next) instanceof Piece.HasValue value
                    && !chart.is(value.span().start() - 1, "in", "at", "by", "from", "on", "to")
                    && value.values().getFirst().hits().stream()
                            .map(hit -> hit.column().table())
                            .noneMatch(table -> table.equals(subject.table())
                                    || missing.column().options().stream()
                                            .anyMatch(option ->
                                                    option.meaning().table().equals(table)));
            if (object) {
                doubts.problem("not done to what");
            }
        }
    }

    /** "who works at Chiado House" are those employed there, where there are such, and no members. */
    private void whoWorks(Expression.Range subject) {
        boolean working = chart.is(0, "who")
                && chart.is(1, "works", "work")
                && chart.facts()
                        .staff()
                        .filter(staff -> !staff.equals(subject.table()))
                        .isPresent();
        // "who on our team handled the refunds", where no staff is stored.
        boolean ours = chart.after(
                                1,
                                "on our team",
                                "in our team",
                                "of our team",
                                "on our staff",
                                "of our staff",
                                "in our office")
                        > 0
                && chart.is(0, "who", "which")
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Filler(Piece.Span span, boolean _)
                                && chart.is(span.end() - 1, "team", "staff", "office"))
                && chart.facts().staff().filter(subject.table()::equals).isEmpty();
        boolean others = working || ours;
        if (others) {
            doubts.problem("who is employed there");
        }
    }

    /** "who works at Oakwood" does something there, and asks for no works. */
    private void whoDoesWhat() {
        boolean verb = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Entity entity
                        && chart.is(entity.span().start() - 1, "who")
                        && !entity.table().link()
                        && entity.span().end() == entity.span().start() + 1
                        && !Stem.isPast(chart.token(entity.span().start()).word())
                        && !knowledge.isPerson(entity.table().best()));
        if (verb) {
            doubts.problem("what somebody does, not what there is");
        }
    }

    /** "kids who borrowed": somebody, and no books for them. */
    private void valueBeforeWho() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            boolean things = pieces.get(index) instanceof Piece.HasValue value
                    && value.column().isEmpty()
                    && chart.is(value.span().end(), "who")
                    && value.values().getLast().hits().stream()
                            .map(Values.Hit::column)
                            .noneMatch(column -> knowledge.isPerson(column.table())
                                    || knowledge.label(column.table()).isEmpty()
                                    || knowledge.label(column.table()).contains(column.column()));
            boolean thing = index > 0 && pieces.get(index - 1) instanceof Piece.Entity;
            if (things && !thing) {
                doubts.problem("who that is");
            }
        }
    }

    /** "in the cellar" is no word about those who are members of that name: a common noun for something far that nobody mentions. */
    private void placesAsNames(Expression.Range subject) {
        boolean far = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.HasValue value
                        && value.column().isEmpty()
                        && value.span().end() == value.span().start() + 1
                        && chart.is(value.span().start() - 1, "the")
                        && isSmall(chart.token(value.span().start()).text())
                        && value.values().getFirst().hits().stream()
                                .allMatch(hit -> !isSmall(hit.value())
                                        && (isSomebody(hit.column())
                                                || isFar(hit.column().table(), subject))));
        if (far) {
            doubts.problem("a common word, and not a name of something far");
        }
    }

    /** Nobody says "the hall" of Mr Hall. */
    private boolean isSomebody(ColumnName column) {
        return knowledge.isPerson(column.table())
                && NamePhrases.wordsOf(column.column(), Set.of()).contains("name");
    }

    private boolean isFar(TableName table, Expression.Range subject) {
        return !roles.mentioned().contains(table)
                && !knowledge.keys().reachedToOne(subject.table()).contains(table);
    }

    private static boolean isSmall(String text) {
        return Character.isLowerCase(text.charAt(0));
    }
}

package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the pieces that narrow a question into conditions, and hands them to where they belong. For one use by one
 * thread.
 */
final class ConditionReading {
    /** How many levels of a tree are looked up from a row. */
    private static final int LEVELS = 2;

    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Roles roles;
    private final Resolver resolver;
    private final Doubts doubts;
    private final ColumnChoice columns;
    private final Neighbours neighbours;
    private final Placement placement;
    private final NumberReading numbers;
    private final RelationReading relations;
    private final DateReading dates;

    ConditionReading(
            List<Piece> pieces, Chart chart, Knowledge knowledge, Roles roles, Resolver resolver, Doubts doubts) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.roles = roles;
        this.resolver = resolver;
        this.doubts = doubts;
        this.columns = new ColumnChoice(resolver, doubts, 2, "a column that does not fit");
        this.neighbours = new Neighbours(pieces, chart, doubts);
        this.placement = new Placement(pieces, chart, knowledge, roles, doubts);
        this.numbers = new NumberReading(pieces, chart, knowledge, roles, columns, placement, doubts);
        this.dates = new DateReading(pieces, chart, knowledge, roles, resolver, placement, doubts);
        this.relations = new RelationReading(knowledge, roles, columns, placement, doubts);
    }

    /** Conditions on folds of the groups; known after {@link #conditions}. */
    List<Query.Having> havings() {
        return numbers.havings();
    }

    /** What is counted for each row; known after {@link #conditions}. */
    Optional<Expression.Tally> tally() {
        return placement.tally();
    }

    boolean hasGroupFilters() {
        return !havings().isEmpty();
    }

    /** The conditions in the order of the question; the list is the caller's. */
    List<Condition> conditions(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (isOfOthers(piece, subject)) {
                doubts.problem("what others have or lack");
            }
            switch (piece) {
                case Piece.Without without -> relations.addWithout(without, subject);
                case Piece.CompareCount count -> numbers.addCount(count, subject);
                case Piece.Compare compare
                when Placement.isRelation(compare) -> numbers.addCompare(compare, pieces.indexOf(compare), subject);
                default -> {}
            }
        }
        roles.tallied().ifPresent(table -> numbers.addTally(table, subject));
        for (int index = 0; index < pieces.size(); index++) {
            add(pieces.get(index), index, subject);
        }
        placement.addMereMentions(subject);
        return placement.all();
    }

    /** "products reviewed by customers who never ordered": of the customers, not of the products. */
    private boolean isOfOthers(Piece piece, Expression.Range subject) {
        int before = pieces.indexOf(piece) - 1;
        while (before >= 0 && pieces.get(before) instanceof Piece.Filler) {
            before--;
        }
        return (piece instanceof Piece.Without || piece instanceof Piece.CompareCount)
                && before > 0
                && pieces.get(before) instanceof Piece.Entity entity
                && !Deeds.isDeed(entity, chart)
                && !entity.table().best().equals(subject.table())
                && placement.isToMany(subject, entity.table().best());
    }

    private void add(Piece piece, int index, Expression.Range subject) {
        switch (piece) {
            case Piece.HasValue value -> addValue(value, index, subject);
            case Piece.HasText text ->
                columns.choose(text.column(), column -> column.dataType().isText())
                        .ifPresent(column ->
                                placement.attach(textCondition(text, column), column.table(), index, false, subject));
            case Piece.Flag flag -> addFlag(flag, index, subject);
            case Piece.Compare compare when Placement.isRelation(compare) -> {}
            case Piece.Compare compare -> numbers.addCompare(compare, index, subject);
            case Piece.Either either ->
                placement.addAlternatives(
                        () -> either.alternatives().forEach(one -> add(one, index, subject)),
                        either.alternatives().size());
            case Piece.CompareColumns compare -> addColumns(compare, index, subject);
            case Piece.CompareChildren children -> relations.addChildCount(children, subject);
            case Piece.CompareToParent compare -> relations.addParentComparison(compare, subject);
            case Piece.HasChildren children -> relations.addChildren(children, subject);
            case Piece.CompareToAverage average -> numbers.addAverage(average, index, subject);
            case Piece.During during -> dates.add(during, index, subject);
            case Piece.NotDuring during -> dates.addBut(during, index, subject);
            case Piece.Missing missing when dates.isNotThen(index) -> dates.addNotThen(missing, index, subject);
            case Piece.Missing missing -> relations.addMissing(missing, index, thingsBeside(index), subject);
            case Piece.Kin kin -> relations.addKin(kin, subject);
            default -> {}
        }
    }

    /** What stands right beside, and what is counted: "with more than three unpaid fines". */
    private Set<TableName> thingsBeside(int index) {
        Set<TableName> things = new HashSet<>(neighbours.things(index));
        pieces.subList(0, index).stream()
                .filter(Piece.CompareCount.class::isInstance)
                .forEach(
                        piece -> things.add(((Piece.CompareCount) piece).table().best()));
        return things;
    }

    private void addValue(Piece.HasValue value, int index, Expression.Range subject) {
        Optional<Resolver.Choice<List<Values.Hit>>> choice = resolver.values(neighbours.ofThingBeside(value, index));
        if (choice.isEmpty()) {
            doubts.problem("a value that cannot be reached");
            return;
        }
        doubts.margin(choice.get().margin());
        List<Values.Hit> hits = choice.get().value();
        ColumnName column = hits.getFirst().column();
        Expression expression = knowledge.expression(column);
        boolean far = placement.isToMany(subject, column.table());
        doubts.doubt(
                far && (Knowledge.isOfPeople(column.column()) || isPlaceElsewhere(column, index, subject)) ? 0.7 : 0);
        if (!far && isDestination(value, column, subject)) {
            doubts.problem("where they went, not where they are from");
        }
        if (isStateOfOthers(column, value, index)) {
            doubts.problem("a state of something else");
        }
        if (besideAnotherKind(column, index)) {
            doubts.problem("two things in a row that are not alike");
        }
        if (far && !value.negated() && hits.size() > 1 && meansBoth(value, index)) {
            for (Values.Hit hit : hits) {
                placement.attach(
                        new Condition.Comparison(expression, Operator.EQUAL, new Condition.Literal.Text(hit.value())),
                        column.table(),
                        index,
                        false,
                        subject);
            }
            return;
        }
        if (!far && hits.size() > 1 && saysBoth(value)) {
            doubts.problem("one row is not two things");
        }
        attach(value, hits, index, far, subject);
    }

    /** "clients who travelled to Japan" do not live there. */
    private boolean isDestination(Piece.HasValue value, ColumnName column, Expression.Range subject) {
        boolean to = chart.is(value.span().start(), "to", "towards")
                || chart.is(value.span().start() - 1, "to", "towards");
        boolean people = knowledge.isPerson(subject.table()) || knowledge.isPerson(column.table());
        return to && people && Knowledge.isPlace(column);
    }

    /** "agents who are active" are not those with active policies, and cancelled customers nobody knows. */
    private boolean isStateOfOthers(ColumnName column, Piece.HasValue value, int index) {
        boolean state = NamePhrases.wordsOf(column.column(), Set.of()).stream()
                .anyMatch(Set.of("status", "state", "stage", "active", "result", "outcome")::contains);
        int start = value.span().start();
        int before = start - 1;
        while (chart.is(before, "still", "not", "already", "currently", "now", "yet")) {
            before--;
        }
        boolean said = chart.is(before, "is", "are", "was", "were", "who")
                || (index + 1 < pieces.size()
                        && pieces.get(index + 1) instanceof Piece.Entity entity
                        && !entity.table().link());
        boolean others = roles.head()
                .map(head -> head.table().best())
                .filter(head -> placement.isToMany(Expression.Range.of(head), column.table()))
                .isPresent();
        return state
                && said
                && others
                && value.column().isEmpty()
                && !roles.mentioned().contains(column.table());
    }

    private void attach(Piece.HasValue value, List<Values.Hit> hits, int index, boolean far, Expression.Range subject) {
        ColumnName column = hits.getFirst().column();
        Expression expression = knowledge.expression(column);
        boolean negated = value.negated() && !far;
        List<Condition.Literal> literals = new ArrayList<>();
        hits.forEach(hit -> literals.add(new Condition.Literal.Text(hit.value())));
        Condition condition = literals.size() == 1
                ? new Condition.Comparison(
                        expression, negated ? Operator.NOT_EQUAL : Operator.EQUAL, literals.getFirst())
                : new Condition.OneOf(expression, literals, negated);
        placement.attach(
                negated ? condition : withBelow(condition, column, literals, subject),
                column.table(),
                index,
                value.negated() && far,
                subject);
    }

    /** "revenue of Electronics": what is in a category below it is in it as well. */
    private Condition withBelow(
            Condition named, ColumnName column, List<Condition.Literal> literals, Expression.Range subject) {
        TableName tree = column.table();
        Optional<Keys.Edge> up = knowledge.keys().toParent(tree);
        boolean contains = up.isPresent()
                && knowledge.containsItsLike(tree)
                && !tree.equals(subject.table())
                && knowledge.label(tree).equals(List.of(column.column()))
                && pieces.stream().noneMatch(Piece.Kin.class::isInstance)
                && !roles.groupsBy(tree);
        if (!contains) {
            return named;
        }
        List<Condition> any = new ArrayList<>();
        List<Path.Step> steps = new ArrayList<>();
        for (int above = 1; above <= LEVELS; above++) {
            steps.add(new Path.Step(
                    above == 1 ? Expression.Range.of(tree) : new Expression.Range(tree, above - 1),
                    up.get().fromColumns(),
                    new Expression.Range(tree, above),
                    up.get().toColumns(),
                    false));
            Expression.Column name = knowledge.expression(new Expression.Range(tree, above), column.column());
            Condition such = literals.size() == 1
                    ? new Condition.Comparison(name, Operator.EQUAL, literals.getFirst())
                    : new Condition.OneOf(name, literals, false);
            any.add(new Condition.Exists(new Path(steps), List.of(such), false));
        }
        return new Condition.InTree(named, any);
    }

    /** "guests from Germany" are no guests of hotels in Germany, where guests have a nationality. */
    private boolean isPlaceElsewhere(ColumnName column, int index, Expression.Range subject) {
        return Knowledge.isPlace(column.column())
                && knowledge.hasPlace(subject.table())
                && pieces.subList(0, index).stream()
                        .noneMatch(piece -> piece instanceof Piece.Entity entity
                                && !entity.table().best().equals(subject.table()));
    }

    /** "from France and Italy": a country of hotels and a nationality of guests do not stand side by side. */
    private boolean besideAnotherKind(ColumnName column, int index) {
        boolean joined = index > 1
                && pieces.get(index - 1) instanceof Piece.Filler(Piece.Span span, boolean joint)
                && joint
                && span.end() == pieces.get(index).span().start();
        return joined
                && pieces.get(index - 2) instanceof Piece.HasValue before
                && before.column().isEmpty()
                && before.values().getLast().hits().stream()
                        .noneMatch(hit -> hit.column().table().equals(column.table()));
    }

    /** "bought A and B" is one row for each; "from A and B" is any of them. */
    private boolean meansBoth(Piece.HasValue value, int index) {
        int start = value.span().start();
        boolean and = chart.tokens().subList(start, value.span().end()).stream().anyMatch(token -> token.is("and"));
        boolean done = index > 0
                && pieces.subList(0, index).reversed().stream()
                        .filter(piece -> !(piece instanceof Piece.Filler))
                        .findFirst()
                        .filter(piece -> piece instanceof Piece.Entity entity
                                && entity.table().link())
                        .isPresent();
        return and && (saysBoth(value) || done);
    }

    private boolean saysBoth(Piece.HasValue value) {
        int start = value.span().start();
        return chart.is(start - 1, "both") || chart.is(start - 2, "both");
    }

    private void addColumns(Piece.CompareColumns compare, int index, Expression.Range subject) {
        Optional<ColumnName> left = columns.choose(compare.left(), found -> true);
        Optional<ColumnName> right = columns.choose(compare.right(), found -> true);
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        Expression.Column first = knowledge.expression(left.get());
        Expression.Column second = knowledge.expression(right.get());
        boolean alike = (first.type().isNumber() && second.type().isNumber())
                || (first.type().isDate() && second.type().isDate())
                || (first.type().isText() && second.type().isText());
        boolean sameRows = first.range().equals(second.range())
                || (!placement.isToMany(subject, first.range().table())
                        && !placement.isToMany(subject, second.range().table()));
        if (!alike
                || !sameRows
                || first.equals(second)
                || knowledge.isKey(left.get())
                || knowledge.isKey(right.get())) {
            doubts.problem("columns that do not compare");
            return;
        }
        placement.attach(
                new Condition.Columns(first, compare.operator(), second),
                first.range().table(),
                index,
                false,
                subject);
    }

    private Condition textCondition(Piece.HasText text, ColumnName column) {
        Expression expression = knowledge.expression(column);
        return text.match() == TextMatch.EQUALS
                ? new Condition.Comparison(
                        expression,
                        text.negated() ? Operator.NOT_EQUAL : Operator.EQUAL,
                        new Condition.Literal.Text(text.text()))
                : new Condition.Matches(expression, text.match(), text.text(), text.negated());
    }

    private void addFlag(Piece.Flag flag, int index, Expression.Range subject) {
        Optional<TableName> next = nextTable(index);
        ColumnName column = flag.flag().columns().stream()
                .filter(option -> next.filter(option.table()::equals).isPresent())
                .findFirst()
                .or(() -> flag.flag().columns().stream()
                        .filter(option -> previousTable(index)
                                .filter(option.table()::equals)
                                .isPresent())
                        .findFirst())
                .or(() -> flag.flag().columns().stream()
                        .filter(option -> option.table().equals(subject.table()))
                        .findFirst())
                .orElse(flag.flag().columns().stream()
                        .max(Comparator.comparingDouble(option -> resolver.nearness(option.table())))
                        .orElseThrow());
        boolean foreign = !column.table().equals(subject.table())
                && (!roles.mentioned().contains(column.table())
                        || next.filter(subject.table()::equals).isPresent())
                && chart.values(flag.flag().start()).stream()
                        .flatMap(found -> found.hits().stream())
                        .anyMatch(hit -> hit.column().table().equals(subject.table()));
        if (foreign) {
            // "active sprints", whose state is active, have nothing to do with active people.
            doubts.problem("a flag of something else");
        }
        boolean value = flag.flag().value() != flag.negated();
        placement.attach(
                new Condition.Comparison(
                        knowledge.expression(column), Operator.EQUAL, new Condition.Literal.Truth(value)),
                column.table(),
                index,
                false,
                subject);
    }

    private Optional<TableName> previousTable(int index) {
        for (int before = index - 1; before >= 0; before--) {
            if (pieces.get(before) instanceof Piece.Entity entity
                    && !entity.table().link()) {
                return Optional.of(entity.table().best());
            }
        }
        return Optional.empty();
    }

    private Optional<TableName> nextTable(int index) {
        for (int next = index + 1; next < pieces.size(); next++) {
            if (pieces.get(next) instanceof Piece.Entity entity) {
                return Optional.of(entity.table().best());
            }
            if (pieces.get(next) instanceof Piece.Count count) {
                return Optional.of(count.table().best());
            }
            if (!(pieces.get(next) instanceof Piece.Filler)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}

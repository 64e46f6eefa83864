package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the pieces that narrow a question into conditions, and hands them to where they belong. For one use by one
 * thread.
 */
final class ConditionReading {
    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Roles roles;
    private final Resolver resolver;
    private final Doubts doubts;
    private final ColumnChoice columns;
    private final Placement placement;
    private final NumberReading numbers;
    private final RelationReading relations;

    ConditionReading(
            List<Piece> pieces, Chart chart, Knowledge knowledge, Roles roles, Resolver resolver, Doubts doubts) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.roles = roles;
        this.resolver = resolver;
        this.doubts = doubts;
        this.columns = new ColumnChoice(resolver, doubts, 2, "a column that does not fit");
        this.placement = new Placement(pieces, chart, knowledge, roles, doubts);
        this.numbers = new NumberReading(knowledge, roles, columns, placement, doubts);
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
            case Piece.CompareToParent compare -> relations.addParentComparison(compare, subject);
            case Piece.HasChildren children -> relations.addChildren(children, subject);
            case Piece.CompareToAverage average -> numbers.addAverage(average, index, subject);
            case Piece.During during -> addDuring(during, index, subject);
            case Piece.Missing missing -> relations.addMissing(missing, index, subject);
            case Piece.Kin kin -> relations.addKin(kin, subject);
            default -> {}
        }
    }

    private void addValue(Piece.HasValue value, int index, Expression.Range subject) {
        Optional<Resolver.Choice<List<Values.Hit>>> choice = resolver.values(value.values());
        if (choice.isEmpty()) {
            doubts.problem("a value that cannot be reached");
            return;
        }
        doubts.margin(choice.get().margin());
        List<Values.Hit> hits = choice.get().value();
        ColumnName column = hits.getFirst().column();
        Expression expression = knowledge.expression(column);
        boolean far = placement.isToMany(subject, column.table());
        doubts.doubt(far && isPeopleOf(column) ? 0.7 : 0);
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
        boolean negated = value.negated() && !far;
        List<Condition.Literal> literals = new ArrayList<>();
        hits.forEach(hit -> literals.add(new Condition.Literal.Text(hit.value())));
        Condition condition = literals.size() == 1
                ? new Condition.Comparison(
                        expression, negated ? Operator.NOT_EQUAL : Operator.EQUAL, literals.getFirst())
                : new Condition.OneOf(expression, literals, negated);
        placement.attach(condition, column.table(), index, value.negated() && far, subject);
    }

    /** "hotels in Italy" have nothing to do with Italian guests. */
    private static boolean isPeopleOf(ColumnName column) {
        return NamePhrases.wordsOf(column.column(), Set.of()).stream()
                .anyMatch(Set.of("nationality", "citizenship")::contains);
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
            if (!(pieces.get(next) instanceof Piece.Filler)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void addDuring(Piece.During during, int index, Expression.Range subject) {
        Optional<ColumnName> column = during.column().isPresent()
                ? columns.choose(
                        during.column().get(), found -> found.dataType().isDate() || Knowledge.isYear(found))
                : dateNear(index, subject);
        column.ifPresentOrElse(
                found -> {
                    // A date of something that is not even mentioned, for rows that are only listed.
                    boolean foreign = during.column().isEmpty()
                            && !roles.hasMeasure()
                            && roles.rankMeasure().isEmpty()
                            && !found.table().equals(subject.table())
                            && !roles.mentioned().contains(found.table());
                    doubts.doubt(foreign ? 0.4 : 0);
                    addDated(found, during.range(), index, subject);
                },
                () -> doubts.problem("no date to look at"));
    }

    private void addDated(ColumnName found, DateRange range, int index, Expression.Range subject) {
        dated(knowledge.expression(found), range)
                .ifPresentOrElse(
                        condition -> placement.attach(condition, found.table(), index, false, subject),
                        () -> doubts.problem("more exact than the years that are known"));
    }

    /** Of a column that holds years as numbers, only whole years can be told. */
    private static Optional<Condition> dated(Expression.Column column, DateRange range) {
        if (column.type().isDate()) {
            return Optional.of(new Condition.During(column, range));
        }
        boolean whole = range.from().filter(day -> day.getDayOfYear() != 1).isEmpty()
                && range.until().filter(day -> day.getDayOfYear() != 1).isEmpty();
        Optional<BigDecimal> first = range.from().map(day -> BigDecimal.valueOf(day.getYear()));
        Optional<BigDecimal> last = range.until().map(day -> BigDecimal.valueOf(day.getYear() - 1L));
        if (!whole || (first.isEmpty() && last.isEmpty())) {
            return Optional.empty();
        }
        if (first.isPresent() && last.isPresent()) {
            return Optional.of(
                    first.get().compareTo(last.get()) == 0
                            ? new Condition.Comparison(
                                    column, Operator.EQUAL, new Condition.Literal.Numeric(first.get()))
                            : new Condition.Between(column, first.get(), last.get()));
        }
        return Optional.of(new Condition.Comparison(
                column,
                first.isPresent() ? Operator.GREATER_OR_EQUAL : Operator.LESS_OR_EQUAL,
                new Condition.Literal.Numeric(first.or(() -> last).orElseThrow())));
    }

    /** The date of the thing mentioned last before the words, else of the rows. */
    private Optional<ColumnName> dateNear(int index, Expression.Range subject) {
        for (int before = index - 1; before >= 0; before--) {
            Optional<TableName> table = tableOf(pieces.get(before), subject);
            if (table.isPresent()) {
                Optional<ColumnName> date = knowledge.ownYear(table.get()).or(() -> knowledge.defaultDate(table.get()));
                if (date.isPresent() && resolver.nearness(date.get().table()) > -50) {
                    return date;
                }
            }
        }
        return knowledge.ownYear(subject.table()).or(() -> knowledge.defaultDate(subject.table()));
    }

    private Optional<TableName> tableOf(Piece piece, Expression.Range subject) {
        return switch (piece) {
            // "top customers by revenue last month": the month of the revenue, not of the customers.
            case Piece.Entity entity when roles.isGroup(entity) -> Optional.empty();
            // "fuel used by tractors in May": the month of the use, not of the tractors.
            case Piece.Entity entity
            when roles.hasMeasure()
                    && !entity.table().best().equals(subject.table())
                    && !placement.isToMany(subject, entity.table().best())
                    && knowledge.ownDate(subject.table()).isPresent() -> Optional.empty();
            case Piece.Entity entity -> Optional.of(entity.table().best());
            case Piece.Count count -> Optional.of(count.table().best());
            case Piece.CompareCount count -> Optional.of(count.table().best());
            case Piece.Without without -> Optional.of(without.table().best());
            case Piece.Pick(Piece.Span _, Piece.Target.OfMetric _, boolean _, boolean _),
                    Piece.Folds _,
                    Piece.Share _ -> Optional.of(subject.table());
            case Piece.Rank _
            when roles.tallied().isPresent() -> roles.tallied().map(Mention.OfTable::best);
            case Piece.Rank(Piece.Span _, boolean _, int _, var target)
            when target.isPresent() && !(target.get() instanceof Piece.Target.OfAdjective) ->
                Optional.of(subject.table());
            case Piece.Compare compare
            when compare.target().isPresent() ->
                compare.target()
                        .flatMap(target -> target instanceof Piece.Target.OfMetric(Mention.OfMetric metric)
                                ? roles.form(metric.metric()).map(Metric.Form::table)
                                : Optional.empty());
            default -> Optional.empty();
        };
    }
}

package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What numbers say about rows: comparisons of columns, of folds, and with the average. For one use by one thread. */
final class NumberReading {
    private static final Pattern FRACTION = Pattern.compile("numeric\\((\\d+), ?(\\d+)\\)");

    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Roles roles;
    private final ColumnChoice columns;
    private final Placement placement;
    private final Doubts doubts;
    private final List<Query.Having> havings = new ArrayList<>();

    NumberReading(
            List<Piece> pieces,
            Chart chart,
            Knowledge knowledge,
            Roles roles,
            ColumnChoice columns,
            Placement placement,
            Doubts doubts) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.roles = roles;
        this.columns = columns;
        this.placement = placement;
        this.doubts = doubts;
    }

    /** Conditions on folds of the groups, as far as they were read. */
    List<Query.Having> havings() {
        return List.copyOf(havings);
    }

    void addCompare(Piece.Compare compare, int index, Expression.Range subject) {
        compare.target()
                .ifPresentOrElse(
                        target -> addTargeted(target, compare, index, subject),
                        () -> addUntargeted(compare, index, subject));
    }

    /** "buyers who bought more than 100 tonnes": in all, and not at a time. */
    private boolean isOfDeed(ColumnName column, int index, Expression.Range subject) {
        return index > 0
                && pieces.get(index - 1) instanceof Piece.Entity deed
                && deed.table().link()
                && Deeds.isDeed(deed, chart)
                && deed.table().best().equals(column.table())
                && placement.isToMany(subject, column.table());
    }

    /** "over 100": of what the rows are measured by. */
    private void addUntargeted(Piece.Compare compare, int index, Expression.Range subject) {
        Optional<ColumnName> measure = compare.unit().seconds() > 0
                ? knowledge.table(subject.table()).flatMap(table -> UnitRules.timed(table, compare.unit()))
                : knowledge.ownMeasure(subject.table());
        measure.ifPresentOrElse(
                column -> {
                    doubts.doubt(compare.unit() == Piece.Unit.MONEY ? 0.05 : 0.25);
                    placement.attach(numberCondition(compare, column), column.table(), index, false, subject);
                },
                () -> doubts.problem("a number of what"));
    }

    private void addTargeted(Piece.Target target, Piece.Compare compare, int index, Expression.Range subject) {
        switch (target) {
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                columns.choose(column, found -> isComparable(found, compare)).ifPresent(found -> {
                    boolean size = compare.operator() != Operator.EQUAL && compare.operator() != Operator.NOT_EQUAL;
                    if (size && knowledge.isKey(found)) {
                        doubts.problem("the size of a key");
                    }
                    boolean none = compare.operator() == Operator.EQUAL
                            && compare.number().signum() == 0;
                    boolean fold = roles.hasMeasure() && !roles.countsRows() && !roles.sharesRows();
                    if (none && knowledge.pointedTo(found).isPresent()) {
                        doubts.problem("a key that is nought");
                    }
                    if (none && fold) {
                        doubts.problem("less of it, or only where there is none");
                    }
                    if (none && placement.isToMany(subject, found.table())) {
                        doubts.problem("rows with nothing, or no rows");
                    }
                    if (size && isOfDeed(found, index, subject) && knowledge.addsUp(column)) {
                        addFolded(
                                Expression.Fold.of(
                                        Aggregation.SUM,
                                        knowledge.expression(found),
                                        Expression.Range.of(found.table())),
                                compare,
                                subject);
                    } else {
                        placement.attach(numberCondition(compare, found), found.table(), index, false, subject);
                    }
                });
            case Piece.Target.OfAdjective(English.Adjective adjective) ->
                knowledge
                        .graded(subject.table(), adjective)
                        .ifPresentOrElse(
                                found -> {
                                    // "older than 30" of things with a date: years of what?
                                    if (knowledge.typeOf(found).isDate()) {
                                        doubts.problem("a number of what, compared with a date");
                                    }
                                    placement.attach(
                                            numberCondition(compare, found), found.table(), index, false, subject);
                                },
                                () -> doubts.problem("nothing to grade"));
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> addFoldCompare(metric.metric(), compare, subject);
            case Piece.Target.OfFold(Aggregation aggregation, Mention.OfColumn column) ->
                columns.choose(column, found -> found.dataType().isNumber())
                        .ifPresent(found -> addFolded(
                                Expression.Fold.of(
                                        aggregation, knowledge.expression(found), Expression.Range.of(found.table())),
                                compare,
                                subject));
            case Piece.Target.OfCount(Mention.OfTable table) ->
                addFolded(Expression.Fold.countOf(Expression.Range.of(table.best())), compare, subject);
            case Piece.Target.OfTable _, Piece.Target.OfDate _, Piece.Target.OfParent _, Piece.Target.OfFrequency _ ->
                doubts.problem("a table compared with a number");
        }
    }

    private static boolean isComparable(Column column, Piece.Compare compare) {
        boolean text = column.dataType().isText() && compare.operator() == Operator.EQUAL;
        boolean year = column.dataType().isDate() && isYear(compare.number());
        return column.dataType().isNumber() || text || year;
    }

    private static boolean isYear(BigDecimal number) {
        return number.scale() <= 0 && number.intValue() >= 1900 && number.intValue() < 2100;
    }

    private Condition numberCondition(Piece.Compare compare, ColumnName column) {
        Expression.Column expression = knowledge.expression(column);
        if (expression.type().isDate()) {
            return new Condition.During(expression, years(compare));
        }
        BigDecimal number = scaled(compare.number(), compare, column);
        if (compare.upTo().isPresent()) {
            return new Condition.Between(
                    expression, number, scaled(compare.upTo().get(), compare, column));
        }
        Condition.Literal literal = expression.type().isText()
                ? new Condition.Literal.Text(compare.number().toPlainString())
                : new Condition.Literal.Numeric(number);
        return new Condition.Comparison(expression, compare.operator(), literal);
    }

    /** "20 %" is 0.2 in a column that cannot hold ten. */
    private BigDecimal scaled(BigDecimal number, Piece.Compare compare, ColumnName column) {
        if (compare.unit().seconds() > 0) {
            return inUnitOf(number, compare.unit(), column);
        }
        if (compare.unit() != Piece.Unit.PERCENT) {
            return number;
        }
        Matcher digits = FRACTION.matcher(
                knowledge.column(column).map(Column::declaredType).orElse(""));
        boolean fraction = digits.find() && Integer.parseInt(digits.group(1)) - Integer.parseInt(digits.group(2)) <= 1;
        boolean told = knowledge
                .column(column)
                .flatMap(Column::comment)
                .filter(comment -> comment.toLowerCase(Locale.ROOT).contains("percent"))
                .isPresent();
        doubts.doubt(fraction || told || named(column) ? 0 : 0.7);
        return fraction ? number.movePointLeft(2) : number;
    }

    /** "two hours" are 120 in a column that holds minutes. */
    private BigDecimal inUnitOf(BigDecimal number, Piece.Unit said, ColumnName column) {
        Optional<Piece.Unit> held = NamePhrases.timeUnit(column.column())
                .flatMap(Piece.Unit::ofTime)
                .or(() -> knowledge.column(column).flatMap(Column::comment).flatMap(NumberReading::unitIn));
        if (held.isEmpty()) {
            // Nothing says what the column is measured in.
            boolean named = NamePhrases.wordsOf(column.column(), Set.of()).stream()
                    .anyMatch(
                            word -> Piece.Unit.ofTime(word).filter(said::equals).isPresent());
            doubts.doubt(named ? 0 : 0.3);
            return number;
        }
        return number.multiply(BigDecimal.valueOf(said.seconds()))
                .divide(BigDecimal.valueOf(held.get().seconds()), 6, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static Optional<Piece.Unit> unitIn(String comment) {
        return NamePhrases.wordsOf(comment, Set.of()).stream()
                .flatMap(word -> Piece.Unit.ofTime(word).stream())
                .findFirst();
    }

    private static boolean named(ColumnName column) {
        return NamePhrases.wordsOf(column.column(), Set.of()).stream()
                .anyMatch(Set.of("percent", "percentage", "rate", "share", "ratio")::contains);
    }

    private static DateRange years(Piece.Compare compare) {
        LocalDate first = LocalDate.of(compare.number().intValue(), 1, 1);
        LocalDate next = LocalDate.of(compare.upTo().orElse(compare.number()).intValue() + 1, 1, 1);
        String words = compare.number().toPlainString();
        if (compare.upTo().isPresent()) {
            return DateRange.between(
                    first, next, words + " to " + compare.upTo().get());
        }
        return switch (compare.operator()) {
            case GREATER -> new DateRange(Optional.of(next), Optional.empty(), "after " + words);
            case GREATER_OR_EQUAL -> new DateRange(Optional.of(first), Optional.empty(), "since " + words);
            case LESS -> new DateRange(Optional.empty(), Optional.of(first), "before " + words);
            case LESS_OR_EQUAL -> new DateRange(Optional.empty(), Optional.of(next), "until " + words);
            case EQUAL, NOT_EQUAL -> DateRange.between(first, next, words);
        };
    }

    private void addFoldCompare(Metric metric, Piece.Compare compare, Expression.Range subject) {
        Optional<Metric.Form> form = roles.form(metric);
        Optional<Expression> expression = form.flatMap(found -> MetricExpression.of(found, knowledge));
        Optional<Expression.Fold> fold = form.flatMap(found -> MetricExpression.fold(found, knowledge));
        if (form.isEmpty() || fold.isEmpty()) {
            doubts.problem("metric cannot be computed for this");
            return;
        }
        if (expression.isPresent()
                && form.get().table().equals(subject.table())
                && !roles.hasMeasure()
                && roles.rankMeasure().isEmpty()) {
            // "orders with revenue over 500": one row's own amount.
            doubts.doubt(compare.upTo().isPresent() || compare.unit() == Piece.Unit.PERCENT ? 0.7 : 0.1);
            placement.add(new Condition.Comparison(
                    expression.get(), compare.operator(), new Condition.Literal.Numeric(compare.number())));
            return;
        }
        addFolded(fold.get(), compare, subject);
    }

    void addCount(Piece.CompareCount count, Expression.Range subject) {
        Mention.OfTable table = count.table();
        addFolded(
                Expression.Fold.countOf(Expression.Range.of(table.best())), count.operator(), count.number(), subject);
    }

    /** Counted for each row; there must be one way to what is counted. */
    void addTally(Mention.OfTable table, Expression.Range subject) {
        Expression.Fold count = Expression.Fold.countOf(Expression.Range.of(table.best()));
        knowledge
                .keys()
                .directToMany(subject.table(), table.best())
                .or(() -> placement.pathThroughMentioned(subject, table.best()))
                .filter(Path::isToMany)
                .ifPresentOrElse(
                        path -> placement.add(Beyond.tallied(path, countedOnce(count, path))),
                        () -> doubts.problem("a count that cannot be reached"));
    }

    private void addFolded(Expression.Fold fold, Piece.Compare compare, Expression.Range subject) {
        if (compare.unit() == Piece.Unit.PERCENT) {
            doubts.problem("percent of what");
        }
        addFolded(fold, compare.operator(), compare.number(), subject);
        compare.upTo().ifPresent(upper -> addFolded(fold, Operator.LESS_OR_EQUAL, upper, subject));
    }

    /** A fold compared with a number: of the groups when the rows are grouped, else of the rows beyond. */
    private void addFolded(Expression.Fold fold, Operator operator, BigDecimal number, Expression.Range subject) {
        if (fold.rows().table().equals(subject.table())) {
            if (!roles.picksAreGroups()
                    && !roles.hasMeasure()
                    && roles.rankMeasure().isEmpty()) {
                doubts.problem("a fold of the rows themselves");
            }
            havings.add(new Query.Having(fold, operator, number));
            return;
        }
        knowledge
                .keys()
                .directToMany(subject.table(), fold.rows().table())
                .or(() -> placement.pathThroughMentioned(subject, fold.rows().table()))
                .filter(Path::isToMany)
                .ifPresentOrElse(
                        path -> placement.add(new Beyond(
                                path, false, Optional.of(new Query.Having(countedOnce(fold, path), operator, number)))),
                        () -> doubts.problem("a count that cannot be reached"));
    }

    /** Behind a step to one, the same thing can stand at the end of several ways: it is counted once. */
    private Expression.Fold countedOnce(Expression.Fold fold, Path path) {
        List<String> key = knowledge
                .table(fold.rows().table())
                .map(found -> found.primaryKey())
                .orElse(List.of());
        boolean once = fold.aggregation() == Aggregation.COUNT
                && fold.over().isEmpty()
                && !path.steps().getLast().toMany();
        if (!once) {
            return fold;
        }
        if (key.size() != 1) {
            doubts.problem("cannot be counted once");
            return fold;
        }
        return Expression.Fold.of(
                Aggregation.COUNT_DISTINCT, knowledge.expression(fold.rows(), key.getFirst()), fold.rows());
    }

    void addAverage(Piece.CompareToAverage average, int index, Expression.Range subject) {
        Optional<Expression.Fold> far = average.target()
                .flatMap(target -> switch (target) {
                    case Piece.Target.OfCount(Mention.OfTable table) ->
                        Optional.of(Expression.Fold.countOf(Expression.Range.of(table.best())));
                    case Piece.Target.OfMetric(Mention.OfMetric metric) -> summed(metric.metric());
                    default -> Optional.<Expression.Fold>empty();
                })
                .filter(fold -> !fold.rows().table().equals(subject.table()));
        if (far.isPresent()) {
            addMean(far.get(), average.operator(), subject);
            return;
        }
        Optional<ColumnName> column = average.target().isEmpty()
                ? knowledge.ownMeasure(subject.table())
                : average.target().flatMap(target -> switch (target) {
                    case Piece.Target.OfColumn(Mention.OfColumn mention) ->
                        columns.choose(mention, found -> found.dataType().isNumber());
                    case Piece.Target.OfFold(Aggregation _, Mention.OfColumn mention) ->
                        columns.choose(mention, found -> found.dataType().isNumber());
                    case Piece.Target.OfAdjective(English.Adjective adjective) ->
                        knowledge.graded(subject.table(), adjective);
                    case Piece.Target.OfMetric(Mention.OfMetric metric) ->
                        averaged(metric.metric(), subject)
                                .or(() -> MetricForms.column(metric.metric(), subject.table(), knowledge));
                    case Piece.Target.OfCount _,
                            Piece.Target.OfTable _,
                            Piece.Target.OfDate _,
                            Piece.Target.OfParent _,
                            Piece.Target.OfFrequency _ -> Optional.empty();
                });
        column.ifPresentOrElse(
                found -> placement.attach(
                        new Condition.AgainstAll(knowledge.expression(found), average.operator(), Aggregation.AVERAGE),
                        found.table(),
                        index,
                        false,
                        subject),
                () -> doubts.problem("an average of what"));
    }

    /** "customers with more orders than average": of those that have any. */
    private void addMean(Expression.Fold fold, Operator operator, Expression.Range subject) {
        if (roles.narrowsElsewhere()) {
            doubts.problem("an average of what is narrowed");
        }
        knowledge
                .keys()
                .directToMany(subject.table(), fold.rows().table())
                .or(() -> placement.pathThroughMentioned(subject, fold.rows().table()))
                .filter(Path::isToMany)
                .ifPresentOrElse(
                        path -> placement.add(new Condition.FoldedAgainstMean(path, countedOnce(fold, path), operator)),
                        () -> doubts.problem("a count that cannot be reached"));
    }

    private Optional<Expression.Fold> summed(Metric metric) {
        return roles.form(metric)
                .filter(form -> form.aggregation() == Aggregation.SUM)
                .flatMap(form -> MetricExpression.fold(form, knowledge));
    }

    /** The column whose mean a metric is, when it is one of the rows' own. */
    private Optional<ColumnName> averaged(Metric metric, Expression.Range subject) {
        return metric.forms().stream()
                .filter(form -> form.table().equals(subject.table()) && form.aggregation() == Aggregation.AVERAGE)
                .map(form -> new ColumnName(form.table(), form.expression().strip()))
                .filter(column -> knowledge.column(column).isPresent())
                .findFirst();
    }
}

package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the pieces that narrow a question into conditions on its rows. What lies beyond a step to many rows becomes
 * "there is such a row", so that no join multiplies anything. For one use by one thread.
 */
final class Filters {
    private static final Pattern FRACTION = Pattern.compile("numeric\\((\\d+), ?(\\d+)\\)");

    private final List<Piece> pieces;
    private final Knowledge knowledge;
    private final Chart chart;
    private final Roles roles;
    private final Resolver resolver;
    private final Doubts doubts;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Beyond> beyond = new ArrayList<>();
    private final List<Query.Having> havings = new ArrayList<>();

    /** What must hold for rows along a path to many. {@code kind} says what becomes of it. */
    private static final class Beyond {
        private Path path;
        private final List<Condition> inner = new ArrayList<>();
        private final boolean negated;
        private final Optional<Query.Having> counted;

        Beyond(Path path, boolean negated, Optional<Query.Having> counted) {
            this.path = path;
            this.negated = negated;
            this.counted = counted;
        }

        boolean isPlain() {
            return !negated && counted.isEmpty();
        }

        Condition condition() {
            return counted.<Condition>map(having ->
                            new Condition.Folded(path, having.fold(), having.operator(), having.number(), inner))
                    .orElseGet(() -> new Condition.Exists(path, inner, negated));
        }
    }

    Filters(List<Piece> pieces, Chart chart, Knowledge knowledge, Roles roles, Resolver resolver, Doubts doubts) {
        this.chart = chart;
        this.pieces = pieces;
        this.knowledge = knowledge;
        this.roles = roles;
        this.resolver = resolver;
        this.doubts = doubts;
    }

    /** Conditions on folds of the groups; known after {@link #conditions}. */
    List<Query.Having> havings() {
        return List.copyOf(havings);
    }

    boolean hasGroupFilters() {
        return !havings.isEmpty();
    }

    /** The conditions in the order of the question; the list is the caller's. */
    List<Condition> conditions(Expression.Range subject) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Without without -> addWithout(without, subject);
                case Piece.CompareCount count -> addCount(count, subject);
                default -> {}
            }
        }
        for (int index = 0; index < pieces.size(); index++) {
            add(pieces.get(index), index, subject);
        }
        addMereMentions(subject);
        if (Contradiction.in(conditions)) {
            doubts.problem("conditions that exclude each other");
        }
        List<Condition> all = new ArrayList<>(conditions);
        beyond.forEach(far -> all.add(far.condition()));
        return all;
    }

    private void add(Piece piece, int index, Expression.Range subject) {
        switch (piece) {
            case Piece.HasValue value -> addValue(value, index, subject);
            case Piece.HasText text ->
                choose(text.column(), column -> column.dataType().isText())
                        .ifPresent(
                                column -> attach(textCondition(text, column), column.table(), index, false, subject));
            case Piece.Flag flag -> addFlag(flag, index, subject);
            case Piece.Compare compare -> addCompare(compare, index, subject);
            case Piece.HasChildren children -> addChildren(children, subject);
            case Piece.CompareToAverage average -> addAverage(average, index, subject);
            case Piece.During during -> addDuring(during, index, subject);
            case Piece.Missing missing -> addMissing(missing, index, subject);
            case Piece.Kin kin -> addKin(kin, subject);
            default -> {}
        }
    }

    // --- single conditions

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
        boolean far = isToMany(subject, column.table());
        boolean negated = value.negated() && !far;
        List<Condition.Literal> literals = new ArrayList<>();
        hits.forEach(hit -> literals.add(new Condition.Literal.Text(hit.value())));
        Condition condition = literals.size() == 1
                ? new Condition.Comparison(
                        expression, negated ? Operator.NOT_EQUAL : Operator.EQUAL, literals.getFirst())
                : new Condition.OneOf(expression, literals, negated);
        attach(condition, column.table(), index, value.negated() && far, subject);
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
                        .filter(option -> option.table().equals(subject.table()))
                        .findFirst())
                .orElse(flag.flag().columns().stream()
                        .max(Comparator.comparingDouble(option -> resolver.nearness(option.table())))
                        .orElseThrow());
        boolean value = flag.flag().value() != flag.negated();
        attach(
                new Condition.Comparison(
                        knowledge.expression(column), Operator.EQUAL, new Condition.Literal.Truth(value)),
                column.table(),
                index,
                false,
                subject);
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

    private void addCompare(Piece.Compare compare, int index, Expression.Range subject) {
        if (compare.target().isEmpty()) {
            knowledge
                    .ownMeasure(subject.table())
                    .ifPresentOrElse(
                            column -> {
                                doubts.doubt(compare.unit() == Piece.Unit.MONEY ? 0.05 : 0.25);
                                attach(numberCondition(compare, column), column.table(), index, false, subject);
                            },
                            () -> doubts.problem("a number of what"));
            return;
        }
        switch (compare.target().get()) {
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                choose(column, found -> isComparable(found, compare))
                        .ifPresent(
                                found -> attach(numberCondition(compare, found), found.table(), index, false, subject));
            case Piece.Target.OfAdjective(English.Adjective adjective) ->
                knowledge
                        .graded(subject.table(), adjective)
                        .ifPresentOrElse(
                                found -> attach(numberCondition(compare, found), found.table(), index, false, subject),
                                () -> doubts.problem("nothing to grade"));
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> addFoldCompare(metric.metric(), compare, subject);
            case Piece.Target.OfFold(Aggregation aggregation, Mention.OfColumn column) ->
                choose(column, found -> found.dataType().isNumber())
                        .ifPresent(found -> addFolded(
                                Expression.Fold.of(
                                        aggregation, knowledge.expression(found), Expression.Range.of(found.table())),
                                compare.operator(),
                                compare.number(),
                                subject));
            case Piece.Target.OfCount(Mention.OfTable table) ->
                addFolded(
                        Expression.Fold.countOf(Expression.Range.of(table.best())),
                        compare.operator(),
                        compare.number(),
                        subject);
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
        if (compare.unit() != Piece.Unit.PERCENT) {
            return number;
        }
        Matcher digits = FRACTION.matcher(
                knowledge.column(column).map(Column::declaredType).orElse(""));
        boolean fraction = digits.find() && Integer.parseInt(digits.group(1)) - Integer.parseInt(digits.group(2)) <= 1;
        doubts.doubt(fraction ? 0 : 0.2);
        return fraction ? number.movePointLeft(2) : number;
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
        if (form.isEmpty() || expression.isEmpty()) {
            doubts.problem("metric cannot be computed for this");
            return;
        }
        if (form.get().table().equals(subject.table())
                && !roles.hasMeasure()
                && roles.rankMeasure().isEmpty()) {
            // "orders with revenue over 500": one row's own amount.
            doubts.doubt(0.1);
            conditions.add(new Condition.Comparison(
                    expression.get(), compare.operator(), new Condition.Literal.Numeric(compare.number())));
            return;
        }
        addFolded(
                Expression.Fold.of(
                        form.get().aggregation(),
                        expression.get(),
                        Expression.Range.of(form.get().table())),
                compare.operator(),
                compare.number(),
                subject);
    }

    private void addCount(Piece.CompareCount count, Expression.Range subject) {
        Mention.OfTable table = count.table();
        addFolded(
                Expression.Fold.countOf(Expression.Range.of(table.best())), count.operator(), count.number(), subject);
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
        pathTo(subject, fold.rows().table(), pieces.size())
                .filter(Path::isToMany)
                .ifPresentOrElse(
                        path -> beyond.add(
                                new Beyond(path, false, Optional.of(new Query.Having(fold, operator, number)))),
                        () -> doubts.problem("a count that cannot be reached"));
    }

    private void addAverage(Piece.CompareToAverage average, int index, Expression.Range subject) {
        Optional<ColumnName> column = average.target().isEmpty()
                ? knowledge.ownMeasure(subject.table())
                : average.target().flatMap(target -> switch (target) {
                    case Piece.Target.OfColumn(Mention.OfColumn mention) ->
                        choose(mention, found -> found.dataType().isNumber());
                    case Piece.Target.OfFold(Aggregation _, Mention.OfColumn mention) ->
                        choose(mention, found -> found.dataType().isNumber());
                    case Piece.Target.OfAdjective(English.Adjective adjective) ->
                        knowledge.graded(subject.table(), adjective);
                    case Piece.Target.OfMetric(Mention.OfMetric metric) -> averaged(metric.metric(), subject);
                    case Piece.Target.OfCount _,
                            Piece.Target.OfTable _,
                            Piece.Target.OfDate _,
                            Piece.Target.OfParent _,
                            Piece.Target.OfFrequency _ -> Optional.empty();
                });
        column.ifPresentOrElse(
                found -> attach(
                        new Condition.AgainstAll(knowledge.expression(found), average.operator(), Aggregation.AVERAGE),
                        found.table(),
                        index,
                        false,
                        subject),
                () -> doubts.problem("an average of what"));
    }

    /** The column whose mean a metric is, when it is one of the rows' own. */
    private Optional<ColumnName> averaged(Metric metric, Expression.Range subject) {
        return metric.forms().stream()
                .filter(form -> form.table().equals(subject.table()) && form.aggregation() == Aggregation.AVERAGE)
                .map(form -> new ColumnName(form.table(), form.expression().strip()))
                .filter(column -> knowledge.column(column).isPresent())
                .findFirst();
    }

    private void addDuring(Piece.During during, int index, Expression.Range subject) {
        Optional<ColumnName> column = during.column().isPresent()
                ? choose(during.column().get(), found -> found.dataType().isDate())
                : dateNear(index, subject);
        column.ifPresentOrElse(
                found -> attach(
                        new Condition.During(knowledge.expression(found), during.range()),
                        found.table(),
                        index,
                        false,
                        subject),
                () -> doubts.problem("no date to look at"));
    }

    /** The date of the thing mentioned last before the words, else of the rows. */
    private Optional<ColumnName> dateNear(int index, Expression.Range subject) {
        for (int before = index - 1; before >= 0; before--) {
            Optional<TableName> table = tableOf(pieces.get(before), subject);
            if (table.isPresent()) {
                Optional<ColumnName> date = knowledge.defaultDate(table.get());
                if (date.isPresent() && resolver.nearness(date.get().table()) > -50) {
                    return date;
                }
            }
        }
        return knowledge.defaultDate(subject.table());
    }

    private Optional<TableName> tableOf(Piece piece, Expression.Range subject) {
        return switch (piece) {
            case Piece.Entity entity -> Optional.of(entity.table().best());
            case Piece.Count count -> Optional.of(count.table().best());
            case Piece.CompareCount count -> Optional.of(count.table().best());
            case Piece.Without without -> Optional.of(without.table().best());
            case Piece.Pick(Piece.Span _, Piece.Target.OfMetric _, boolean _, boolean _),
                    Piece.Folds _,
                    Piece.Share _ -> Optional.of(subject.table());
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

    /** Of a row beyond a step to many, a missing value means that there is no such row with one. */
    private void addMissing(Piece.Missing missing, int index, Expression.Range subject) {
        choose(missing.column(), column -> true).ifPresent(column -> {
            boolean far = isToMany(subject, column.table());
            boolean none = far && !missing.negated();
            attach(
                    new Condition.IsNull(knowledge.expression(column), missing.negated() || none),
                    column.table(),
                    index,
                    none,
                    subject);
        });
    }

    private void addWithout(Piece.Without without, Expression.Range subject) {
        if (without.table().best().equals(subject.table())) {
            doubts.problem("the thing itself is missing");
        }
        TableName table = without.table().options().stream()
                .map(Mention.Option::meaning)
                .filter(option -> knowledge.keys().path(subject.table(), option).isPresent())
                .findFirst()
                .orElse(without.table().best());
        pathTo(subject, table, pieces.size())
                .ifPresentOrElse(
                        path -> beyond.add(without(path, without)),
                        () -> doubts.problem("something missing that cannot be reached"));
    }

    private Beyond without(Path path, Piece.Without without) {
        Beyond far = new Beyond(path, true, Optional.empty());
        for (Mention.OfValue value : without.values()) {
            value.hits().stream()
                    .filter(hit -> knowledge
                            .keys()
                            .reachedToOne(path.to().table())
                            .contains(hit.column().table()))
                    .findFirst()
                    .ifPresentOrElse(
                            hit -> far.inner.add(new Condition.Comparison(
                                    knowledge.expression(hit.column()),
                                    Operator.EQUAL,
                                    new Condition.Literal.Text(hit.value()))),
                            () -> doubts.problem("a value that cannot be reached"));
        }
        return far;
    }

    private void addChildren(Piece.HasChildren children, Expression.Range subject) {
        Optional<Keys.Edge> up = knowledge.keys().toParent(children.table().best());
        if (up.isEmpty() || !children.table().best().equals(subject.table())) {
            doubts.problem("no tree");
            return;
        }
        Expression.Range below = new Expression.Range(subject.table(), 1);
        Path path = new Path(List.of(
                new Path.Step(subject, up.get().toColumns(), below, up.get().fromColumns(), true)));
        conditions.add(new Condition.Exists(path, List.of(), children.negated()));
    }

    private void addKin(Piece.Kin kin, Expression.Range subject) {
        TableName tree = kin.table().best();
        Optional<Keys.Edge> up = knowledge.keys().toParent(tree);
        if (up.isEmpty() || roles.groupsBy(tree)) {
            doubts.problem("no tree");
            return;
        }
        Keys.Edge edge = up.get();
        Expression.Range here = Expression.Range.of(tree);
        if (kin.of().isEmpty()) {
            Expression parent = knowledge.expression(here, edge.fromColumns().getFirst());
            attach(new Condition.IsNull(parent, kin.children()), tree, 0, false, subject);
            return;
        }
        Expression.Range other = new Expression.Range(tree, 1);
        Path path = kin.children()
                ? new Path(List.of(new Path.Step(here, edge.fromColumns(), other, edge.toColumns(), false)))
                : new Path(List.of(new Path.Step(here, edge.toColumns(), other, edge.fromColumns(), true)));
        List<Condition> named = new ArrayList<>();
        for (Mention.OfValue value : kin.of()) {
            value.hits().stream()
                    .filter(found -> found.column().table().equals(tree))
                    .findFirst()
                    .ifPresentOrElse(
                            found -> named.add(new Condition.Comparison(
                                    knowledge.expression(other, found.column().column()),
                                    Operator.EQUAL,
                                    new Condition.Literal.Text(found.value()))),
                            () -> doubts.problem("not one of the tree"));
        }
        attach(new Condition.Exists(path, named, false), tree, 0, false, subject);
    }

    // --- where a condition belongs

    private void attach(Condition condition, TableName table, int index, boolean negated, Expression.Range subject) {
        Optional<Beyond> relation = relationBefore(index, table);
        if (relation.isPresent()) {
            relation.get().inner.add(condition);
        } else if (!isToMany(subject, table) && !leadsElsewhere(index, table, subject)) {
            conditions.add(parallel(condition, table, index, subject).orElse(condition));
        } else {
            pathTo(subject, table, index)
                    .map(Path::withoutTail)
                    .ifPresentOrElse(
                            path -> join(path, condition, negated),
                            () -> doubts.problem("a table that cannot be reached"));
        }
    }

    /** "crew on flights to Oslo": what stands right behind a thing to many is about that thing. */
    private boolean leadsElsewhere(int index, TableName table, Expression.Range subject) {
        int before = index - 1;
        while (before >= 0 && before < pieces.size() && pieces.get(before) instanceof Piece.Filler) {
            before--;
        }
        return before >= 0
                && pieces.get(before) instanceof Piece.Entity entity
                && !table.equals(subject.table())
                && isToMany(subject, entity.table().best())
                && knowledge.keys().reachedToOne(entity.table().best()).contains(table);
    }

    /**
     * Where two keys lead to the same table (origin and destination), the word before says which; without one it is a
     * guess that is not answered.
     */
    private Optional<Condition> parallel(Condition condition, TableName table, int index, Expression.Range subject) {
        List<Keys.Edge> edges = knowledge.keys().from(subject.table()).stream()
                .filter(edge -> edge.to().equals(table) && !edge.toMany())
                .toList();
        boolean own = table.equals(subject.table());
        if (own || edges.size() < 2) {
            boolean guessed = !own
                    && knowledge
                            .keys()
                            .pathToOne(subject.table(), table)
                            .filter(path -> knowledge.keys().alternatives(path) > 0)
                            .isPresent();
            doubts.doubt(guessed ? 0.7 : 0);
            return Optional.empty();
        }
        Optional<Keys.Edge> chosen =
                Directions.choose(edges, chart, pieces.get(index).span().start());
        doubts.doubt(chosen.isEmpty() ? 0.7 : 0);
        return chosen.map(edge -> new Condition.Exists(
                new Path(List.of(new Path.Step(
                        subject, edge.fromColumns(), Expression.Range.of(table), edge.toColumns(), false))),
                List.of(condition),
                false));
    }

    /** "without orders last month": the words behind a relation narrow it, when they are about its rows. */
    private Optional<Beyond> relationBefore(int index, TableName table) {
        int relations = 0;
        for (int before = 0; before < index; before++) {
            relations += isRelation(pieces.get(before)) ? 1 : 0;
        }
        int next = index + 1;
        while (next < pieces.size()
                && (pieces.get(next) instanceof Piece.Filler || pieces.get(next) instanceof Piece.HasValue)) {
            next++;
        }
        relations += next < pieces.size() && pieces.get(next) instanceof Piece.Without ? 1 : 0;
        return relations == 0
                ? Optional.empty()
                : beyond.stream()
                        .filter(far -> !far.isPlain())
                        .filter(far -> !far.path.from().table().equals(table))
                        .filter(far -> knowledge
                                .keys()
                                .reachedToOne(far.path.to().table())
                                .contains(table))
                        .reduce((first, second) -> second);
    }

    /** The places before, nearest first, then those behind. */
    private List<Integer> nearestFirst(int index) {
        List<Integer> places = new ArrayList<>();
        for (int before = Math.min(index, pieces.size()) - 1; before >= 0; before--) {
            places.add(before);
        }
        for (int behind = index + 1; behind < pieces.size(); behind++) {
            places.add(behind);
        }
        return places;
    }

    private static boolean isRelation(Piece piece) {
        return piece instanceof Piece.Without || piece instanceof Piece.CompareCount;
    }

    private void join(Path path, Condition condition, boolean negated) {
        Optional<Beyond> same = beyond.stream()
                .filter(far -> far.isPlain() && !negated)
                .filter(far -> far.path.steps().getFirst().equals(path.steps().getFirst()))
                .findFirst();
        if (same.isPresent() && covers(path, same.get().path)) {
            same.get().path = path;
            same.get().inner.add(condition);
        } else if (same.isPresent() && covers(same.get().path, path)) {
            same.get().inner.add(condition);
        } else {
            Beyond far = new Beyond(path, negated, Optional.empty());
            far.inner.add(condition);
            beyond.add(far);
        }
    }

    private static boolean covers(Path longer, Path shorter) {
        return longer.steps().size() >= shorter.steps().size()
                && longer.steps().subList(0, shorter.steps().size()).equals(shorter.steps());
    }

    private boolean isToMany(Expression.Range subject, TableName table) {
        return !knowledge.keys().reachedToOne(subject.table()).contains(table);
    }

    /** The way to a table, through what the question mentions on the way when that is no great detour. */
    private Optional<Path> pathTo(Expression.Range subject, TableName table, int index) {
        Optional<Path> direct = knowledge.keys().path(subject.table(), table);
        for (int place : nearestFirst(index)) {
            if (direct.isPresent() && pieces.get(place) instanceof Piece.Entity entity) {
                TableName through = entity.table().best();
                Optional<Path> first = knowledge.keys().path(subject.table(), through);
                Optional<Path> second = knowledge.keys().path(through, table);
                if (first.isPresent() && second.isPresent() && !through.equals(table)) {
                    List<Path.Step> steps = new ArrayList<>(first.get().steps());
                    steps.addAll(second.get().steps());
                    boolean again = steps.stream().map(Path.Step::to).distinct().count() < steps.size()
                            || steps.stream().anyMatch(step -> step.to().equals(subject));
                    if (!again && steps.size() <= direct.get().steps().size() + 2) {
                        return Optional.of(new Path(steps));
                    }
                }
            }
        }
        direct.ifPresent(path -> doubts.doubt(0.15 * knowledge.keys().alternatives(path)));
        return direct;
    }

    /** "customers who ordered": a thing only mentioned must be there. */
    private void addMereMentions(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Entity entity) || entity.each() || roles.isGroup(entity)) {
                continue;
            }
            TableName table = entity.table().best();
            boolean used = table.equals(subject.table())
                    || (!roles.hasMeasure()
                            && roles.head().filter(entity::equals).isPresent())
                    || !isToMany(subject, table)
                    || beyond.stream()
                            .flatMap(far -> far.path.steps().stream())
                            .anyMatch(step -> step.to().table().equals(table));
            if (!used) {
                doubts.doubt(roles.hasMeasure() && !hasCount() ? 0.3 : 0);
                doubts.doubt(entity.table().score() < 0.9 ? 0.7 : 0);
                pathTo(subject, table, 0)
                        .ifPresentOrElse(
                                path -> beyond.add(new Beyond(path, false, Optional.empty())),
                                () -> doubts.problem("a table that cannot be reached"));
            }
        }
    }

    private boolean hasCount() {
        return pieces.stream().anyMatch(Piece.Count.class::isInstance);
    }

    private Optional<ColumnName> choose(Mention.OfColumn mention, Predicate<Column> wanted) {
        Optional<Resolver.Choice<ColumnName>> choice = resolver.column(mention, wanted);
        if (choice.isEmpty()) {
            doubts.problem("a column that does not fit");
        }
        choice.ifPresent(found -> {
            doubts.margin(found.margin());
            doubts.doubt(2 * resolver.remoteness(found.value().table()));
        });
        return choice.map(Resolver.Choice::value);
    }
}

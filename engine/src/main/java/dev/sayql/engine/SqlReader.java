package dev.sayql.engine;

import dev.sayql.core.schema.Schema;
import dev.sayql.sql.Expression.Call;
import dev.sayql.sql.Expression.InList;
import dev.sayql.sql.Expression.Literal;
import dev.sayql.sql.Expression.Logical;
import dev.sayql.sql.Expression.Match;
import dev.sayql.sql.Expression.Name;
import dev.sayql.sql.Expression.Not;
import dev.sayql.sql.Expression.NullTest;
import dev.sayql.sql.Expression.Operation;
import dev.sayql.sql.Expression.Scalar;
import dev.sayql.sql.Query.Select;
import dev.sayql.sql.Query.SetOperation;
import dev.sayql.sql.Query.SortKey;
import dev.sayql.sql.Query.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads checked SQL back into the representation that questions are read into, so that what people and models wrote can be
 * compared with it, said in English and learned from. For one use by one thread.
 */
final class SqlReader {
    private final Schema schema;
    private final ReadScope scope;
    private final ExpressionReading expressions;

    private SqlReader(Schema schema) {
        this.schema = schema;
        this.scope = new ReadScope(schema);
        this.expressions = new ExpressionReading(scope);
    }

    /** What a statement means; empty when the representation has no words for some part of it. */
    static Optional<Query> read(dev.sayql.sql.Query syntax, Schema schema) {
        try {
            return Optional.of(query(syntax, schema));
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }

    private static Query query(dev.sayql.sql.Query syntax, Schema schema) {
        return switch (syntax) {
            case Select select -> new SqlReader(schema).select(select);
            case SetOperation set
            when !set.all()
                    && set.tail().orderBy().isEmpty()
                    && set.tail().limit() == null
                    && set.with().tables().isEmpty() ->
                query(set.left(), schema)
                        .combinedWith(Query.SetOperator.valueOf(set.operator().name()), query(set.right(), schema));
            default -> throw new Unreadable();
        };
    }

    private Query select(Select select) {
        Unreadable.unless(select.with().tables().isEmpty()
                && select.windows().isEmpty()
                && select.distinct().on().isEmpty()
                && select.from().size() == 1
                && !select.grouping().distinct()
                && select.tail().offset() == null
                && !select.tail().withTies());
        scope.read(select.from().getFirst());
        List<Condition> where = select.where() == null ? List.of() : conditions(select.where());
        return new Query(
                scope.subject(),
                select.targets().stream().map(this::output).toList(),
                where,
                select.grouping().elements().stream().map(expressions::read).toList(),
                select.having() == null ? List.of() : havings(select.having()),
                select.tail().orderBy().stream().map(this::order).toList(),
                limit(select.tail().limit()),
                select.distinct().present(),
                scope.joins(),
                Optional.empty());
    }

    private Query.Output output(Target target) {
        Expression expression = expressions.read(target.value());
        String derived = expression instanceof Expression.Column column ? column.name() : "value";
        return new Query.Output(expression, target.name() == null ? derived : target.name());
    }

    private Query.Order order(SortKey key) {
        Unreadable.unless(key.nulls() != dev.sayql.sql.Query.Nulls.FIRST);
        return new Query.Order(expressions.read(key.value()), key.direction() == dev.sayql.sql.Query.Direction.DESC);
    }

    private static OptionalInt limit(dev.sayql.sql.@org.jspecify.annotations.Nullable Expression limit) {
        if (limit == null) {
            return OptionalInt.empty();
        }
        Unreadable.unless(limit instanceof Literal literal && literal.isNumber());
        return OptionalInt.of(new BigDecimal(((Literal) limit).text()).intValueExact());
    }

    private List<Query.Having> havings(dev.sayql.sql.Expression having) {
        List<Query.Having> read = new ArrayList<>();
        for (dev.sayql.sql.Expression part : parts(having)) {
            if (!(part instanceof Operation(String operator, Call fold, Literal number))) {
                throw new Unreadable();
            }
            read.add(new Query.Having((Expression.Fold) expressions.read(fold), operator(operator), number(number)));
        }
        return read;
    }

    /** What must all hold. */
    private List<Condition> conditions(dev.sayql.sql.Expression expression) {
        return parts(expression).stream()
                .flatMap(part -> condition(part).stream())
                .toList();
    }

    private static List<dev.sayql.sql.Expression> parts(dev.sayql.sql.Expression expression) {
        return expression instanceof Logical(boolean and, var arguments) && and
                ? arguments.stream().flatMap(one -> parts(one).stream()).toList()
                : List.of(expression);
    }

    private List<Condition> condition(dev.sayql.sql.Expression expression) {
        return switch (expression) {
            case Logical(boolean and, var arguments)
            when !and ->
                List.of(new Condition.AnyOf(
                        arguments.stream().map(this::alternative).toList()));
            case Operation operation -> List.of(comparison(operation));
            case dev.sayql.sql.Expression.Between between -> between(between);
            case InList(boolean negated, var value, var items) -> {
                List<Condition.Literal> literals = new ArrayList<>();
                items.forEach(item -> literals.add(literal(item)));
                yield List.of(new Condition.OneOf(expressions.read(value), literals, negated));
            }
            case dev.sayql.sql.Expression.InQuery(var value, var inner) ->
                List.of(new Condition.InQuery(expressions.read(value), query(inner, schema), false));
            case Not(dev.sayql.sql.Expression.InQuery(var value, var inner)) ->
                List.of(new Condition.InQuery(expressions.read(value), query(inner, schema), true));
            case NullTest(var argument, boolean negated) ->
                List.of(new Condition.IsNull(expressions.read(argument), negated));
            case Match match -> List.of(matches(match));
            case Name name ->
                List.of(new Condition.Comparison(
                        expressions.read(name), Operator.EQUAL, new Condition.Literal.Truth(true)));
            default -> throw new Unreadable();
        };
    }

    private Condition alternative(dev.sayql.sql.Expression expression) {
        List<Condition> all = conditions(expression);
        return all.size() == 1 ? all.getFirst() : new Condition.AllOf(all);
    }

    private Condition comparison(Operation operation) {
        Operator operator = operator(operation.operator());
        Expression left = expressions.read(Unreadable.unlessGiven(operation.left()));
        return switch (operation.right()) {
            case Literal literal -> new Condition.Comparison(left, operator, literal(literal));
            case Scalar(var inner) -> new Condition.AgainstQuery(left, operator, query(inner, schema));
            case dev.sayql.sql.Expression other -> new Condition.Columns(left, operator, expressions.read(other));
        };
    }

    private List<Condition> between(dev.sayql.sql.Expression.Between between) {
        Unreadable.unless(!between.negated() && !between.symmetric());
        Expression value = expressions.read(between.value());
        Condition.Literal low = literal(between.low());
        Condition.Literal high = literal(between.high());
        if (low instanceof Condition.Literal.Numeric(var least)
                && high instanceof Condition.Literal.Numeric(var most)) {
            return List.of(new Condition.Between(value, least, most));
        }
        return List.of(
                new Condition.Comparison(value, Operator.GREATER_OR_EQUAL, low),
                new Condition.Comparison(value, Operator.LESS_OR_EQUAL, high));
    }

    private Condition matches(Match match) {
        Unreadable.unless(match.kind() == dev.sayql.sql.Expression.MatchKind.ILIKE
                && match.escape() == null
                && match.pattern() instanceof Literal literal
                && literal.isString());
        String pattern = ((Literal) match.pattern()).text();
        boolean before = pattern.startsWith("%");
        boolean after = pattern.length() > 1 && pattern.endsWith("%");
        String text = pattern.substring(before ? 1 : 0, pattern.length() - (after ? 1 : 0));
        Unreadable.unless(!text.contains("%") && !text.contains("_") && !text.contains("\\"));
        TextMatch kind = before
                ? after ? TextMatch.CONTAINS : TextMatch.ENDS_WITH
                : after ? TextMatch.STARTS_WITH : TextMatch.EQUALS;
        return new Condition.Matches(expressions.read(match.value()), kind, text, match.negated());
    }

    private static Condition.Literal literal(dev.sayql.sql.Expression expression) {
        Unreadable.unless(expression instanceof Literal);
        Literal literal = (Literal) expression;
        return switch (literal.kind()) {
            case INTEGER, DECIMAL -> new Condition.Literal.Numeric(number(literal));
            case STRING -> new Condition.Literal.Text(literal.text());
            case BOOLEAN -> new Condition.Literal.Truth(Boolean.parseBoolean(literal.text()));
            case BITS, NULL -> throw new Unreadable();
        };
    }

    private static BigDecimal number(Literal literal) {
        Unreadable.unless(literal.isNumber());
        return new BigDecimal(literal.text());
    }

    private static Operator operator(String symbol) {
        return Operator.find(symbol).orElseThrow(Unreadable::new);
    }
}

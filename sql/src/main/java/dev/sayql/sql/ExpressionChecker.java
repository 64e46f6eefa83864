package dev.sayql.sql;

import dev.sayql.sql.Expression.Literal;
import dev.sayql.sql.Expression.Name;
import dev.sayql.sql.Expression.Subscript;
import dev.sayql.sql.Expression.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks value expressions: every name, function, operator, type and collation in them, at any depth. */
final class ExpressionChecker {

    private static final Pattern COLLATION = Pattern.compile(
            "C|POSIX|default|ucs_basic|unicode|pg_c_utf8|pg_unicode_fast|und-x-icu|[a-z]{2,3}(-[A-Za-z]{2,4})*-x-icu"
                    + "|[a-z]{2,3}_[A-Z]{2}(\\.(utf8|UTF-8))?");

    private final StatementCheck statement;
    private final QueryChecker queries;
    private final NameResolver names;
    private final CallChecker calls;
    private final OperatorChecker operators;
    private final QuantifierChecker quantifiers;
    private final OpenedCodeRules opened;
    private final JsonChecker json;

    /** The sizes of the values checked so far at the current level. */
    private double size;

    ExpressionChecker(StatementCheck statement, QueryChecker queries) {
        this.statement = statement;
        this.queries = queries;
        this.names = new NameResolver(statement);
        this.opened = new OpenedCodeRules(statement.rules());
        this.operators = new OperatorChecker(statement, this, opened);
        this.quantifiers = new QuantifierChecker(statement, this, opened);
        this.calls = new CallChecker(statement, this, queries, opened);
        this.json = new JsonChecker(statement, this, queries);
    }

    /** Checks an expression whose value is used for more than being shown: a value of an extension's type is a problem. */
    Typed plain(Expression expression, Scope scope) {
        Typed typed = check(expression, scope);
        refuseOpaque(typed);
        return typed;
    }

    /** As {@link #plain(Expression, Scope)}, for whoever knows what to do with a value of an opened type. */
    Typed comparable(Expression expression, Scope scope) {
        Typed typed = check(expression, scope);
        if (typed.extension() == null) {
            refuseOpaque(typed);
        }
        return typed;
    }

    List<Typed> comparable(List<Expression> expressions, Scope scope) {
        List<Typed> typed = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> typed.add(comparable(expression, scope)));
        return typed;
    }

    void refuseOpaque(Typed typed) {
        if (typed.opaque()) {
            QueryShape.ColumnReference column = typed.column();
            statement.report(RejectionCode.OPAQUE_COLUMN, column == null ? "a value" : column.column());
        }
    }

    List<Typed> plain(List<Expression> expressions, Scope scope) {
        List<Typed> typed = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> typed.add(plain(expression, scope)));
        return typed;
    }

    JsonChecker json() {
        return json;
    }

    OpenedCodeRules opened() {
        return opened;
    }

    CallChecker calls() {
        return calls;
    }

    List<Query.SortKey> sortKeys(List<Query.SortKey> keys, Scope scope) {
        List<Query.SortKey> checked = new ArrayList<>(keys.size());
        for (Query.SortKey key : keys) {
            checked.add(new Query.SortKey(comparable(key.value(), scope).expression(), key.direction(), key.nulls()));
        }
        return checked;
    }

    @Nullable
    Expression optional(@Nullable Expression expression, Scope scope) {
        return expression == null ? null : plain(expression, scope).expression();
    }

    static List<Expression> expressions(List<Typed> typed) {
        return typed.stream().map(Typed::expression).toList();
    }

    /** Checks a condition on the rows of a FROM clause; each part of it connects the ranges it speaks of. */
    Expression condition(Expression condition, Scope scope) {
        if (condition instanceof Expression.Logical(boolean and, List<Expression> parts) && and) {
            List<Expression> checked = new ArrayList<>();
            parts.forEach(part -> checked.add(condition(part, scope)));
            return new Expression.Logical(true, checked);
        }
        scope.shape().beginCondition();
        statement.links().begin();
        Expression checked = plain(condition, scope).expression();
        Set<Range> ranges = statement.links().end();
        scope.shape().endCondition();
        boolean narrows = condition instanceof Expression.InList
                || (condition instanceof Expression.Operation operation
                        && operation.operator().equals("="));
        if (narrows && ranges.size() == 1) {
            ranges.forEach(Range::narrow);
        }
        return checked;
    }

    /** Checks any expression; the value may be of an extension's type, which the caller must look at. */
    Typed check(Expression expression, Scope scope) {
        double outside = size;
        size = 0;
        Typed typed = checked(expression, scope);
        double own = typed.size() > 0 ? typed.size() : size;
        statement.resources().size(own);
        size = outside + own;
        return typed.withSize(own);
    }

    private Typed checked(Expression expression, Scope scope) {
        return switch (expression) {
            case Literal literal -> literal(literal);
            case Name name -> names.resolve(name, scope);
            case Expression.Star star -> names.wholeRow(star, scope);
            case Expression.Operation operation -> operators.operation(operation, scope);
            case Expression.SchemaOperation operation -> operators.operation(operation, scope);
            case Expression.Quantified quantified -> quantifiers.array(quantified, scope);
            case Expression.Match match -> operators.match(match, scope);
            case Expression.Between between -> operators.between(between, scope);
            case Expression.InList list -> operators.inList(list, scope);
            case Expression.DistinctFrom(boolean negated, Expression left, Expression right) ->
                Typed.of(new Expression.DistinctFrom(
                        negated,
                        plain(left, scope).expression(),
                        plain(right, scope).expression()));
            case Expression.NullIf(Expression left, Expression right) -> {
                Typed kept = plain(left, scope);
                Expression other = plain(right, scope).expression();
                yield kept.with(value -> new Expression.NullIf(value, other));
            }
            case Expression.Logical logical -> logical(logical, scope);
            case Expression.Not(Expression argument) -> {
                scope.shape().beginAlternative();
                Typed typed = Typed.of(new Expression.Not(plain(argument, scope).expression()));
                scope.shape().endAlternative();
                yield typed;
            }
            case Expression.NullTest(Expression argument, boolean negated) ->
                Typed.of(new Expression.NullTest(check(argument, scope).expression(), negated));
            case Expression.BooleanTest(Expression argument, String test) ->
                Typed.of(new Expression.BooleanTest(plain(argument, scope).expression(), test));
            case Expression.Case choice -> choice(choice, scope);
            case Expression.Coalesce(List<Expression> arguments) -> {
                List<Typed> typed = comparable(arguments, scope);
                yield combined(new Expression.Coalesce(expressions(typed)), typed);
            }
            case Expression.Extreme(boolean greatest, List<Expression> arguments) -> {
                List<Typed> typed = comparable(arguments, scope);
                yield combined(new Expression.Extreme(greatest, expressions(typed)), typed);
            }
            case Expression.CurrentTime time -> Typed.of(time);
            case Expression.Cast cast -> cast(cast, scope);
            case Expression.Collate(Expression value, String collation) -> {
                if (!COLLATION.matcher(collation).matches()) {
                    throw new Refusal(RejectionCode.COLLATION_NOT_ALLOWED, collation);
                }
                yield plain(value, scope).with(inner -> new Expression.Collate(inner, collation));
            }
            case Expression.Call call -> calls.check(call, scope);
            case Expression.NamedArgument(String name, Expression value) ->
                plain(value, scope).with(inner -> new Expression.NamedArgument(name, inner));
            case Expression.Scalar(Query query) -> scalar(query, scope);
            case Expression.Exists(Query query) ->
                Typed.of(new Expression.Exists(
                        queries.nested(SelectChecker.withColumn(query), scope).query()));
            case Expression.ArrayOf(Query query) -> {
                statement.keepTypes();
                yield Typed.of(new Expression.ArrayOf(plainQuery(query, scope)));
            }
            case Expression.InQuery in -> quantifiers.inQuery(in, scope);
            case Expression.QuantifiedQuery quantified -> quantifiers.query(quantified, scope);
            case Expression.ArrayLiteral(List<Expression> elements) -> {
                statement.keepTypes();
                List<Typed> typed = plain(elements, scope);
                yield new Typed(
                                new Expression.ArrayLiteral(expressions(typed)),
                                false,
                                combined(expression, typed).magnitude(),
                                Typed.Family.OTHER,
                                null)
                        .withSize(quoted(typed));
            }
            case Expression.Row(List<Expression> elements, boolean explicit) -> {
                List<Typed> typed = plain(elements, scope);
                yield Typed.of(new Expression.Row(expressions(typed), explicit)).withSize(quoted(typed));
            }
            case Expression.Element element -> element(element, scope);
            case Expression.Field field -> field(field, scope);
            case Expression.GroupingSet(Expression.GroupingSetKind kind, List<Expression> content) ->
                Typed.of(new Expression.GroupingSet(kind, expressions(plain(content, scope))));
            case Expression.GroupingLevel(List<Expression> arguments) ->
                Typed.number(new Expression.GroupingLevel(expressions(plain(arguments, scope))), 1);
            case Expression.IsJson(Expression value, String itemType, boolean uniqueKeys) ->
                Typed.of(new Expression.IsJson(plain(value, scope).expression(), itemType, uniqueKeys));
            case Expression.Json(JsonSyntax syntax) -> json.check(syntax, scope);
            case Expression.FieldStar _ -> throw TreeNode.unexpected("* behind a value");
        };
    }

    /** As a text, a row or an array writes quotes and backslashes twice, and so on where it is put into another. */
    private static double quoted(List<Typed> parts) {
        double sum = parts.stream().mapToDouble(Typed::size).sum();
        return sum <= parts.size() ? sum : 2 * sum;
    }

    private Typed literal(Literal literal) {
        statement.resources().literal(literal);
        double magnitude = Numbers.magnitude(literal);
        Typed.Family family = literal.isNumber() ? Typed.Family.NUMBER : Typed.Family.TEXT;
        return new Typed(
                literal,
                false,
                magnitude,
                family,
                null,
                Math.max(1, literal.text().length()),
                null);
    }

    private Typed logical(Expression.Logical logical, Scope scope) {
        if (!logical.and()) {
            scope.shape().beginAlternative();
        }
        List<Expression> arguments = expressions(plain(logical.arguments(), scope));
        if (!logical.and()) {
            scope.shape().endAlternative();
        }
        return Typed.of(new Expression.Logical(logical.and(), arguments));
    }

    private Typed choice(Expression.Case choice, Scope scope) {
        scope.shape().beginAlternative();
        List<Typed> results = new ArrayList<>();
        Expression written = choice.operand();
        Typed compared = written == null ? null : comparable(written, scope);
        boolean extended = compared != null && compared.extension() != null;
        List<When> whens = new ArrayList<>();
        for (When when : choice.whens()) {
            Expression condition = extended
                    ? operators.equal(Objects.requireNonNull(compared), comparable(when.condition(), scope))
                    : plain(when.condition(), scope).expression();
            Typed result = comparable(when.result(), scope);
            results.add(result);
            whens.add(new When(condition, result.expression()));
        }
        Expression otherwise = choice.otherwise();
        if (otherwise != null) {
            Typed last = comparable(otherwise, scope);
            results.add(last);
            otherwise = last.expression();
        }
        scope.shape().endAlternative();
        Expression operand = compared == null || extended ? null : compared.expression();
        return combined(new Expression.Case(operand, whens, otherwise), results);
    }

    private Typed cast(Expression.Cast cast, Scope scope) {
        Catalog catalog = statement.rules().catalog();
        Catalog.TypeName extension = statement
                .rules()
                .openedCode()
                .type(cast.type(), catalog.searchPath())
                .orElse(null);
        if (extension != null) {
            Expression inner = comparable(cast.value(), scope).expression();
            return Typed.ofExtension(new Expression.Cast(inner, TypeReference.of(extension)), extension);
        }
        TypeReference type = AllowedTypes.check(cast.type(), catalog);
        Typed value = castable(cast.value(), scope);
        boolean shown = AllowedTypes.isPlainText(type) && value.family() == Typed.Family.SHOWN_AS_TEXT;
        if (!shown && value.extension() == null) {
            refuseOpaque(value);
        }
        if (AllowedTypes.isNumber(type)
                && Expression.withoutCollation(cast.value()) instanceof Literal(var _, String digits)) {
            statement.resources().literal(new Literal(Expression.LiteralKind.DECIMAL, digits));
        }
        Typed.Family family = AllowedTypes.isNumber(type) ? Typed.Family.NUMBER : Typed.Family.OTHER;
        Expression printed = new Expression.Cast(value.expression(), type);
        boolean written = AllowedTypes.isPlainText(type) && value.family() == Typed.Family.OTHER && value.size() > 1;
        Typed whole = written ? value.withSize(2 * value.size()) : value;
        double filled = statement.resources().filled(AllowedTypes.filledTo(type), whole);
        return new Typed(printed, false, value.magnitude(), family, value.column(), filled, null);
    }

    /** A column of a domain that is cast is of that domain no more. */
    private Typed castable(Expression value, Scope scope) {
        boolean before = statement.usesDomains();
        Typed typed = check(value, scope);
        if (value instanceof Name) {
            statement.usesDomains(before);
        }
        return typed;
    }

    private Typed scalar(Query query, Scope scope) {
        return scalar(nested(query, scope));
    }

    /** The value of the first column. */
    static Typed scalar(QueryChecker.Result result) {
        Range.Column column = result.columns().getFirst();
        return new Typed(
                new Expression.Scalar(result.query()),
                column.opaque(),
                column.magnitude(),
                column.family(),
                null,
                column.size(),
                column.extension());
    }

    QueryChecker.Result nested(Query query, Scope scope) {
        return queries.nested(query, scope);
    }

    Query plainQuery(Query query, Scope scope) {
        QueryChecker.Result result = nested(query, scope);
        result.columns().stream()
                .filter(Range.Column::opaque)
                .forEach(column -> statement.report(RejectionCode.OPAQUE_COLUMN, column.name()));
        return result.query();
    }

    private Typed element(Expression.Element element, Scope scope) {
        Expression value = plain(element.value(), scope).expression();
        List<Subscript> subscripts = new ArrayList<>();
        for (Subscript subscript : element.subscripts()) {
            subscripts.add(new Subscript(
                    subscript.slice(), optional(subscript.lower(), scope), optional(subscript.upper(), scope)));
        }
        return Typed.of(new Expression.Element(value, subscripts));
    }

    /** {@code (x).f} is a function call in PostgreSQL when x has no such field, so only fields known here are let through. */
    private Typed field(Expression.Field field, Scope scope) {
        if (field.value() instanceof Name name
                && name.parts().size() == 1
                && scope.column(name.last()).isEmpty()
                && scope.range(name.last()).isPresent()) {
            return names.resolve(new Name(List.of(name.last(), field.field())), scope);
        }
        if (field.value() instanceof Expression.Call call
                && AllowedFunctions.namedColumns(call.function()).size() > 1
                && AllowedFunctions.namedColumns(call.function()).contains(field.field())) {
            return Typed.of(new Expression.Field(plain(call, scope).expression(), field.field()));
        }
        throw TreeNode.unexpected("the field " + field.field() + " of a value");
    }

    /** Of an opened type when all parts are, bare literals excepted. */
    private Typed combined(Expression expression, List<Typed> parts) {
        Catalog.TypeName extension = parts.stream()
                .map(Typed::extension)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (extension != null) {
            parts.stream()
                    .filter(part -> !extension.equals(part.extension()) && !OpenedCodeRules.isBare(part.expression()))
                    .forEach(_ -> statement.report(RejectionCode.OPAQUE_COLUMN, "beside values of another type"));
            return Typed.ofExtension(expression, extension);
        }
        double magnitude = parts.stream().mapToDouble(Typed::magnitude).max().orElse(Typed.UNKNOWN);
        Typed.Family first =
                parts.isEmpty() ? Typed.Family.OTHER : parts.getFirst().family();
        boolean same = parts.stream().allMatch(part -> part.family() == first);
        return new Typed(expression, false, magnitude, same ? first : Typed.Family.OTHER, null);
    }
}

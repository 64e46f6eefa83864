package dev.sayql.sql;

import dev.sayql.sql.Expression.Subscript;
import dev.sayql.sql.Expression.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Visits an expression and everything in it, subqueries excepted. */
final class ExpressionWalk {

    private ExpressionWalk() {}

    static void visit(@Nullable Expression expression, Consumer<Expression> visitor) {
        if (expression != null) {
            visitor.accept(expression);
            children(expression).forEach(child -> visit(child, visitor));
        }
    }

    /** Whether anything in the expression, or it itself, is such. */
    static boolean any(@Nullable Expression expression, Predicate<Expression> such) {
        return expression != null
                && (such.test(expression) || children(expression).stream().anyMatch(child -> any(child, such)));
    }

    private static List<@Nullable Expression> children(Expression expression) {
        List<@Nullable Expression> children = new ArrayList<>();
        switch (expression) {
            case Expression.Literal _,
                    Expression.Name _,
                    Expression.Star _,
                    Expression.CurrentTime _,
                    Expression.Scalar _,
                    Expression.Exists _,
                    Expression.ArrayOf _ -> {}
            case Expression.Operation(String _, Expression left, Expression right) -> add(children, left, right);
            case Expression.SchemaOperation(String _, String _, Expression left, Expression right) ->
                add(children, left, right);
            case Expression.Quantified quantified -> add(children, quantified.value(), quantified.array());
            case Expression.Match match -> add(children, match.value(), match.pattern(), match.escape());
            case Expression.Between between -> add(children, between.value(), between.low(), between.high());
            case Expression.InList(boolean _, Expression value, List<Expression> items) -> {
                children.add(value);
                children.addAll(items);
            }
            case Expression.DistinctFrom(boolean _, Expression left, Expression right) -> add(children, left, right);
            case Expression.NullIf(Expression left, Expression right) -> add(children, left, right);
            case Expression.Logical(boolean _, List<Expression> arguments) -> children.addAll(arguments);
            case Expression.Not(Expression argument) -> children.add(argument);
            case Expression.NullTest(Expression argument, boolean _) -> children.add(argument);
            case Expression.BooleanTest(Expression argument, String _) -> children.add(argument);
            case Expression.Case(Expression operand, List<When> whens, Expression otherwise) -> {
                add(children, operand, otherwise);
                whens.forEach(when -> add(children, when.condition(), when.result()));
            }
            case Expression.Coalesce(List<Expression> arguments) -> children.addAll(arguments);
            case Expression.Extreme(boolean _, List<Expression> arguments) -> children.addAll(arguments);
            case Expression.Cast(Expression value, TypeReference _) -> children.add(value);
            case Expression.Collate(Expression value, String _) -> children.add(value);
            case Expression.Call call -> {
                children.addAll(call.arguments());
                call.orderBy().forEach(key -> children.add(key.value()));
                children.add(call.filter());
                add(children, call.over());
            }
            case Expression.NamedArgument(String _, Expression value) -> children.add(value);
            case Expression.InQuery(Expression value, Query _) -> children.add(value);
            case Expression.QuantifiedQuery quantified -> children.add(quantified.value());
            case Expression.ArrayLiteral(List<Expression> elements) -> children.addAll(elements);
            case Expression.Row(List<Expression> elements, boolean _) -> children.addAll(elements);
            case Expression.Element(Expression value, List<Subscript> subscripts) -> {
                children.add(value);
                subscripts.forEach(subscript -> add(children, subscript.lower(), subscript.upper()));
            }
            case Expression.Field(Expression value, String _) -> children.add(value);
            case Expression.GroupingSet(Expression.GroupingSetKind _, List<Expression> content) ->
                children.addAll(content);
            case Expression.GroupingLevel(List<Expression> arguments) -> children.addAll(arguments);
            case Expression.IsJson(Expression value, String _, boolean _) -> children.add(value);
            case Expression.FieldStar(Expression value) -> children.add(value);
            case Expression.Json(JsonSyntax syntax) -> add(children, syntax);
        }
        return children;
    }

    private static void add(List<@Nullable Expression> children, JsonSyntax syntax) {
        switch (syntax) {
            case JsonSyntax.Lookup lookup -> {
                add(children, lookup.input().value(), lookup.path());
                lookup.passing()
                        .forEach(argument -> children.add(argument.value().value()));
                add(children, lookup.onEmpty());
                add(children, lookup.onError());
            }
            case JsonSyntax.Constructor constructor -> constructor.entries().forEach(entry -> add(children, entry));
            case JsonSyntax.ArrayQuery _ -> {}
            case JsonSyntax.Aggregate aggregate -> {
                add(children, aggregate.entry());
                aggregate.orderBy().forEach(key -> children.add(key.value()));
                children.add(aggregate.filter());
                add(children, aggregate.over());
            }
            case JsonSyntax.Conversion conversion ->
                children.add(conversion.input().value());
        }
    }

    private static void add(List<@Nullable Expression> children, Query.@Nullable Window window) {
        if (window != null) {
            children.addAll(window.partitionBy());
            window.orderBy().forEach(key -> children.add(key.value()));
            add(children, window.frameStart(), window.frameEnd());
        }
    }

    private static void add(List<@Nullable Expression> children, JsonSyntax.Entry entry) {
        add(children, entry.key(), entry.value().value());
    }

    private static void add(List<@Nullable Expression> children, JsonSyntax.@Nullable Behavior behavior) {
        if (behavior != null) {
            children.add(behavior.value());
        }
    }

    private static void add(List<@Nullable Expression> children, @Nullable Expression... added) {
        for (Expression expression : added) {
            children.add(expression);
        }
    }
}

package dev.sayql.sql;

import dev.sayql.sql.Catalog.TypeName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks what compares a value with many: IN of a subquery, and ANY and ALL of an array or a subquery. Where one side is of an
 * opened type, PostgreSQL would look for the operator along the search path, so it is printed with its schema.
 */
final class QuantifierChecker {

    private final StatementCheck statement;
    private final ExpressionChecker expressions;
    private final OpenedCodeRules opened;

    QuantifierChecker(StatementCheck statement, ExpressionChecker expressions, OpenedCodeRules opened) {
        this.statement = statement;
        this.expressions = expressions;
        this.opened = opened;
    }

    /** {@code value IN (query)} is {@code value = ANY (query)}, which can be written with another operator. */
    Typed inQuery(Expression.InQuery in, Scope scope) {
        Typed value = expressions.comparable(in.value(), scope);
        QueryChecker.Result result = expressions.nested(in.query(), scope);
        return Typed.of(extended(null, "=", value, result)
                .<Expression>map(schema ->
                        new Expression.QuantifiedQuery(schema, "=", false, value.expression(), result.query()))
                .orElseGet(() -> new Expression.InQuery(value.expression(), result.query())));
    }

    Typed query(Expression.QuantifiedQuery quantified, Scope scope) {
        String operator = quantified.operator();
        if (AllowedOperators.takesPattern(operator)) {
            throw new Refusal(RejectionCode.UNSAFE_PATTERN, "patterns from a subquery");
        }
        Typed value = expressions.comparable(quantified.value(), scope);
        QueryChecker.Result result = expressions.nested(quantified.query(), scope);
        String schema = extended(quantified.schema(), operator, value, result).orElse(null);
        if (schema == null) {
            AllowedOperators.check(operator);
        }
        return Typed.of(
                new Expression.QuantifiedQuery(schema, operator, quantified.all(), value.expression(), result.query()));
    }

    Typed array(Expression.Quantified quantified, Scope scope) {
        String operator = quantified.operator();
        if (AllowedOperators.takesJsonPath(operator)) {
            throw new Refusal(RejectionCode.UNSAFE_PATTERN, "JSON paths from an array");
        }
        Typed value = expressions.comparable(quantified.value(), scope);
        Typed element = elements(quantified.array(), scope);
        if (AllowedOperators.takesPattern(operator)) {
            PatternRules.checkAll(element.expression());
        }
        String schema = schema(quantified.schema(), operator, value, element).orElse(null);
        if (schema == null) {
            AllowedOperators.check(operator);
        }
        if (operator.equals("=")
                && !quantified.all()
                && element.expression() instanceof Expression.ArrayLiteral(List<Expression> elements)) {
            scope.shape().list(value, "IN", elements.stream().map(Typed::of).toList());
        }
        return Typed.of(new Expression.Quantified(
                schema, operator, quantified.all(), value.expression(), element.expression()));
    }

    /** The schema of the opened operator that compares the value with the query's only column. */
    private Optional<String> extended(
            @Nullable String schema, String operator, Typed value, QueryChecker.Result result) {
        List<Range.Column> columns = result.columns();
        columns.stream()
                .filter(column -> column.isClosed() || (column.opaque() && columns.size() > 1))
                .forEach(column -> statement.report(RejectionCode.OPAQUE_COLUMN, column.name()));
        return schema(schema, operator, value, ExpressionChecker.scalar(result));
    }

    private Optional<String> schema(@Nullable String schema, String operator, Typed value, Typed element) {
        return opened.operation(schema, operator, value, element)
                .map(operation -> ((Expression.SchemaOperation) operation.expression()).schema());
    }

    /** The array, with the type of what is in it: strings without a type are text once they stand in an array. */
    private Typed elements(Expression array, Scope scope) {
        if (array instanceof Expression.Cast(Expression value, TypeReference type) && type.dimensions() == 1) {
            TypeReference single = new TypeReference(type.schema(), type.name(), type.modifiers(), 0);
            Optional<TypeName> extension = statement
                    .rules()
                    .openedCode()
                    .type(single, statement.rules().catalog().searchPath());
            if (extension.isPresent()) {
                TypeReference printed = new TypeReference(
                        extension.get().schema(), extension.get().name(), List.of(), 1);
                Expression inner = expressions.plain(value, scope).expression();
                return Typed.ofExtension(new Expression.Cast(inner, printed), extension.get());
            }
        }
        Typed checked = expressions.plain(array, scope);
        boolean texts = checked.expression() instanceof Expression.ArrayLiteral(List<Expression> elements)
                && elements.stream().allMatch(OpenedCodeRules::isBare);
        return texts ? Typed.text(checked.expression()) : checked;
    }
}

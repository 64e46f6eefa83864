package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the arithmetic of a metric: {@code quantity * (unit_price - products.cost)}. Grammar: {@code sum = product (('+' |
 * '-') product)*}, {@code product = factor (('*' | '/') factor)*}, {@code factor = number | name | name '.' name | '(' sum
 * ')'}. Empty when the text is anything else or names a column that does not exist.
 */
final class MetricExpression {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[A-Za-z_][A-Za-z0-9_]*|[-+*/().])");

    private final Knowledge knowledge;
    private final TableName table;
    private final String text;
    private int next;
    private String token = "";
    private boolean failed;

    private MetricExpression(String text, TableName table, Knowledge knowledge) {
        this.knowledge = knowledge;
        this.table = table;
        this.text = text.strip();
    }

    static Optional<Expression> of(Metric.Form form, Knowledge knowledge) {
        MetricExpression reader = new MetricExpression(form.expression(), form.table(), knowledge);
        reader.advance();
        Expression expression = reader.sum();
        return reader.failed || !reader.token.isEmpty() ? Optional.empty() : Optional.of(expression);
    }

    /** What the metric adds up; a count without an expression counts rows. */
    static Optional<Expression.Fold> fold(Metric.Form form, Knowledge knowledge) {
        Expression.Range rows = Expression.Range.of(form.table());
        return form.aggregation() == Aggregation.COUNT
                        && form.expression().strip().equals("*")
                ? Optional.of(Expression.Fold.countOf(rows))
                : of(form, knowledge).map(expression -> Expression.Fold.of(form.aggregation(), expression, rows));
    }

    private void advance() {
        token = "";
        if (next < text.length()) {
            Matcher matcher = TOKEN.matcher(text).region(next, text.length());
            failed |= !matcher.lookingAt();
            if (!failed) {
                token = matcher.group(1);
                next = matcher.end();
            }
        }
    }

    private Expression sum() {
        Expression left = product();
        while (token.equals("+") || token.equals("-")) {
            char operator = token.charAt(0);
            advance();
            left = new Expression.Arithmetic(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = factor();
        while (token.equals("*") || token.equals("/")) {
            char operator = token.charAt(0);
            advance();
            left = new Expression.Arithmetic(operator, left, factor());
        }
        return left;
    }

    private Expression factor() {
        if (token.equals("(")) {
            advance();
            Expression inner = sum();
            failed |= !token.equals(")");
            advance();
            return inner;
        }
        if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            BigDecimal number = new BigDecimal(token);
            advance();
            return new Expression.Constant(number);
        }
        return name();
    }

    private Expression name() {
        String first = token;
        advance();
        if (!token.equals(".")) {
            return column(table, first);
        }
        advance();
        String second = token;
        advance();
        Optional<TableName> named =
                knowledge.context().schema().named(first).stream().findFirst().map(found -> found.name());
        failed |= named.isEmpty();
        return column(named.orElse(table), second);
    }

    private Expression column(TableName owner, String name) {
        failed |=
                name.isEmpty() || knowledge.column(new ColumnName(owner, name)).isEmpty();
        return knowledge.expression(new ColumnName(owner, name));
    }
}

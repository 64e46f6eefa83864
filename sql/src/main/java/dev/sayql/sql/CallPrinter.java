package dev.sayql.sql;

import dev.sayql.sql.Expression.Call;
import dev.sayql.sql.Expression.Literal;
import java.util.List;
import java.util.Set;

/** Prints calls of functions, those with a syntax of their own included. */
final class CallPrinter {

    /** Key words that are nevertheless names of functions without quotes. */
    private static final Set<String> FUNCTION_WORDS = Set.of("left", "right", "substring", "overlay", "json_object");

    private static final Set<String> TIME_FIELDS = Set.of(
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "quarter",
            "week",
            "dow",
            "doy",
            "isodow",
            "isoyear",
            "epoch",
            "decade",
            "century",
            "millennium",
            "microseconds",
            "milliseconds",
            "julian",
            "timezone",
            "timezone_hour",
            "timezone_minute");

    private static final Set<String> NORMAL_FORMS = Set.of("NFC", "NFD", "NFKC", "NFKD");
    private static final int ABOVE_AT = 12;

    private final QueryPrinter queries;
    private final ExpressionPrinter expressions;

    CallPrinter(QueryPrinter queries, ExpressionPrinter expressions) {
        this.queries = queries;
        this.expressions = expressions;
    }

    String print(Call call, int indent) {
        StringBuilder text = new StringBuilder(call.sqlSyntax() ? special(call, indent) : plain(call, indent));
        if (call.withinGroup()) {
            text.append(" WITHIN GROUP (ORDER BY ")
                    .append(queries.sortKeys(call.orderBy(), indent))
                    .append(')');
        }
        Expression filter = call.filter();
        if (filter != null) {
            text.append(" FILTER (WHERE ")
                    .append(expressions.print(filter, indent))
                    .append(')');
        }
        Query.Window over = call.over();
        if (over != null) {
            text.append(" OVER ").append(queries.over(over, indent));
        }
        return text.toString();
    }

    private String plain(Call call, int indent) {
        StringBuilder text = new StringBuilder();
        String function = call.function();
        String schema = call.schema();
        if (schema != null) {
            text.append(SqlQuoting.identifier(schema)).append('.');
        }
        boolean word = schema == null && FUNCTION_WORDS.contains(function);
        text.append(word ? function : SqlQuoting.identifier(function)).append('(');
        text.append(call.distinct() ? "DISTINCT " : "");
        List<Expression> arguments = call.arguments();
        if (call.star()) {
            text.append('*');
        } else if (call.variadic()) {
            List<Expression> first = arguments.subList(0, arguments.size() - 1);
            text.append(queries.list(first, indent)).append(first.isEmpty() ? "" : ", ");
            text.append("VARIADIC ").append(expressions.print(arguments.getLast(), indent));
        } else {
            text.append(queries.list(arguments, indent));
        }
        if (!call.orderBy().isEmpty() && !call.withinGroup()) {
            text.append(" ORDER BY ").append(queries.sortKeys(call.orderBy(), indent));
        }
        return text.append(')').toString();
    }

    private String special(Call call, int indent) {
        List<Expression> arguments = call.arguments();
        Expression first = arguments.getFirst();
        String text = expressions.print(first, indent);
        return switch (call.function()) {
            case "extract" -> "EXTRACT(" + field(first, indent) + " FROM " + last(arguments, indent) + ")";
            case "position" ->
                "POSITION(" + expressions.simple(arguments.getLast(), indent) + " IN "
                        + expressions.simple(first, indent) + ")";
            case "substring" -> "SUBSTRING(" + text + " FROM " + fromFor(arguments, 1, indent) + ")";
            case "overlay" ->
                "OVERLAY(" + text + " PLACING " + expressions.print(arguments.get(1), indent) + " FROM "
                        + fromFor(arguments, 2, indent) + ")";
            case "btrim" -> trim("BOTH", arguments, indent);
            case "ltrim" -> trim("LEADING", arguments, indent);
            case "rtrim" -> trim("TRAILING", arguments, indent);
            case "timezone" ->
                arguments.size() == 1
                        ? expressions.atLeast(first, ABOVE_AT - 1, indent) + " AT LOCAL"
                        : expressions.atLeast(arguments.getLast(), ABOVE_AT - 1, indent) + " AT TIME ZONE "
                                + expressions.atLeast(first, ABOVE_AT, indent);
            case "overlaps" ->
                "(" + queries.list(arguments.subList(0, 2), indent) + ") OVERLAPS ("
                        + queries.list(arguments.subList(2, 4), indent) + ")";
            case "normalize" -> "NORMALIZE(" + text + (arguments.size() == 1 ? "" : ", " + form(arguments)) + ")";
            case "is_normalized" ->
                expressions.simple(first, indent) + " IS " + (arguments.size() == 1 ? "" : form(arguments) + " ")
                        + "NORMALIZED";
            default -> throw new IllegalStateException("no special syntax for " + call.function());
        };
    }

    private String trim(String side, List<Expression> arguments, int indent) {
        String value = expressions.print(arguments.getFirst(), indent);
        if (arguments.size() == 1) {
            return side.equals("BOTH") ? "TRIM(" + value + ")" : "TRIM(" + side + " FROM " + value + ")";
        }
        return "TRIM(" + side + " " + last(arguments, indent) + " FROM " + value + ")";
    }

    private String fromFor(List<Expression> arguments, int from, int indent) {
        String start = expressions.print(arguments.get(from), indent);
        return arguments.size() == from + 1 ? start : start + " FOR " + last(arguments, indent);
    }

    private String last(List<Expression> arguments, int indent) {
        return expressions.print(arguments.getLast(), indent);
    }

    private String field(Expression field, int indent) {
        return field instanceof Literal literal && TIME_FIELDS.contains(literal.text())
                ? literal.text()
                : expressions.print(field, indent);
    }

    private static String form(List<Expression> arguments) {
        if (arguments.getLast() instanceof Literal literal && NORMAL_FORMS.contains(literal.text())) {
            return literal.text();
        }
        throw new IllegalStateException("an unknown normal form");
    }
}

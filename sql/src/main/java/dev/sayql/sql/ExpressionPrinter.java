package dev.sayql.sql;

import dev.sayql.sql.Expression.Call;
import dev.sayql.sql.Expression.Literal;
import dev.sayql.sql.Expression.LiteralKind;
import dev.sayql.sql.Expression.MatchKind;
import dev.sayql.sql.Expression.Subscript;
import dev.sayql.sql.Expression.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints expressions. Parentheses follow PostgreSQL's operator precedence, and are written also where the grammar could do
 * without but a reader could not.
 */
final class ExpressionPrinter {

    /** The precedence levels of the grammar, weakest first. */
    private static final int OR = 1;

    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int MATCH = 6;
    private static final int OPERATOR = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;
    private static final int AT = 11;
    private static final int COLLATE = 12;
    private static final int SIGN = 13;
    private static final int SUBSCRIPT = 14;
    private static final int CAST = 15;
    private static final int ATOM = 16;

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
    private static final Set<String> PREFIXED_LITERALS = Set.of("date", "time", "timestamp", "timestamptz", "interval");
    private static final Map<String, String> OPERATOR_WORDS =
            Map.of("~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE");

    private final QueryPrinter queries;
    private final CallPrinter calls;
    private final JsonPrinter json;

    ExpressionPrinter(QueryPrinter queries) {
        this.queries = queries;
        this.calls = new CallPrinter(queries, this);
        this.json = new JsonPrinter(queries, this);
    }

    JsonPrinter json() {
        return json;
    }

    String print(Expression expression, int indent) {
        return text(expression, indent);
    }

    /** A condition with its conjuncts on lines of their own. */
    String condition(Expression condition, int indent) {
        if (!(condition instanceof Expression.Logical logical) || !logical.and()) {
            return print(condition, indent);
        }
        List<String> parts = new ArrayList<>();
        logical.arguments().forEach(argument -> parts.add(atLeast(argument, NOT, indent + 2)));
        return String.join(QueryPrinter.newLine(indent + 2) + "AND ", parts);
    }

    /** An expression that can stand next to any key word. */
    String operand(Expression expression, int indent) {
        return atLeast(expression, SIGN, indent);
    }

    String atLeast(Expression expression, int needed, int indent) {
        String text = text(expression, indent);
        return level(expression) >= needed ? text : "(" + text + ")";
    }

    /** An operand of something that binds as the grammar's restricted expressions do. */
    String simple(Expression expression, int indent) {
        return atLeast(expression, OPERATOR, indent);
    }

    private static int level(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal.text().startsWith("-") && literal.isNumber() ? SIGN : ATOM;
            case Expression.Logical logical -> logical.and() ? AND : OR;
            case Expression.Not _ -> NOT;
            case Expression.NullTest _, Expression.BooleanTest _, Expression.DistinctFrom _, Expression.IsJson _ -> IS;
            case Expression.Quantified _, Expression.QuantifiedQuery _ -> COMPARISON;
            case Expression.Match _, Expression.Between _, Expression.InList _, Expression.InQuery _ -> MATCH;
            case Expression.Operation operation -> level(operation);
            case Expression.SchemaOperation _ -> OPERATOR;
            case Expression.Collate _ -> COLLATE;
            case Expression.Cast cast -> isPrefixed(cast) || !isSimple(cast.value()) ? ATOM : CAST;
            case Expression.Call call -> call(call);
            case Expression.Element _ -> SUBSCRIPT;
            case Expression.Name _,
                    Expression.Star _,
                    Expression.NullIf _,
                    Expression.Case _,
                    Expression.Coalesce _,
                    Expression.Extreme _,
                    Expression.CurrentTime _,
                    Expression.NamedArgument _,
                    Expression.Scalar _,
                    Expression.Exists _,
                    Expression.ArrayOf _,
                    Expression.ArrayLiteral _,
                    Expression.Row _,
                    Expression.Field _,
                    Expression.GroupingSet _,
                    Expression.GroupingLevel _,
                    Expression.Json _,
                    Expression.FieldStar _ -> ATOM;
        };
    }

    private static int level(Expression.Operation operation) {
        boolean sign = operation.operator().equals("-") || operation.operator().equals("+");
        if (operation.left() == null) {
            return sign ? SIGN : OPERATOR;
        }
        if (COMPARISONS.contains(operation.operator())) {
            return COMPARISON;
        }
        return switch (operation.operator()) {
            case "+", "-" -> SUM;
            case "*", "/", "%" -> PRODUCT;
            case "^" -> POWER;
            default -> OPERATOR;
        };
    }

    private static int call(Call call) {
        if (!call.sqlSyntax()) {
            return ATOM;
        }
        return switch (call.function()) {
            case "timezone" -> AT;
            case "overlaps" -> COMPARISON;
            case "is_normalized" -> IS;
            default -> ATOM;
        };
    }

    private String text(Expression expression, int indent) {
        return switch (expression) {
            case Literal literal -> literal(literal);
            case Expression.Name(List<String> parts) -> dotted(parts);
            case Expression.Star(List<String> qualifier) -> qualifier.isEmpty() ? "*" : dotted(qualifier) + ".*";
            case Expression.Operation operation -> operation(operation, indent);
            case Expression.SchemaOperation operation -> operation(operation, indent);
            case Expression.Quantified quantified ->
                atLeast(quantified.value(), SUM, indent)
                        + quantifier(quantified.schema(), quantified.operator(), quantified.all())
                        + "("
                        + text(quantified.array(), indent)
                        + ")";
            case Expression.Match match -> match(match, indent);
            case Expression.Between between ->
                simple(between.value(), indent)
                        + (between.negated() ? " NOT BETWEEN " : " BETWEEN ")
                        + (between.symmetric() ? "SYMMETRIC " : "")
                        + simple(between.low(), indent)
                        + " AND "
                        + simple(between.high(), indent);
            case Expression.InList(boolean negated, Expression value, List<Expression> items) ->
                simple(value, indent) + (negated ? " NOT IN (" : " IN (") + queries.list(items, indent) + ")";
            case Expression.DistinctFrom(boolean negated, Expression left, Expression right) ->
                simple(left, indent)
                        + (negated ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ")
                        + simple(right, indent);
            case Expression.NullIf(Expression left, Expression right) ->
                "NULLIF(" + text(left, indent) + ", " + text(right, indent) + ")";
            case Expression.Logical(boolean and, List<Expression> arguments) ->
                joined(arguments, and ? " AND " : " OR ", and ? NOT : AND, indent);
            case Expression.Not(Expression argument) -> "NOT " + atLeast(argument, OPERATOR, indent);
            case Expression.NullTest(Expression argument, boolean negated) ->
                simple(argument, indent) + (negated ? " IS NOT NULL" : " IS NULL");
            case Expression.BooleanTest(Expression argument, String test) -> simple(argument, indent) + " " + test;
            case Expression.Case choice -> choice(choice, indent);
            case Expression.Coalesce(List<Expression> arguments) -> "COALESCE(" + queries.list(arguments, indent) + ")";
            case Expression.Extreme(boolean greatest, List<Expression> arguments) ->
                (greatest ? "GREATEST(" : "LEAST(") + queries.list(arguments, indent) + ")";
            case Expression.CurrentTime(String function, int precision) ->
                precision < 0 ? function : function + "(" + precision + ")";
            case Expression.Cast cast -> cast(cast, indent);
            case Expression.Collate(Expression value, String collation) ->
                atLeast(value, SUBSCRIPT, indent) + " COLLATE " + SqlQuoting.identifier(collation);
            case Call call -> calls.print(call, indent);
            case Expression.NamedArgument(String name, Expression value) ->
                SqlQuoting.identifier(name) + " => " + text(value, indent);
            case Expression.Scalar(Query query) -> queries.nested(query, indent);
            case Expression.Exists(Query query) -> "EXISTS " + queries.nested(query, indent);
            case Expression.ArrayOf(Query query) -> "ARRAY" + queries.nested(query, indent);
            case Expression.InQuery(Expression value, Query query) ->
                simple(value, indent) + " IN " + queries.nested(query, indent);
            case Expression.QuantifiedQuery quantified ->
                atLeast(quantified.value(), SUM, indent)
                        + quantifier(quantified.schema(), quantified.operator(), quantified.all())
                        + queries.nested(quantified.query(), indent);
            case Expression.ArrayLiteral(List<Expression> elements) -> "ARRAY[" + queries.list(elements, indent) + "]";
            case Expression.Row(List<Expression> elements, boolean explicit) ->
                (explicit ? "ROW(" : "(") + queries.list(elements, indent) + ")";
            case Expression.Element element -> element(element, indent);
            case Expression.Field(Expression value, String field) ->
                "(" + text(value, indent) + ")." + SqlQuoting.identifier(field);
            case Expression.GroupingSet set -> groupingSet(set, indent);
            case Expression.GroupingLevel(List<Expression> arguments) ->
                "GROUPING(" + queries.list(arguments, indent) + ")";
            case Expression.IsJson(Expression value, String itemType, boolean uniqueKeys) ->
                simple(value, indent) + " IS JSON" + itemType + (uniqueKeys ? " WITH UNIQUE KEYS" : "");
            case Expression.Json(JsonSyntax syntax) -> json.print(syntax, indent);
            case Expression.FieldStar _ -> throw new IllegalStateException("a star that was not written out");
        };
    }

    private static String literal(Literal literal) {
        return switch (literal.kind()) {
            case STRING -> SqlQuoting.literal(literal.text());
            case NULL -> "NULL";
            case BOOLEAN, INTEGER -> literal.text();
            case DECIMAL -> checked(literal.text(), "-?[0-9.]+(e[-+]?[0-9]+)?");
            case BITS -> bits(literal.text());
        };
    }

    private static String bits(String text) {
        String digits = text.substring(1);
        return text.startsWith("b")
                ? "B'" + checked(digits, "[01]*") + "'"
                : "X'" + checked(digits, "[0-9A-Fa-f]*") + "'";
    }

    private static String checked(String text, String form) {
        if (!text.matches(form)) {
            throw new IllegalStateException("a number in an unknown form");
        }
        return text;
    }

    private static String dotted(List<String> parts) {
        return String.join(".", parts.stream().map(SqlQuoting::identifier).toList());
    }

    private String operation(Expression.Operation operation, int indent) {
        String operator = operation.operator();
        Expression left = operation.left();
        int level = level(operation);
        if (left == null) {
            return operator + (operator.equals("-") ? "" : " ") + atLeast(operation.right(), SUBSCRIPT, indent);
        }
        int leftLevel = level == COMPARISON ? OPERATOR : level;
        int rightLevel = level == COMPARISON ? OPERATOR : level + 1;
        return atLeast(left, leftLevel, indent) + " " + operator + " " + atLeast(operation.right(), rightLevel, indent);
    }

    private String operation(Expression.SchemaOperation operation, int indent) {
        String operator = ofSchema(operation.schema(), operation.symbol()) + " ";
        Expression left = operation.left();
        String before = left == null ? "" : atLeast(left, OPERATOR, indent) + " ";
        return before + operator + atLeast(operation.right(), OPERATOR + 1, indent);
    }

    private static String quantifier(@Nullable String schema, String operator, boolean all) {
        String word = schema == null ? OPERATOR_WORDS.getOrDefault(operator, operator) : ofSchema(schema, operator);
        return " " + word + (all ? " ALL " : " ANY ");
    }

    private static String ofSchema(String schema, String operator) {
        return "OPERATOR(" + SqlQuoting.identifier(schema) + "." + operator + ")";
    }

    private String match(Expression.Match match, int indent) {
        String word =
                match.kind() == MatchKind.SIMILAR ? "SIMILAR TO" : match.kind().name();
        Expression escape = match.escape();
        return simple(match.value(), indent)
                + (match.negated() ? " NOT " : " ")
                + word
                + " "
                + simple(match.pattern(), indent)
                + (escape == null ? "" : " ESCAPE " + simple(escape, indent));
    }

    private String joined(List<Expression> arguments, String word, int needed, int indent) {
        List<String> parts = new ArrayList<>();
        arguments.forEach(argument -> parts.add(atLeast(argument, needed, indent)));
        return String.join(word, parts);
    }

    private String choice(Expression.Case choice, int indent) {
        StringBuilder text = new StringBuilder("CASE");
        Expression operand = choice.operand();
        if (operand != null) {
            text.append(' ').append(text(operand, indent));
        }
        for (When when : choice.whens()) {
            text.append(" WHEN ").append(text(when.condition(), indent));
            text.append(" THEN ").append(text(when.result(), indent));
        }
        Expression otherwise = choice.otherwise();
        if (otherwise != null) {
            text.append(" ELSE ").append(text(otherwise, indent));
        }
        return text.append(" END").toString();
    }

    private String cast(Expression.Cast cast, int indent) {
        String type = AllowedTypes.text(cast.type());
        if (isPrefixed(cast)) {
            String[] words = type.split(" ", 2);
            String fields = words.length > 1 ? " " + words[1].toUpperCase(Locale.ROOT) : "";
            return words[0].toUpperCase(Locale.ROOT) + " " + text(cast.value(), indent) + fields;
        }
        if (isSimple(cast.value())) {
            return atLeast(cast.value(), CAST, indent) + "::" + type;
        }
        return "CAST(" + text(cast.value(), indent) + " AS " + type + ")";
    }

    private static boolean isPrefixed(Expression.Cast cast) {
        TypeReference type = cast.type();
        boolean plain = type.modifiers().isEmpty()
                || (type.name().equals("interval") && type.modifiers().size() == 1);
        return cast.value() instanceof Literal literal
                && literal.kind() == LiteralKind.STRING
                && type.schema() == null
                && type.dimensions() == 0
                && plain
                && PREFIXED_LITERALS.contains(type.name());
    }

    private static boolean isSimple(Expression value) {
        return value instanceof Literal
                || value instanceof Expression.Name
                || (value instanceof Call && level(value) == ATOM)
                || value instanceof Expression.Cast
                || value instanceof Expression.CurrentTime
                || value instanceof Expression.ArrayLiteral;
    }

    private String element(Expression.Element element, int indent) {
        boolean name = element.value() instanceof Expression.Name;
        StringBuilder text =
                new StringBuilder(name ? text(element.value(), indent) : "(" + text(element.value(), indent) + ")");
        for (Subscript subscript : element.subscripts()) {
            Expression lower = subscript.lower();
            Expression upper = subscript.upper();
            text.append('[').append(lower == null ? "" : text(lower, indent));
            text.append(subscript.slice() ? ":" : "").append(upper == null ? "" : text(upper, indent));
            text.append(']');
        }
        return text.toString();
    }

    private String groupingSet(Expression.GroupingSet set, int indent) {
        String content = "(" + queries.list(set.content(), indent) + ")";
        return switch (set.kind()) {
            case EMPTY -> "()";
            case SIMPLE -> throw new IllegalStateException("a grouping set that the grammar never makes");
            case ROLLUP -> "ROLLUP " + content;
            case CUBE -> "CUBE " + content;
            case SETS -> "GROUPING SETS " + content;
        };
    }
}

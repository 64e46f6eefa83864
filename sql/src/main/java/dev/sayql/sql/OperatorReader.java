package dev.sayql.sql;

import dev.sayql.sql.Expression.MatchKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads A_Expr, the parser's node for everything written with an operator. */
final class OperatorReader {

    /** The kinds whose operator may be one of an extension. */
    private static final Set<String> OPERATORS = Set.of("AEXPR_OP", "AEXPR_OP_ANY", "AEXPR_OP_ALL");

    private final ExpressionReader expressions;

    OperatorReader(ExpressionReader expressions) {
        this.expressions = expressions;
    }

    Expression operation(TreeNode node) {
        String kind = node.text("kind");
        List<String> names = node.names("name");
        Expression left = expressions.optional(node.optionalNode("lexpr"));
        TreeNode rightNode = node.node("rexpr");
        String schema = OPERATORS.contains(kind) ? schema(names) : null;
        String operator = schema == null ? name(names) : names.getLast();
        if (schema != null && kind.equals("AEXPR_OP")) {
            return new Expression.SchemaOperation(schema, operator, left, expressions.read(rightNode));
        }
        if (kind.equals("AEXPR_OP")) {
            return new Expression.Operation(operator, left, expressions.read(rightNode));
        }
        if (left == null) {
            throw TreeNode.unexpected("a prefix operator of the kind " + kind);
        }
        return switch (kind) {
            case "AEXPR_OP_ANY" ->
                new Expression.Quantified(schema, operator, false, left, expressions.read(rightNode));
            case "AEXPR_OP_ALL" -> new Expression.Quantified(schema, operator, true, left, expressions.read(rightNode));
            case "AEXPR_DISTINCT" -> new Expression.DistinctFrom(false, left, expressions.read(rightNode));
            case "AEXPR_NOT_DISTINCT" -> new Expression.DistinctFrom(true, left, expressions.read(rightNode));
            case "AEXPR_NULLIF" -> new Expression.NullIf(left, expressions.read(rightNode));
            case "AEXPR_IN" -> in(operator, left, rightNode);
            case "AEXPR_LIKE" -> match(MatchKind.LIKE, operator, left, expressions.read(rightNode));
            case "AEXPR_ILIKE" -> match(MatchKind.ILIKE, operator, left, expressions.read(rightNode));
            case "AEXPR_SIMILAR" -> match(MatchKind.SIMILAR, operator, left, expressions.read(rightNode));
            case "AEXPR_BETWEEN" -> between(false, false, left, rightNode);
            case "AEXPR_NOT_BETWEEN" -> between(true, false, left, rightNode);
            case "AEXPR_BETWEEN_SYM" -> between(false, true, left, rightNode);
            case "AEXPR_NOT_BETWEEN_SYM" -> between(true, true, left, rightNode);
            default -> throw TreeNode.unexpected("A_Expr.kind = " + kind);
        };
    }

    /** The schema that an operator is named with, unless it is pg_catalog. */
    static @Nullable String schema(List<String> names) {
        return names.size() == 2 && !names.getFirst().equals("pg_catalog") ? names.getFirst() : null;
    }

    /** The operator's name; a schema may be given only when it is pg_catalog. */
    static String name(List<String> names) {
        if (names.size() == 1 || (names.size() == 2 && names.getFirst().equals("pg_catalog"))) {
            return names.getLast();
        }
        throw new Refusal(RejectionCode.OPERATOR_NOT_ALLOWED, "OPERATOR(" + String.join(".", names) + ")");
    }

    private Expression in(String operator, Expression value, TreeNode list) {
        if (!operator.equals("=") && !operator.equals("<>")) {
            throw TreeNode.unexpected("IN with the operator " + operator);
        }
        return new Expression.InList(operator.equals("<>"), value, items(list));
    }

    private Expression between(boolean negated, boolean symmetric, Expression value, TreeNode list) {
        List<Expression> bounds = items(list);
        if (bounds.size() != 2) {
            throw TreeNode.unexpected("BETWEEN with " + bounds.size() + " bounds");
        }
        return new Expression.Between(negated, symmetric, value, bounds.getFirst(), bounds.getLast());
    }

    private List<Expression> items(TreeNode list) {
        List<Expression> items = expressions.all(list.as("List").nodes("items"));
        list.end();
        return items;
    }

    /** An ESCAPE clause arrives as a call of like_escape or similar_to_escape around the pattern. */
    private static Expression match(MatchKind kind, String operator, Expression value, Expression right) {
        Expression pattern = right;
        @Nullable Expression escape = null;
        String escapeFunction = kind == MatchKind.SIMILAR ? "similar_to_escape" : "like_escape";
        if (right instanceof Expression.Call call
                && call.schema() == null
                && call.function().equals(escapeFunction)
                && call.arguments().size() <= 2) {
            pattern = call.arguments().getFirst();
            escape = call.arguments().size() == 2 ? call.arguments().getLast() : null;
        } else if (kind == MatchKind.SIMILAR) {
            throw TreeNode.unexpected("SIMILAR TO in an unknown form");
        }
        return new Expression.Match(kind, operator.startsWith("!"), value, pattern, escape);
    }
}

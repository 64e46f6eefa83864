package dev.sayql.sql;

import dev.sayql.sql.Expression.Literal;
import dev.sayql.sql.Expression.LiteralKind;
import dev.sayql.sql.Expression.Subscript;
import dev.sayql.sql.Expression.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads value expressions; refuses what is not listed. */
final class ExpressionReader {

    /** PostgreSQL's names for {@code current_date} and its kind; those that tell who is connected are missing. */
    private static final Map<String, String> CURRENT_TIMES = Map.of(
            "SVFOP_CURRENT_DATE", "CURRENT_DATE",
            "SVFOP_CURRENT_TIME", "CURRENT_TIME",
            "SVFOP_CURRENT_TIME_N", "CURRENT_TIME",
            "SVFOP_CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP",
            "SVFOP_CURRENT_TIMESTAMP_N", "CURRENT_TIMESTAMP",
            "SVFOP_LOCALTIME", "LOCALTIME",
            "SVFOP_LOCALTIME_N", "LOCALTIME",
            "SVFOP_LOCALTIMESTAMP", "LOCALTIMESTAMP",
            "SVFOP_LOCALTIMESTAMP_N", "LOCALTIMESTAMP");

    private static final Map<String, String> BOOLEAN_TESTS = Map.of(
            "IS_TRUE", "IS TRUE",
            "IS_NOT_TRUE", "IS NOT TRUE",
            "IS_FALSE", "IS FALSE",
            "IS_NOT_FALSE", "IS NOT FALSE",
            "IS_UNKNOWN", "IS UNKNOWN",
            "IS_NOT_UNKNOWN", "IS NOT UNKNOWN");

    private static final Map<String, String> JSON_KINDS = Map.of(
            "JS_TYPE_ANY", "",
            "JS_TYPE_OBJECT", " OBJECT",
            "JS_TYPE_ARRAY", " ARRAY",
            "JS_TYPE_SCALAR", " SCALAR");

    private final QueryReader queries;
    private final OperatorReader operators = new OperatorReader(this);
    private final JsonReader json;

    ExpressionReader(QueryReader queries) {
        this.queries = queries;
        this.json = new JsonReader(queries, this);
    }

    JsonReader json() {
        return json;
    }

    @Nullable
    Expression optional(@Nullable TreeNode node) {
        return node == null ? null : read(node);
    }

    List<Expression> all(List<TreeNode> nodes) {
        List<Expression> expressions = new ArrayList<>(nodes.size());
        nodes.forEach(node -> expressions.add(read(node)));
        return expressions;
    }

    Expression read(TreeNode node) {
        Expression expression = switch (node.type()) {
            case "A_Const" -> literal(node);
            case "ColumnRef" -> columnReference(node);
            case "A_Expr" -> operators.operation(node);
            case "BoolExpr" -> logical(node);
            case "NullTest" -> nullTest(node);
            case "BooleanTest" -> booleanTest(node);
            case "CaseExpr" -> caseExpression(node);
            case "CoalesceExpr" -> new Expression.Coalesce(all(node.nodes("args")));
            case "MinMaxExpr" -> extreme(node);
            case "SQLValueFunction" -> currentTime(node);
            case "TypeCast" -> cast(node);
            case "CollateClause" -> collate(node);
            case "FuncCall" -> call(node);
            case "NamedArgExpr" -> namedArgument(node);
            case "SubLink" -> subquery(node);
            case "A_ArrayExpr" -> new Expression.ArrayLiteral(all(node.nodes("elements")));
            case "RowExpr" -> row(node);
            case "A_Indirection" -> indirection(node);
            case "GroupingFunc" -> new Expression.GroupingLevel(all(node.nodes("args")));
            case "GroupingSet" -> groupingSet(node);
            case "JsonIsPredicate" -> isJson(node);
            case "JsonFuncExpr" -> json.lookup(node);
            case "JsonObjectConstructor" -> json.constructor(node, true);
            case "JsonArrayConstructor" -> json.constructor(node, false);
            case "JsonArrayQueryConstructor" -> json.arrayQuery(node);
            case "JsonObjectAgg" -> json.aggregate(node, true);
            case "JsonArrayAgg" -> json.aggregate(node, false);
            case "JsonParseExpr" -> json.conversion(node, JsonSyntax.ConversionKind.PARSE);
            case "JsonScalarExpr" -> json.conversion(node, JsonSyntax.ConversionKind.SCALAR);
            case "JsonSerializeExpr" -> json.conversion(node, JsonSyntax.ConversionKind.SERIALIZE);
            case "ParamRef" ->
                throw new Refusal(RejectionCode.PARAMETER, "write the value in place of $" + node.number("number"));
            case "XmlExpr", "XmlSerialize" ->
                throw new Refusal(RejectionCode.FUNCTION_NOT_ALLOWED, "XML functions are not allowed");
            default -> throw node.unknown();
        };
        node.end();
        return expression;
    }

    private Expression literal(TreeNode node) {
        if (node.flag("isnull")) {
            return Literal.NULL;
        }
        for (String kind : List.of("ival", "fval", "sval", "boolval", "bsval")) {
            TreeNode value = node.fixedNode(kind, kind);
            if (value != null) {
                Literal literal = switch (kind) {
                    case "ival" -> new Literal(LiteralKind.INTEGER, Integer.toString(value.number(kind)));
                    case "fval" -> new Literal(LiteralKind.DECIMAL, Numbers.decimal(value.text(kind)));
                    case "sval" -> new Literal(LiteralKind.STRING, value.text(kind));
                    case "boolval" -> new Literal(LiteralKind.BOOLEAN, Boolean.toString(value.flag(kind)));
                    default -> new Literal(LiteralKind.BITS, value.text(kind));
                };
                value.end();
                return literal;
            }
        }
        throw TreeNode.unexpected("a constant in an unknown form");
    }

    private Expression columnReference(TreeNode node) {
        List<String> parts = new ArrayList<>();
        List<TreeNode> fields = node.nodes("fields");
        for (TreeNode field : fields) {
            if (field.is("A_Star") && field == fields.getLast()) {
                field.end();
                return new Expression.Star(List.copyOf(parts));
            }
            parts.add(field.as("String").lastText("sval"));
        }
        return new Expression.Name(List.copyOf(parts));
    }

    private Expression logical(TreeNode node) {
        String operator = node.text("boolop");
        List<Expression> arguments = all(node.nodes("args"));
        return switch (operator) {
            case "AND_EXPR" -> new Expression.Logical(true, arguments);
            case "OR_EXPR" -> new Expression.Logical(false, arguments);
            case "NOT_EXPR" -> new Expression.Not(arguments.getFirst());
            default -> throw TreeNode.unexpected("BoolExpr.boolop = " + operator);
        };
    }

    private Expression nullTest(TreeNode node) {
        String test = node.text("nulltesttype");
        if (!test.equals("IS_NULL") && !test.equals("IS_NOT_NULL")) {
            throw TreeNode.unexpected("NullTest." + test);
        }
        return new Expression.NullTest(read(node.node("arg")), test.equals("IS_NOT_NULL"));
    }

    private Expression booleanTest(TreeNode node) {
        String test = known(BOOLEAN_TESTS, node.text("booltesttype"));
        return new Expression.BooleanTest(read(node.node("arg")), test);
    }

    private Expression caseExpression(TreeNode node) {
        Expression operand = optional(node.optionalNode("arg"));
        List<When> whens = new ArrayList<>();
        for (TreeNode when : node.nodes("args")) {
            when.as("CaseWhen");
            whens.add(new When(read(when.node("expr")), read(when.node("result"))));
            when.end();
        }
        return new Expression.Case(operand, whens, optional(node.optionalNode("defresult")));
    }

    private Expression extreme(TreeNode node) {
        String operator = node.text("op");
        if (!operator.equals("IS_GREATEST") && !operator.equals("IS_LEAST")) {
            throw TreeNode.unexpected("MinMaxExpr.op = " + operator);
        }
        return new Expression.Extreme(operator.equals("IS_GREATEST"), all(node.nodes("args")));
    }

    private Expression currentTime(TreeNode node) {
        String operator = node.text("op");
        int precision = node.number("typmod");
        String function = CURRENT_TIMES.get(operator);
        if (function == null) {
            throw new Refusal(
                    RejectionCode.FUNCTION_NOT_ALLOWED, operator.replace("SVFOP_", "") + " tells about the connection");
        }
        return new Expression.CurrentTime(function, operator.endsWith("_N") ? precision : -1);
    }

    private Expression cast(TreeNode node) {
        Expression value = read(node.node("arg"));
        return new Expression.Cast(value, type(node.fixedNode("typeName", "TypeName")));
    }

    /** Reads a type's name; whether the type is allowed is decided later. */
    TypeReference type(@Nullable TreeNode node) {
        if (node == null) {
            throw TreeNode.unexpected("a missing type");
        }
        List<String> names = node.names("names");
        List<Integer> modifiers = new ArrayList<>();
        for (TreeNode modifier : node.nodes("typmods")) {
            if (!(read(modifier) instanceof Literal literal) || literal.kind() != LiteralKind.INTEGER) {
                throw TreeNode.unexpected("a type modifier that is not a number");
            }
            modifiers.add(Integer.valueOf(literal.text()));
        }
        int dimensions = 0;
        for (TreeNode bound : node.nodes("arrayBounds")) {
            bound.as("Integer").number("ival");
            bound.end();
            dimensions++;
        }
        if (node.number("typemod") != -1 || names.isEmpty() || names.size() > 2) {
            throw new Refusal(RejectionCode.TYPE_NOT_ALLOWED, String.join(".", names));
        }
        node.end();
        String schema = names.size() == 1 ? null : names.getFirst();
        return AllowedTypes.canonical(new TypeReference(schema, names.getLast(), modifiers, dimensions));
    }

    private Expression collate(TreeNode node) {
        Expression value = read(node.node("arg"));
        List<String> names = node.names("collname");
        if (names.size() > 2 || (names.size() == 2 && !names.getFirst().equals("pg_catalog"))) {
            throw new Refusal(RejectionCode.COLLATION_NOT_ALLOWED, String.join(".", names));
        }
        return new Expression.Collate(value, names.getLast());
    }

    private Expression call(TreeNode node) {
        List<String> names = node.names("funcname");
        if (names.size() > 2) {
            throw new Refusal(RejectionCode.FUNCTION_NOT_ALLOWED, String.join(".", names));
        }
        List<Expression> arguments = all(node.nodes("args"));
        List<Query.SortKey> order = queries.sortKeys(node.nodes("agg_order"));
        Expression filter = optional(node.optionalNode("agg_filter"));
        TreeNode over = node.fixedNode("over", "WindowDef");
        String format = node.text("funcformat");
        if (!format.equals("COERCE_EXPLICIT_CALL") && !format.equals("COERCE_SQL_SYNTAX")) {
            throw TreeNode.unexpected("FuncCall.funcformat = " + format);
        }
        return new Expression.Call(
                names.size() == 1 || names.getFirst().equals("pg_catalog") ? null : names.getFirst(),
                names.getLast(),
                arguments,
                node.flag("func_variadic"),
                node.flag("agg_star"),
                node.flag("agg_distinct"),
                order,
                node.flag("agg_within_group"),
                filter,
                over == null ? null : queries.window(over),
                format.equals("COERCE_SQL_SYNTAX"));
    }

    private Expression namedArgument(TreeNode node) {
        if (node.number("argnumber") != -1) {
            throw TreeNode.unexpected("NamedArgExpr.argnumber");
        }
        return new Expression.NamedArgument(node.text("name"), read(node.node("arg")));
    }

    private Expression subquery(TreeNode node) {
        String type = node.text("subLinkType");
        Expression value = optional(node.optionalNode("testexpr"));
        List<String> operator = node.names("operName");
        Query query = queries.query(node.node("subselect"));
        if (value == null && operator.isEmpty()) {
            return switch (type) {
                case "EXISTS_SUBLINK" -> new Expression.Exists(query);
                case "EXPR_SUBLINK" -> new Expression.Scalar(query);
                case "ARRAY_SUBLINK" -> new Expression.ArrayOf(query);
                default -> throw TreeNode.unexpected("SubLink." + type);
            };
        }
        boolean all = type.equals("ALL_SUBLINK");
        if (value == null || (!all && !type.equals("ANY_SUBLINK"))) {
            throw TreeNode.unexpected("SubLink." + type);
        }
        if (operator.isEmpty() && !all) {
            return new Expression.InQuery(value, query);
        }
        String schema = OperatorReader.schema(operator);
        String symbol = schema == null ? OperatorReader.name(operator) : operator.getLast();
        return new Expression.QuantifiedQuery(schema, symbol, all, value, query);
    }

    private Expression row(TreeNode node) {
        String format = node.text("row_format");
        if (!format.equals("COERCE_EXPLICIT_CALL") && !format.equals("COERCE_IMPLICIT_CAST")) {
            throw TreeNode.unexpected("RowExpr.row_format = " + format);
        }
        return new Expression.Row(all(node.nodes("args")), format.equals("COERCE_EXPLICIT_CALL"));
    }

    private Expression indirection(TreeNode node) {
        Expression value = read(node.node("arg"));
        List<Subscript> subscripts = new ArrayList<>();
        List<TreeNode> steps = node.nodes("indirection");
        for (TreeNode step : steps) {
            switch (step.type()) {
                case "A_Star" -> {
                    if (step != steps.getLast()) {
                        throw step.unknown();
                    }
                    step.end();
                    return new Expression.FieldStar(subscripted(value, subscripts));
                }
                case "A_Indices" ->
                    subscripts.add(new Subscript(
                            step.flag("is_slice"),
                            optional(step.optionalNode("lidx")),
                            optional(step.optionalNode("uidx"))));
                case "String" -> {
                    value = new Expression.Field(subscripted(value, subscripts), step.text("sval"));
                    subscripts = new ArrayList<>();
                }
                default -> throw step.unknown();
            }
            step.end();
        }
        return subscripted(value, subscripts);
    }

    private static Expression subscripted(Expression value, List<Subscript> subscripts) {
        return subscripts.isEmpty() ? value : new Expression.Element(value, List.copyOf(subscripts));
    }

    private Expression groupingSet(TreeNode node) {
        String kind = node.text("kind").replace("GROUPING_SET_", "");
        List<Expression> content = all(node.nodes("content"));
        for (Expression.GroupingSetKind known : Expression.GroupingSetKind.values()) {
            if (known.name().equals(kind)) {
                return new Expression.GroupingSet(known, content);
            }
        }
        throw TreeNode.unexpected("GroupingSet.kind = " + kind);
    }

    private Expression isJson(TreeNode node) {
        Expression value = read(node.node("expr"));
        TreeNode format = node.fixedNode("format", "JsonFormat");
        if (format != null) {
            format.always("format_type", "JS_FORMAT_DEFAULT");
            format.always("encoding", "JS_ENC_DEFAULT");
            format.end();
        }
        return new Expression.IsJson(value, known(JSON_KINDS, node.text("item_type")), node.flag("unique_keys"));
    }

    private static String known(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw TreeNode.unexpected(name);
        }
        return text;
    }
}

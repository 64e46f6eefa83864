package dev.sayql.sql;

import dev.sayql.sql.AllowedFunctions.Kind;
import dev.sayql.sql.Expression.Call;
import dev.sayql.sql.Expression.Literal;
import dev.sayql.sql.OpenedCode.Routine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks calls of functions: that the function is listed, and that its arguments ask for nothing unreasonable. */
final class CallChecker {

    /** The calls that have a syntax of their own, and how many arguments it takes. */
    private static final Map<String, Set<Integer>> SQL_SYNTAX = Map.ofEntries(
            Map.entry("extract", Set.of(2)),
            Map.entry("position", Set.of(2)),
            Map.entry("substring", Set.of(2, 3)),
            Map.entry("overlay", Set.of(3, 4)),
            Map.entry("btrim", Set.of(1, 2)),
            Map.entry("ltrim", Set.of(1, 2)),
            Map.entry("rtrim", Set.of(1, 2)),
            Map.entry("timezone", Set.of(1, 2)),
            Map.entry("overlaps", Set.of(4)),
            Map.entry("normalize", Set.of(1, 2)),
            Map.entry("is_normalized", Set.of(1, 2)));

    private static final Set<String> COUNTS = Set.of(
            "count",
            "row_number",
            "rank",
            "dense_rank",
            "ntile",
            "length",
            "char_length",
            "octet_length",
            "position",
            "strpos",
            "cardinality",
            "array_length",
            "sign",
            "random",
            "percent_rank",
            "cume_dist",
            "grouping");
    private static final Set<String> LENGTHS =
            Set.of("length", "char_length", "octet_length", "position", "strpos", "cardinality", "array_length");
    private static final Set<String> REPLACING = Set.of("replace", "regexp_replace", "translate");
    /** What puts a text between many values, or around many words of one. */
    private static final Set<String> PUTTING_BETWEEN = Set.of("array_to_string", "concat_ws", "ts_headline");
    /** What may write two characters for one, each time it is called. */
    private static final Set<String> ESCAPING = Set.of(
            "quote_literal",
            "quote_ident",
            "quote_nullable",
            "encode",
            "convert_to",
            "to_json",
            "to_jsonb",
            "row_to_json",
            "array_to_json",
            "json_build_object",
            "json_build_array",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_object",
            "jsonb_object");
    /** Of the texts that one value in a document takes at least. */
    private static final double SHORTEST_ELEMENT = 2;

    private static final Set<String> SAME_SIZE = Set.of(
            "abs",
            "round",
            "trunc",
            "floor",
            "ceil",
            "ceiling",
            "avg",
            "min",
            "max",
            "sqrt",
            "mod",
            "int2",
            "int4",
            "int8",
            "float4",
            "float8",
            "lag",
            "lead",
            "first_value",
            "last_value",
            "generate_series",
            "mode",
            "percentile_cont",
            "percentile_disc",
            "ln",
            "log",
            "div");
    private static final Set<String> NUMBERS =
            Set.of("sum", "extract", "date_part", "power", "factorial", "width_bucket");
    private static final Set<String> SEARCH_FUNCTIONS = Set.of(
            "to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery", "ts_headline");
    private static final Pattern SEARCH_CONFIGURATION = Pattern.compile("(pg_catalog\\.)?[a-z]+");
    private static final Pattern FOLDING = Pattern.compile("string_agg|array_agg|jsonb?_.*agg.*");
    /** What is folded into one value is taken for at least so many rows. */
    private static final double FOLDED = 101;

    /** Functions that give a bare literal the type of another argument, or make arrays, which do. */
    private static final Pattern KEEPING_TYPES = Pattern.compile("lag|lead|width_bucket|array_.*|trim_array");

    private static final Pattern VARIADIC = Pattern.compile("concat.*|.*json.*|format|num_nulls|num_nonnulls");

    private static final double SUM_FACTOR = 1_000;

    private final StatementCheck statement;
    private final ExpressionChecker expressions;
    private final QueryChecker queries;
    private final OpenedCodeRules opened;

    CallChecker(StatementCheck statement, ExpressionChecker expressions, QueryChecker queries, OpenedCodeRules opened) {
        this.statement = statement;
        this.expressions = expressions;
        this.queries = queries;
        this.opened = opened;
    }

    Typed check(Call call, Scope scope) {
        List<Routine> candidates = opened.candidates(call);
        boolean folds = candidates.isEmpty()
                ? AllowedFunctions.check(call) == Kind.AGGREGATE || call.withinGroup()
                : candidates.getFirst().aggregate();
        boolean aggregate = folds && call.over() == null;
        if (aggregate) {
            scope.shape().beginAggregate();
        }
        List<Typed> arguments = arguments(call, scope);
        List<Typed> keys = expressions.comparable(
                call.orderBy().stream().map(Query.SortKey::value).toList(), scope);
        if (aggregate) {
            scope.shape().endAggregate(call.function(), call.distinct(), call.star());
        }
        Expression filter = call.filter();
        Query.Window over = call.over();
        Call checked = new Call(
                null,
                call.function(),
                ExpressionChecker.expressions(arguments),
                call.variadic(),
                call.star(),
                call.distinct(),
                sortKeys(call, keys),
                call.withinGroup(),
                filter == null ? null : expressions.plain(filter, scope).expression(),
                over == null ? null : queries.window(over, scope),
                call.sqlSyntax());
        if (over != null) {
            statement.addComplexity(1);
        }
        if (KEEPING_TYPES.matcher(call.function()).matches()) {
            statement.keepTypes();
        }
        return opened.choose(call, candidates, arguments)
                .map(choice -> opened(checked, choice, arguments))
                .orElseGet(() -> builtIn(call, checked, arguments, keys));
    }

    /** A call in FROM of an opened function that returns rows; empty when it is another function. */
    Optional<OpenedRows> rows(Call call, Scope scope) {
        List<Routine> candidates = opened.rowFunctions(call);
        return candidates.isEmpty()
                ? Optional.empty()
                : opened.choose(call, candidates, arguments(call, scope))
                        .map(choice -> new OpenedRows(
                                call.of(choice.routine().name().schema(), choice.arguments()), choice.routine()));
    }

    /** The call as it is printed, and what it means. */
    record OpenedRows(Call call, Routine routine) {}

    /** A call of one of PostgreSQL's own functions. */
    private Typed builtIn(Call call, Call checked, List<Typed> arguments, List<Typed> keys) {
        AllowedFunctions.check(call);
        if (call.sqlSyntax()
                && !SQL_SYNTAX
                        .getOrDefault(call.function(), Set.of())
                        .contains(call.arguments().size())) {
            throw TreeNode.unexpected("the special syntax of " + call.function());
        }
        boolean counts = call.function().equals("count");
        boolean extended = arguments.stream().anyMatch(argument -> argument.extension() != null);
        if (extended && !counts && opened.builtIn(call, arguments).isEmpty()) {
            arguments.forEach(expressions::refuseOpaque);
        }
        double size = checkArguments(checked, arguments);
        if (call.withinGroup() && keys.stream().anyMatch(key -> key.extension() != null)) {
            return opened.withinGroup(checked, arguments, keys);
        }
        Typed typed = typed(call, checked, arguments);
        return size > 0 ? typed.withSize(size) : typed;
    }

    /** A call of what the owner opened. */
    private Typed opened(Call checked, OpenedCodeRules.Choice choice, List<Typed> arguments) {
        if (!choice.routine().bySignature()) {
            checkArguments(checked, arguments);
        }
        return choice.value().apply(checked.of(choice.routine().name().schema(), choice.arguments()));
    }

    private static List<Query.SortKey> sortKeys(Call call, List<Typed> values) {
        List<Query.SortKey> keys = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Query.SortKey key = call.orderBy().get(i);
            keys.add(new Query.SortKey(values.get(i).expression(), key.direction(), key.nulls()));
        }
        return keys;
    }

    /** count of a column does nothing with its values, so it may be of an extension's type. */
    private List<Typed> arguments(Call call, Scope scope) {
        boolean onlyCounts = call.function().equals("count")
                && !call.distinct()
                && call.orderBy().isEmpty();
        List<Typed> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            if (arguments.size() == 1 && takesPath(call)) {
                arguments.add(expressions.json().path(argument, scope));
            } else {
                arguments.add(
                        onlyCounts ? expressions.check(argument, scope) : expressions.comparable(argument, scope));
            }
        }
        return arguments;
    }

    private static boolean takesPath(Call call) {
        return call.schema() == null && call.function().startsWith("jsonb_path_");
    }

    /** The size of the result, or 0 when it is the sum of the arguments' sizes. */
    private double checkArguments(Call call, List<Typed> arguments) {
        int count = arguments.size();
        ResourceRules resources = statement.resources();
        String function = call.function();
        checkForm(call);
        resources.called(function);
        if (function.startsWith("regexp_") && count > 1) {
            PatternRules.check(call.arguments().get(1));
            resources.unnested(
                    AllowedFunctions.makesRows(function) ? arguments.getFirst().size() : 1);
        } else if (function.equals("substring") && count > 1) {
            substring(arguments);
        } else if (takesPath(call) && count > 1) {
            PatternRules.checkJsonPath(call.arguments().get(1));
        } else if (ResourceRules.isRepeat(function) && count > 1) {
            return resources.repeat(function, arguments.getFirst(), arguments.get(1));
        } else if ((function.equals("power") || function.equals("pow")) && count == 2) {
            resources.power(arguments.getFirst(), arguments.getLast());
        } else if ((function.equals("round") || function.equals("trunc")) && count == 2) {
            resources.digits(arguments.getLast());
        } else if (function.equals("exp") && count == 1) {
            resources.exponential(arguments.getFirst());
        } else if (function.equals("factorial") && count == 1) {
            resources.factorial(arguments.getFirst());
        } else if (function.equals("array_fill") && count > 1) {
            return resources.arrayFill(arguments.getFirst(), arguments.get(1));
        } else if (function.equals("generate_series")) {
            return resources.series(arguments);
        } else if (function.equals("unnest") && count == 1) {
            resources.unnested(arguments.getFirst().size());
        } else if (function.equals("format") && count > 0) {
            resources.format(arguments.getFirst());
        } else if (AllowedFunctions.makesRows(function) && count > 0) {
            resources.unnested(arguments.getFirst().size() / SHORTEST_ELEMENT);
        } else if (SEARCH_FUNCTIONS.contains(function) && count > 1) {
            searchConfiguration(call, arguments);
        }
        return sizeOf(call, arguments);
    }

    private static void checkForm(Call call) {
        String function = call.function();
        if (call.arguments().stream().anyMatch(Expression.NamedArgument.class::isInstance)
                && !function.startsWith("make_")) {
            throw TreeNode.unexpected("arguments by name for " + function);
        }
        if (call.variadic() && !VARIADIC.matcher(function).matches()) {
            throw TreeNode.unexpected("VARIADIC for " + function);
        }
    }

    private double sizeOf(Call call, List<Typed> arguments) {
        String function = call.function();
        double sum = arguments.stream().mapToDouble(Typed::size).sum();
        if (REPLACING.contains(function) && arguments.size() > 2) {
            return arguments.getFirst().size() * Math.max(1, arguments.get(2).size());
        }
        if (PUTTING_BETWEEN.contains(function) && arguments.size() > 1) {
            boolean separatorFirst = function.equals("concat_ws");
            double separator = separatorFirst
                    ? arguments.getFirst().size()
                    : sum - arguments.getFirst().size();
            double places = call.variadic() || !separatorFirst ? sum - separator : arguments.size();
            return sum + Math.max(1, separator) * Math.max(1, places);
        }
        if (function.equals("format") && arguments.size() > 1) {
            return 2 * sum * ResourceRules.placesIn(arguments.getFirst());
        }
        if (ESCAPING.contains(function)) {
            return 2 * sum;
        }
        if (function.equals("jsonb_pretty")) {
            // Each level is set in by four.
            return sum * Math.max(2, sum / 10);
        }
        if (FOLDING.matcher(function).matches()) {
            return FOLDED * sum;
        }
        return COUNTS.contains(function) ? 1 : 0;
    }

    /** Of a text takes a regular expression, of a text and an escape a pattern of SIMILAR TO, of a number a position. */
    private static void substring(List<Typed> arguments) {
        Typed second = arguments.get(1);
        boolean similar = arguments.size() > 2 && arguments.get(2).family() != Typed.Family.NUMBER;
        if (second.family() != Typed.Family.NUMBER) {
            PatternRules.checkSimilar(
                    second.expression(), similar ? arguments.get(2).expression() : null);
        }
    }

    /**
     * A search configuration of the owner could run the owner's code; PostgreSQL's own are single words. What is no word must
     * be the document that ts_headline begins with: a literal can name a configuration, also by its number or in quotes.
     */
    private static void searchConfiguration(Call call, List<Typed> arguments) {
        Typed first = arguments.getFirst();
        boolean word = first.expression() instanceof Literal literal
                && literal.isString()
                && SEARCH_CONFIGURATION.matcher(literal.text()).matches();
        boolean document = call.function().equals("ts_headline")
                && (arguments.size() == 2
                        || isSearch(arguments.get(1).expression())
                        || (first.family() == Typed.Family.TEXT && !OpenedCodeRules.isBare(first.expression())));
        if (!word && !document) {
            throw new Refusal(
                    RejectionCode.FUNCTION_NOT_ALLOWED, call.function() + " with a configuration that is no word");
        }
    }

    /** Whether the value can be of no type but tsquery. */
    private static boolean isSearch(Expression value) {
        return switch (value) {
            case Call call -> call.function().endsWith("to_tsquery");
            case Expression.Cast(Expression _, TypeReference type) ->
                type.name().equals("tsquery");
            default -> false;
        };
    }

    private Typed typed(Call call, Call checked, List<Typed> arguments) {
        String function = call.function();
        if (!function.equals("count") && arguments.stream().anyMatch(argument -> argument.extension() != null)) {
            return opened.builtIn(call, arguments)
                    .map(value -> value.apply(checked))
                    .orElseGet(() -> Typed.of(checked));
        }
        double largest = arguments.stream().mapToDouble(Typed::magnitude).max().orElse(1);
        Typed first = arguments.isEmpty() ? Typed.of(checked) : arguments.getFirst();
        if (LENGTHS.contains(function)) {
            return Typed.number(checked, Math.max(1, first.size()));
        }
        if (COUNTS.contains(function)) {
            return Typed.number(checked, Math.max(1, function.equals("random") ? largest : 1));
        }
        if (SAME_SIZE.contains(function)) {
            return new Typed(checked, false, largest, first.family(), null);
        }
        if (NUMBERS.contains(function)) {
            boolean epoch = !function.equals("sum")
                    && first.expression() instanceof Literal field
                    && field.text().equalsIgnoreCase("epoch");
            double magnitude = function.equals("sum") ? largest * SUM_FACTOR : epoch ? Typed.UNKNOWN : 1;
            return Typed.number(
                    checked, function.equals("power") || function.equals("factorial") ? Typed.UNKNOWN : magnitude);
        }
        if (ShapeBuilder.keepsColumn(function) && arguments.size() == 1) {
            return new Typed(checked, false, Typed.UNKNOWN, Typed.Family.TEXT, first.column());
        }
        return Typed.of(checked);
    }
}

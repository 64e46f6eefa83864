package dev.sayql.sql;

import dev.sayql.sql.Catalog.TypeName;
import dev.sayql.sql.Expression.Call;
import dev.sayql.sql.Expression.Literal;
import dev.sayql.sql.OpenedCode.Operator;
import dev.sayql.sql.OpenedCode.Routine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a statement may do with what the owner opened. What runs has pg_catalog as its only search path, so whatever is
 * used of another schema is printed with it: a function as {@code schema.f(…)}, an operator as {@code OPERATOR(schema.=)}. A
 * function opened by signature gets its arguments cast to exactly that signature, so that no overload can be meant.
 */
final class OpenedCodeRules {

    /** What takes text and nothing else, and so also a value of an extension that turns into text by itself. */
    private static final Set<String> TAKE_TEXT = Set.of("""
            lower upper initcap length char_length character_length octet_length left right btrim ltrim rtrim lpad rpad
            reverse concat concat_ws string_agg md5 starts_with position to_json to_jsonb json_agg jsonb_agg
            json_build_object jsonb_build_object json_build_array jsonb_build_array json_object_agg jsonb_object_agg
            """.strip().split("\\s+"));

    /** What gives back its first argument as it is. */
    private static final Set<String> KEEP_TYPE =
            Set.of("lag", "lead", "first_value", "last_value", "nth_value", "any_value");

    /** Where a value would stand among those of a group. */
    private static final Set<String> PLACES = Set.of("rank", "dense_rank", "percent_rank", "cume_dist");

    private final OpenedCode opened;
    private final Catalog catalog;
    private final List<String> searchPath;

    OpenedCodeRules(Rules rules) {
        this.opened = rules.openedCode();
        this.catalog = rules.catalog();
        this.searchPath = catalog.searchPath();
    }

    /** What the opened routines make of a call: which one it is, the arguments as they are printed, and its value. */
    record Choice(Routine routine, List<Expression> arguments, Function<Expression, Typed> value) {}

    /** The opened routines of one value that the call may mean; empty when it can only mean one of PostgreSQL's own. */
    List<Routine> candidates(Call call) {
        return opened.routines(call, searchPath).stream()
                .filter(routine -> routine.rows().isEmpty())
                .toList();
    }

    /** The opened functions of rows that a call in FROM may mean. */
    List<Routine> rowFunctions(Call call) {
        return opened.routines(call, searchPath).stream()
                .filter(routine -> routine.rows().isPresent())
                .toList();
    }

    /**
     * The one that is meant, or empty when it is one of PostgreSQL's own after all.
     *
     * @throws Refusal when that is not plain
     */
    Optional<Choice> choose(Call call, List<Routine> candidates, List<Typed> arguments) {
        boolean listed = call.schema() == null && AllowedFunctions.isListed(call.function());
        boolean extended = arguments.stream().anyMatch(argument -> argument.extension() != null);
        if (listed && !extended) {
            return Optional.empty();
        }
        List<Routine> fitting =
                candidates.stream().filter(routine -> fits(routine, arguments)).toList();
        if (fitting.isEmpty() && listed) {
            return Optional.empty();
        }
        boolean bySignature = fitting.stream().anyMatch(Routine::bySignature);
        if (fitting.isEmpty() || (bySignature && fitting.size() > 1) || isDecorated(call, fitting.getFirst())) {
            throw new Refusal(RejectionCode.FUNCTION_NOT_ALLOWED, call.function() + " with these arguments");
        }
        Routine first = fitting.getFirst();
        List<Expression> printed = bySignature ? cast(arguments, first) : ExpressionChecker.expressions(arguments);
        return Optional.of(new Choice(
                first,
                printed,
                expression ->
                        value(expression, fitting.stream().map(Routine::result).toList())));
    }

    /**
     * An opened type must stand where the routine takes it; of an extension's routine it must stand somewhere, and all else be
     * of the type that is taken, as it is not cast.
     */
    private static boolean fits(Routine routine, List<Typed> arguments) {
        boolean extended = routine.bySignature();
        for (int i = 0; i < arguments.size(); i++) {
            Typed argument = arguments.get(i);
            boolean cast = routine.bySignature() && argument.extension() == null;
            if (!cast && !takes(routine.arguments().get(i), argument)) {
                return false;
            }
            extended |= argument.extension() != null;
        }
        return extended;
    }

    private static boolean isDecorated(Call call, Routine routine) {
        boolean folds = call.distinct()
                || call.filter() != null
                || call.over() != null
                || !call.orderBy().isEmpty();
        boolean special = call.variadic() || call.star() || call.sqlSyntax() || call.withinGroup();
        boolean named = call.arguments().stream().anyMatch(Expression.NamedArgument.class::isInstance);
        return special || named || (folds && !routine.aggregate());
    }

    private List<Expression> cast(List<Typed> arguments, Routine routine) {
        List<Expression> cast = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            TypeName argument = routine.arguments().get(i);
            TypeReference type = TypeReference.of(argument);
            if (!opened.opens(argument)) {
                type = AllowedTypes.check(type, catalog);
            }
            Expression value = arguments.get(i).expression();
            boolean already = value instanceof Expression.Cast(var _, TypeReference own) && own.equals(type);
            cast.add(already ? value : new Expression.Cast(value, type));
        }
        return cast;
    }

    /**
     * What is known of the value of one of PostgreSQL's functions that takes a value of an opened type; empty when it may not.
     */
    Optional<Function<Expression, Typed>> builtIn(Call call, List<Typed> arguments) {
        if (KEEP_TYPE.contains(call.function())) {
            TypeName first = arguments.getFirst().extension();
            boolean only = first != null
                    && arguments.stream()
                            .skip(1)
                            .noneMatch(argument -> argument.extension() != null || isBare(argument.expression()));
            return only ? Optional.of(expression -> value(expression, List.of(first))) : Optional.empty();
        }
        boolean text = TAKE_TEXT.contains(call.function())
                && arguments.stream()
                        .allMatch(argument ->
                                argument.extension() == null || argument.family() == Typed.Family.SHOWN_AS_TEXT);
        return text ? Optional.of(Typed::of) : Optional.empty();
    }

    /**
     * A call of PostgreSQL's own that orders values of an opened type WITHIN GROUP. The order is that of the type itself, which
     * no search path changes; what stands before must not give it another type, nor ask for several values at once.
     *
     * @throws Refusal when that is not plain
     */
    Typed withinGroup(Call call, List<Typed> arguments, List<Typed> keys) {
        TypeName type = keys.getFirst().extension();
        boolean one = keys.size() == 1 && type != null;
        boolean isValue = one
                && (call.function().equals("mode")
                        || (call.function().equals("percentile_disc")
                                && arguments.stream().allMatch(argument -> argument.family() == Typed.Family.NUMBER)));
        if (isValue) {
            return value(call, List.of(type));
        }
        boolean ranks = PLACES.contains(call.function())
                && arguments.size() == keys.size()
                && IntStream.range(0, keys.size())
                        .allMatch(i -> keys.get(i).extension() == null
                                || isBare(arguments.get(i).expression()));
        if (!ranks) {
            throw new Refusal(RejectionCode.OPAQUE_COLUMN, "in " + call.function() + " WITHIN GROUP");
        }
        return Typed.number(call, 1);
    }

    /** Whether an opened extension has an operator of this name. */
    boolean knows(String symbol) {
        return opened.operators().stream()
                .anyMatch(operator -> operator.symbol().equals(symbol));
    }

    /**
     * The operation with the extension's operator, when it has one for these sides; empty when PostgreSQL's own is meant.
     *
     * @param schema what the statement names, if it names one
     * @throws Refusal when neither is plain
     */
    Optional<Typed> operation(@Nullable String schema, String symbol, @Nullable Typed left, Typed right) {
        boolean extended = isExtended(left) || isExtended(right);
        if (schema == null && !extended) {
            return Optional.empty();
        }
        List<Operator> fitting = opened.operators().stream()
                .filter(operator -> operator.symbol().equals(symbol)
                        && (schema == null
                                ? searchPath.contains(operator.schema())
                                : operator.schema().equals(schema))
                        && operator.left().isPresent() == (left != null)
                        && (left == null || takes(operator.left().orElseThrow(), left))
                        && takes(operator.right(), right))
                .toList();
        boolean oneSchema = fitting.stream().map(Operator::schema).distinct().count() == 1;
        if (oneSchema && extended) {
            Expression printed = new Expression.SchemaOperation(
                    fitting.getFirst().schema(), symbol, left == null ? null : left.expression(), right.expression());
            return Optional.of(
                    value(printed, fitting.stream().map(Operator::result).toList()));
        }
        if (schema != null) {
            throw new Refusal(RejectionCode.OPERATOR_NOT_ALLOWED, "OPERATOR(" + schema + "." + symbol + ")");
        }
        if (!isShownAsText(left) || !isShownAsText(right)) {
            throw new Refusal(RejectionCode.OPAQUE_COLUMN, "the operator " + symbol + " with these operands");
        }
        return Optional.empty();
    }

    private static boolean isExtended(@Nullable Typed side) {
        return side != null && side.extension() != null;
    }

    private static boolean isShownAsText(@Nullable Typed side) {
        return side == null || side.extension() == null || side.family() == Typed.Family.SHOWN_AS_TEXT;
    }

    /** A value of an opened type is taken as such; a bare literal by whatever type the other side asks for. */
    private static boolean takes(TypeName type, Typed side) {
        if (side.extension() != null) {
            return type.equals(side.extension());
        }
        if (isBare(side.expression())) {
            return true;
        }
        return switch (side.family()) {
            case NUMBER -> AllowedTypes.isNumber(type);
            case TEXT -> AllowedTypes.isText(type);
            case SHOWN_AS_TEXT, OTHER -> AllowedTypes.isListed(type);
        };
    }

    static boolean isBare(Expression expression) {
        return Expression.withoutCollation(expression) instanceof Literal literal
                && (literal.isString() || literal.kind() == Expression.LiteralKind.NULL);
    }

    /** A value of one of these types: of an opened one only when all are the same. */
    private Typed value(Expression expression, List<TypeName> results) {
        TypeName first = results.getFirst();
        boolean same = results.stream().allMatch(first::equals);
        if (same && opened.opens(first)) {
            return Typed.ofExtension(expression, first);
        }
        boolean opaque = results.stream().anyMatch(TypeName::isOpaque);
        Typed.Family family = same && !opaque ? AllowedTypes.family(first) : Typed.Family.OTHER;
        return new Typed(expression, opaque, Typed.UNKNOWN, family, null);
    }
}

package dev.sayql.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses recursive queries that nothing stops, or that double a text or an array at every step. */
final class RecursionRules {

    private static final double MAXIMUM_STEPS = 1_000_000;
    /** What makes numbers and times of numbers and times, or nothing longer of a text. */
    private static final Set<String> SAME_LENGTH = Set.of("""
            abs ceil ceiling floor round trunc sign sqrt cbrt exp ln log power mod div gcd lcm date_trunc date_part extract
            date make_date make_interval age timezone now length char_length cardinality array_length position strpos
            lower upper trim btrim ltrim rtrim left right substring substr split_part to_date to_timestamp array_position
            count sum avg min max row_number rank dense_rank lag lead
            """.strip().split("\\s+"));

    private static final Set<String> MULTIPLYING =
            Set.of("replace", "regexp_replace", "translate", "repeat", "format", "string_agg", "array_agg");

    private RecursionRules() {}

    /** The branch must read a relation, which ends, or stop at a condition; a literal in it bounds the number of steps. */
    static void check(Query branch, CommonTables.Entry entry, boolean readsRelation) {
        if (!(branch instanceof Query.Select select)) {
            throw TreeNode.unexpected("a recursive branch that is not a plain SELECT");
        }
        List<Range.Column> columns = entry.columns().orElse(List.of());
        List<String> names = columns.stream().map(Range.Column::name).toList();
        RecursionName own = RecursionName.in(select, entry.table().name(), names);
        boolean steps = select.targets().stream().noneMatch(target -> isDrawn(target.value()));
        RecursionEnd end = new RecursionEnd(select, own, readsRelation);
        boolean follows = readsRelation && (entry.isFollowed() || own.aliases().isEmpty());
        if (!follows && !(steps && conditions(select).stream().anyMatch(condition -> end.ends(condition, false)))) {
            throw new Refusal(
                    RejectionCode.RESOURCE_LIMIT,
                    "the recursive query " + entry.table().name() + " has no condition that ends it");
        }
        refuseBranching(select, entry);
        Set<String> growing = growingColumns(select, own);
        select.targets().forEach(target -> refuseGrowth(target.value(), growing, own));
    }

    /** A step that makes several rows of one makes their number grow without bound. */
    private static void refuseBranching(Query.Select select, CommonTables.Entry entry) {
        double steps = Math.min(MAXIMUM_STEPS, smallestBound(select.where()));
        boolean explodes = entry.branching() > 1 && Math.pow(entry.branching(), steps) > RowEstimate.MAXIMUM_PRODUCT;
        if (explodes || select.targets().stream().anyMatch(target -> makesRows(target.value()))) {
            throw new Refusal(
                    RejectionCode.RESOURCE_LIMIT, "a recursion that makes several rows of each at every step");
        }
    }

    /** Whether the query makes no more rows than one table has. */
    static boolean readsOneTable(Query query) {
        return query instanceof Query.Select select
                && select.from().size() == 1
                && select.from().getFirst() instanceof FromItem.Table table
                && table.schema() != null
                && select.targets().stream().noneMatch(target -> makesRows(target.value()));
    }

    /** Whether a function makes several rows, and not of what is stored. */
    private static boolean makesRows(Expression target) {
        return ExpressionWalk.any(
                target,
                part -> part instanceof Expression.Call call
                        && AllowedFunctions.makesRows(call.function())
                        && (call.arguments().isEmpty()
                                || !isStored(call.arguments().getFirst())));
    }

    private static boolean isStored(Expression value) {
        return switch (value) {
            case Expression.Name _ -> true;
            case Expression.Cast cast -> isStored(cast.value());
            case Expression.Operation operation ->
                operation.left() != null && operation.operator().startsWith("-") && isStored(operation.left());
            default -> false;
        };
    }

    private static double smallestBound(@Nullable Expression condition) {
        double[] smallest = {Double.POSITIVE_INFINITY};
        ExpressionWalk.visit(condition, part -> {
            if (part instanceof Expression.Operation operation
                    && AllowedOperators.isComparison(operation.operator())
                    && operation.right() instanceof Expression.Literal literal
                    && literal.isNumber()) {
                smallest[0] = Math.min(smallest[0], Numbers.magnitude(literal));
            }
        });
        return smallest[0];
    }

    /** The columns that become longer at each step, themselves or with one that does. */
    private static Set<String> growingColumns(Query.Select select, RecursionName own) {
        List<String> columns = own.columns();
        Set<String> growing = new HashSet<>();
        int before;
        do {
            before = growing.size();
            for (int i = 0; i < Math.min(columns.size(), select.targets().size()); i++) {
                String name = columns.get(i);
                ExpressionWalk.visit(select.targets().get(i).value(), part -> {
                    if (puts(part) || (part instanceof Expression.Name used && growing.contains(used.last()))) {
                        growing.add(name);
                    }
                });
            }
        } while (growing.size() > before);
        return growing;
    }

    private static boolean puts(Expression part) {
        return joins(part)
                || part instanceof Expression.ArrayLiteral
                || part instanceof Expression.Row
                || part instanceof Expression.Json
                || (part instanceof Expression.Call call && !SAME_LENGTH.contains(call.function()));
    }

    /** What must hold for every row that a step makes. */
    private static List<Expression> conditions(Query.Select select) {
        List<Expression> conditions = new ArrayList<>();
        if (select.where() != null) {
            conditions.add(select.where());
        }
        select.from().forEach(item -> addConditions(item, conditions));
        return conditions;
    }

    private static void addConditions(FromItem item, List<Expression> conditions) {
        if (item instanceof FromItem.Join join && join.type() == FromItem.JoinType.INNER) {
            if (join.on() != null) {
                conditions.add(join.on());
            }
            addConditions(join.left(), conditions);
            addConditions(join.right(), conditions);
        }
    }

    /** Whether the value is drawn anew at each step, so that no bound on it is ever reached for sure. */
    private static boolean isDrawn(Expression target) {
        return ExpressionWalk.any(
                target,
                part -> part instanceof Expression.Call call
                        && Set.of("random", "random_normal").contains(call.function()));
    }

    private static void refuseGrowth(Expression target, Set<String> growing, RecursionName own) {
        ExpressionWalk.visit(target, part -> {
            int uses = uses(part, growing, own);
            boolean multiplies = part instanceof Expression.Call call && MULTIPLYING.contains(call.function());
            if ((puts(part) && uses > 1) || (multiplies && uses > 0)) {
                throw new Refusal(RejectionCode.RESOURCE_LIMIT, "a value that grows many times over at every step");
            }
        });
    }

    private static boolean joins(Expression part) {
        return part instanceof Expression.Operation operation
                && operation.operator().equals("||");
    }

    private static int uses(Expression expression, Set<String> growing, RecursionName own) {
        int[] count = {0};
        ExpressionWalk.visit(expression, part -> {
            if (part instanceof Expression.Name name) {
                boolean grows = own.isHidden() || (growing.contains(name.last()) && own.isOf(name));
                count[0] += grows ? 1 : 0;
            }
        });
        return count[0];
    }
}

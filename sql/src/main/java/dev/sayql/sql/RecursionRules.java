package dev.sayql.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses recursive queries that nothing stops, or that double a text or an array at every step. */
final class RecursionRules {

    private static final double MAXIMUM_STEPS = 1_000_000;
    private static final Set<String> GROWING = Set.of(
            "concat",
            "concat_ws",
            "replace",
            "regexp_replace",
            "format",
            "array_cat",
            "jsonb_concat",
            "string_agg",
            "array_agg",
            "json_agg",
            "jsonb_agg");
    private static final Set<String> MULTIPLYING =
            Set.of("replace", "regexp_replace", "translate", "repeat", "format", "string_agg", "array_agg");

    private RecursionRules() {}

    /** The branch must read a relation, which ends, or stop at a condition; a literal in it bounds the number of steps. */
    static void check(Query branch, CommonTables.Entry entry, boolean readsRelation) {
        if (!(branch instanceof Query.Select select)) {
            throw TreeNode.unexpected("a recursive branch that is not a plain SELECT");
        }
        if (!readsRelation && !stops(select)) {
            throw new Refusal(
                    RejectionCode.RESOURCE_LIMIT,
                    "the recursive query " + entry.table().name() + " has no condition that ends it");
        }
        Set<String> growing = growingColumns(select, entry.columns().orElse(List.of()));
        Set<String> aliases = new HashSet<>();
        select.from().forEach(item -> addAliases(item, entry.table().name(), aliases));
        select.targets().forEach(target -> refuseGrowth(target.value(), growing, aliases));
    }

    /** The columns that become longer at each step. */
    private static Set<String> growingColumns(Query.Select select, List<Range.Column> columns) {
        Set<String> growing = new HashSet<>();
        for (int i = 0; i < Math.min(columns.size(), select.targets().size()); i++) {
            String name = columns.get(i).name();
            ExpressionWalk.visit(select.targets().get(i).value(), part -> {
                if (joins(part) || GROWING.contains(function(part)) || MULTIPLYING.contains(function(part))) {
                    growing.add(name);
                }
            });
        }
        return growing;
    }

    private static void addAliases(FromItem item, String name, Set<String> aliases) {
        if (item instanceof FromItem.Join join) {
            addAliases(join.left(), name, aliases);
            addAliases(join.right(), name, aliases);
        } else if (item instanceof FromItem.Table table
                && table.schema() == null
                && table.name().equals(name)) {
            FromItem.Alias alias = table.alias();
            aliases.add(alias == null ? name : alias.name());
        }
    }

    /** Whether some condition compares; one that only bounds from below needs a column that goes down. */
    private static boolean stops(Query.Select select) {
        boolean[] found = {false, false};
        ExpressionWalk.visit(select.where(), part -> {
            if (part instanceof Expression.Operation operation && AllowedOperators.isComparison(operation.operator())) {
                Expression left = operation.left();
                boolean above = operation.operator().startsWith(">");
                boolean below = operation.operator().startsWith("<")
                        && !operation.operator().equals("<>");
                boolean fromLeft = isBound(left, operation.right());
                boolean fromRight = isBound(operation.right(), left);
                found[0] |= (fromLeft && !above) || (fromRight && !below);
                found[1] |= fromLeft || fromRight;
            } else if (part instanceof Expression.Between between) {
                found[0] |= isBound(between.value(), between.high());
            } else if (part instanceof Expression.InList || part instanceof Expression.NullTest) {
                found[0] = true;
            }
        });
        return found[0] || (found[1] && select.targets().stream().anyMatch(target -> goesDown(target.value())));
    }

    private static boolean goesDown(Expression target) {
        boolean[] found = {false};
        ExpressionWalk.visit(
                target,
                part -> found[0] |= part instanceof Expression.Operation operation
                        && Set.of("-", "/").contains(operation.operator()));
        return found[0];
    }

    private static boolean isBound(@Nullable Expression value, @Nullable Expression bound) {
        boolean[] names = {false};
        ExpressionWalk.visit(value, part -> names[0] |= part instanceof Expression.Name);
        if (bound instanceof Expression.Literal literal && literal.isNumber() && names[0]) {
            if (Numbers.magnitude(literal) > MAXIMUM_STEPS) {
                throw new Refusal(RejectionCode.RESOURCE_LIMIT, "recursion up to " + literal.text());
            }
            return true;
        }
        return names[0] && bound != null;
    }

    private static void refuseGrowth(Expression target, Set<String> growing, Set<String> aliases) {
        ExpressionWalk.visit(target, part -> {
            boolean joins = joins(part) || GROWING.contains(function(part));
            int uses = uses(part, growing, aliases);
            if ((joins && uses > 1) || (MULTIPLYING.contains(function(part)) && uses > 0)) {
                throw new Refusal(RejectionCode.RESOURCE_LIMIT, "a value that grows many times over at every step");
            }
        });
    }

    private static boolean joins(Expression part) {
        return part instanceof Expression.Operation operation
                && operation.operator().equals("||");
    }

    private static String function(Expression part) {
        return part instanceof Expression.Call call ? call.function() : "";
    }

    private static int uses(Expression expression, Set<String> growing, Set<String> aliases) {
        int[] count = {0};
        ExpressionWalk.visit(expression, part -> {
            if (part instanceof Expression.Name name && growing.contains(name.last())) {
                boolean own = name.parts().size() == 1
                        || aliases.contains(name.parts().getFirst());
                count[0] += own ? 1 : 0;
            }
        });
        return count[0];
    }
}

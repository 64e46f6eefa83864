package dev.sayql.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a recursive query and its columns are called in the FROM clause of its own step. Immutable.
 *
 * @param aliases its names; none when it stands in a subquery
 * @param columns the names of its columns there, in its own order; none when other names may stand for them
 */
record RecursionName(Set<String> aliases, List<String> columns) {

    RecursionName {
        aliases = Set.copyOf(aliases);
        columns = List.copyOf(columns);
    }

    /** Looks for the query of this name and these columns. */
    static RecursionName in(Query.Select step, String name, List<String> columns) {
        Set<String> aliases = new HashSet<>();
        List<String> seen = new ArrayList<>();
        step.from().forEach(item -> find(item, name, columns, aliases, seen));
        return new RecursionName(aliases, seen);
    }

    private static void find(FromItem item, String name, List<String> columns, Set<String> aliases, List<String> seen) {
        if (item instanceof FromItem.Join join) {
            Set<String> inside = new HashSet<>();
            find(join.left(), name, columns, inside, seen);
            find(join.right(), name, columns, inside, seen);
            FromItem.Alias alias = join.alias();
            if (alias != null && !inside.isEmpty()) {
                inside = Set.of(alias.name());
                if (!alias.columns().isEmpty()) {
                    seen.clear();
                }
            }
            aliases.addAll(inside);
        } else if (item instanceof FromItem.Table table
                && table.schema() == null
                && table.name().equals(name)) {
            FromItem.Alias alias = table.alias();
            aliases.add(alias == null ? name : alias.name());
            List<String> given = alias == null ? List.of() : alias.columns();
            seen.addAll(given);
            seen.addAll(columns.subList(Math.min(given.size(), columns.size()), columns.size()));
        }
    }

    /** Whether any name may mean a column of the query. */
    boolean isHidden() {
        return columns.isEmpty();
    }

    /** Whether the name may mean a column of the query, when the query has one that is called so. */
    boolean isOf(Expression.Name name) {
        return name.parts().size() == 1 || aliases.contains(name.parts().getFirst());
    }
}

package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.SqlQuoting;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The FROM clause of one SELECT while it is written: which ranges it has, what they are called, how they are joined. A
 * range that is asked for is joined along the keys from those already there. For one use by one thread.
 */
final class Scope {

    /** Gives out names, each once in a statement. */
    static final class Names {
        private final Set<String> taken = new TreeSet<>();

        String of(Expression.Range range) {
            StringBuilder initials = new StringBuilder();
            for (String word : NamePhrases.wordsOf(range.table().name(), Set.of())) {
                initials.append(word.charAt(0));
            }
            String base = initials.toString().replaceAll("[^a-z]", "");
            String name = base.isEmpty() || !SqlQuoting.identifier(base).equals(base) ? "t" : base;
            String free = name;
            for (int next = 2; !taken.add(free); next++) {
                free = name + next;
            }
            return free;
        }
    }

    private final Keys keys;
    private final Names names;
    private final Optional<Scope> outer;
    private final Map<Expression.Range, String> aliases = new LinkedHashMap<>();
    private final List<String> from = new ArrayList<>();
    private final Map<Expression.Range, String> seen = new HashMap<>();

    Scope(Keys keys, Names names, Optional<Scope> outer) {
        this.keys = keys;
        this.names = names;
        this.outer = outer;
    }

    /** Begins the FROM clause. */
    void start(Expression.Range range) {
        from.add("FROM " + declared(range));
    }

    /** The name of a range; joins it first when it is not there yet. */
    String alias(Expression.Range range) {
        String known = aliases.get(range);
        if (known != null) {
            return known;
        }
        Optional<String> outside = outer.flatMap(scope -> Optional.ofNullable(scope.aliases.get(range)));
        if (outside.isPresent() && keys.path(tables(), range.table()).isEmpty()) {
            return outside.get();
        }
        connect(range);
        return seen.getOrDefault(range, "?");
    }

    private Set<TableName> tables() {
        Set<TableName> tables = new TreeSet<>();
        aliases.keySet().forEach(range -> tables.add(range.table()));
        return tables;
    }

    private void connect(Expression.Range range) {
        if (range.number() > 0) {
            connectParent(range);
            return;
        }
        if (range.through().isPresent()) {
            connectThrough(range, range.through().get());
            return;
        }
        Expression.Range first = aliases.keySet().iterator().next();
        Optional<Path> near = keys.pathToOne(first.table(), range.table());
        Optional<Path> plain = keys.path(tables(), range.table()).filter(way -> !way.isToMany() && !keys.isByRole(way));
        Optional<Path> path = near.filter(way -> plain.isEmpty() || !keys.isByRole(way))
                .or(() -> plain)
                .or(() -> keys.path(tables(), range.table()));
        if (path.isEmpty()) {
            // Never answered: a query whose tables cannot be joined has been noted as a problem before.
            declared(range);
            return;
        }
        path.get().steps().forEach(this::join);
    }

    /** A row without a parent stays. */
    private void connectParent(Expression.Range range) {
        Expression.Range child = Expression.Range.of(range.table());
        String left = alias(child);
        keys.toParent(range.table())
                .ifPresent(edge -> from.add("LEFT JOIN " + declared(range) + " ON "
                        + equalities(left, edge.fromColumns(), aliases.getOrDefault(range, "?"), edge.toColumns())));
    }

    /** What a key column points to; a row that points nowhere stays. */
    private void connectThrough(Expression.Range range, ColumnName key) {
        String left = alias(Expression.Range.of(key.table()));
        keys.from(key.table()).stream()
                .filter(edge -> !edge.toMany() && edge.fromColumns().equals(List.of(key.column())))
                .findFirst()
                .ifPresent(edge -> from.add("LEFT JOIN " + declared(range) + " ON "
                        + equalities(left, edge.fromColumns(), aliases.getOrDefault(range, "?"), edge.toColumns())));
    }

    /** Adds the range at the end of a step. */
    void join(Path.Step step) {
        if (aliases.containsKey(step.to())) {
            return;
        }
        String left = aliases.getOrDefault(step.from(), "?");
        String declared = declared(step.to());
        from.add("JOIN " + declared + " ON "
                + equalities(left, step.fromColumns(), aliases.getOrDefault(step.to(), "?"), step.toColumns()));
    }

    private String declared(Expression.Range range) {
        String alias = names.of(range);
        aliases.put(range, alias);
        seen.put(range, alias);
        return SqlQuoting.identifier(range.table().schema()) + "."
                + SqlQuoting.identifier(range.table().name()) + " AS " + alias;
    }

    String text(String indent) {
        return String.join("\n" + indent, from);
    }

    static String equalities(String left, List<String> leftColumns, String right, List<String> rightColumns) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < leftColumns.size(); index++) {
            parts.add(right + "." + SqlQuoting.identifier(rightColumns.get(index)) + " = " + left + "."
                    + SqlQuoting.identifier(leftColumns.get(index)));
        }
        return String.join(" AND ", parts);
    }
}

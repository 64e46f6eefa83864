package dev.sayql.sql;

import dev.sayql.sql.Catalog.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the owner of a database opened beside PostgreSQL's own: functions by signature, and types of extensions with the
 * functions and operators that take them. Whoever makes one vouches that nothing in it writes, waits, or runs with the rights
 * of its owner. Immutable and thread-safe.
 *
 * @param types the opened types of extensions
 */
public record OpenedCode(List<Routine> routines, List<Operator> operators, Set<TypeName> types) {

    /** Nothing but PostgreSQL's own. */
    public static final OpenedCode NONE = new OpenedCode(List.of(), List.of(), Set.of());

    public OpenedCode {
        routines = List.copyOf(routines);
        operators = List.copyOf(operators);
        types = Set.copyOf(types);
    }

    /**
     * A function or aggregate.
     *
     * @param bySignature opened by itself, with exactly these arguments; otherwise as part of an extension, where one argument
     *     is of an opened type
     * @param rows of a function that returns rows and so stands in FROM only; empty when it returns one value
     */
    public record Routine(
            TableName name,
            List<TypeName> arguments,
            TypeName result,
            boolean aggregate,
            boolean bySignature,
            Optional<Rows> rows) {
        public Routine {
            arguments = List.copyOf(arguments);
        }

        /** A function or aggregate that returns one value. */
        public Routine(
                TableName name, List<TypeName> arguments, TypeName result, boolean aggregate, boolean bySignature) {
            this(name, arguments, result, aggregate, bySignature, Optional.empty());
        }
    }

    /**
     * What a function returns that returns rows.
     *
     * @param columns those with names of their own; none when it returns single values
     * @param estimate how many rows the planner takes it for
     */
    public record Rows(List<Catalog.Column> columns, double estimate) {
        public Rows {
            columns = List.copyOf(columns);
        }
    }

    /** An operator of an extension; a prefix operator has no left side. */
    public record Operator(String schema, String symbol, Optional<TypeName> left, TypeName right, TypeName result) {
        private static final Pattern SYMBOL = Pattern.compile("[-+*/<>=~!@#%^&|`?]{1,63}");

        public Operator {
            if (!SYMBOL.matcher(symbol).matches() || symbol.contains("--") || symbol.contains("/*")) {
                throw new IllegalArgumentException("an operator is made of PostgreSQL's marks");
            }
        }
    }

    /** The opened type of exactly this name. */
    Optional<TypeName> type(String schema, String name) {
        return types.stream()
                .filter(type -> type.schema().equals(schema) && type.name().equals(name))
                .findFirst();
    }

    /** The opened type that a name in a statement means. */
    Optional<TypeName> type(TypeReference named, List<String> searchPath) {
        if (named.dimensions() > 0 || !named.modifiers().isEmpty()) {
            return Optional.empty();
        }
        String schema = named.schema();
        return schema != null
                ? type(schema, named.name())
                : searchPath.stream()
                        .flatMap(path -> type(path, named.name()).stream())
                        .findFirst();
    }

    boolean opens(TypeName type) {
        return types.contains(type);
    }

    /** The routines that a call can mean, by its name and the number of its arguments. */
    List<Routine> routines(Expression.Call call, List<String> searchPath) {
        return routines.stream()
                .filter(routine -> routine.name().name().equals(call.function())
                        && routine.arguments().size() == call.arguments().size()
                        && isMeant(routine.name().schema(), call, searchPath))
                .toList();
    }

    private static boolean isMeant(String schema, Expression.Call call, List<String> searchPath) {
        return call.schema() == null ? searchPath.contains(schema) : schema.equals(call.schema());
    }
}

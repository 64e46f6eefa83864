package dev.sayql.jdbc;

import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.ColumnRules;
import dev.sayql.sql.OpenedCode;
import dev.sayql.sql.OpenedCode.Operator;
import dev.sayql.sql.OpenedCode.Routine;
import dev.sayql.sql.Rules;
import dev.sayql.sql.TableName;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the rules of one policy and collects what is wrong with it on the way. Used once. */
final class PolicyReading {

    private static final Pattern SIGNATURE =
            Pattern.compile("[\\p{L}\\p{N}_$\"]+\\.[\\p{L}\\p{N}_$\"]+\\([\\p{L}\\p{N}_$\". ,\\[\\]]*\\)");

    private final ReadOnlySession session;
    private final Schema schema;
    private final SourcePolicy policy;
    private final List<String> problems = new ArrayList<>();
    private final List<FoundRoutine> routines = new ArrayList<>();
    private final List<FoundOperator> operators = new ArrayList<>();
    private final Set<Long> types = new HashSet<>();

    /** A function with its types by number. */
    private record FoundRoutine(
            TableName name,
            boolean aggregate,
            boolean bySignature,
            long result,
            List<Long> arguments,
            Optional<FoundRows> rows) {}

    /** The rows that a function returns, with the types of its columns by number. */
    private record FoundRows(double estimate, List<String> names, List<Long> types) {}

    /** An operator with its types by number; 0 for the side that a prefix operator lacks. */
    private record FoundOperator(String schema, String symbol, long left, long right, long result) {}

    PolicyReading(ReadOnlySession session, Schema schema, SourcePolicy policy) {
        this.session = session;
        this.schema = schema;
        this.policy = policy;
    }

    Rules rules() throws SQLException {
        Map<TableName, Set<String>> denied = inherited(policy.deniedColumns());
        Map<TableName, Set<String>> masked = inherited(policy.maskedColumns());
        Set<TableName> keptBack = Stream.of(denied, masked)
                .flatMap(columns -> columns.keySet().stream())
                .collect(Collectors.toSet());
        Optional<Set<TableName>> tables = tables();
        columns(policy.deniedColumns());
        columns(policy.maskedColumns());
        Set<TableName> harmless = new HashSet<>(policy.harmlessViews());
        for (TableName view : policy.views()) {
            if (!view(view, keptBack)) {
                harmless.add(view);
            }
        }
        if (!policy.views().containsAll(policy.harmlessViews())) {
            problems.add("a view under harmless_views must be under views as well");
        }
        for (String signature : policy.functions()) {
            function(signature);
        }
        for (String extension : policy.extensions()) {
            extension(extension);
        }
        if (!problems.isEmpty()) {
            throw new SourceUnavailableException(
                    Reason.FAULTY_POLICY, "The policy cannot be used: " + String.join("; ", problems) + ".");
        }
        return new Rules(schema.catalog(), tables, policy.views(), new ColumnRules(denied, masked, harmless), code());
    }

    /** The tables that may be read, with the views that are opened; empty when all may be. */
    private Optional<Set<TableName>> tables() {
        if (policy.tables().isEmpty()) {
            return Optional.empty();
        }
        Set<TableName> allowed = new HashSet<>(policy.views());
        for (TableName entry : policy.tables()) {
            List<TableName> meant = schema.tables().stream()
                    .filter(table -> !table.isView())
                    .map(Table::name)
                    .filter(table -> SourcePolicy.means(entry, table))
                    .toList();
            if (meant.isEmpty()) {
                problems.add("there is no table " + entry);
            }
            allowed.addAll(meant);
        }
        return Optional.of(allowed);
    }

    /** The same with every table whose rows or columns are those of another. */
    private Map<TableName, Set<String>> inherited(Map<TableName, Set<String>> columns) throws SQLException {
        Map<TableName, Set<String>> all = new HashMap<>();
        for (Map.Entry<TableName, Set<String>> kept : columns.entrySet()) {
            all.computeIfAbsent(kept.getKey(), name -> new HashSet<>()).addAll(kept.getValue());
            for (String column : kept.getValue()) {
                try (PreparedStatement statement = of(PolicyQueries.COLUMN_INHERITED, kept.getKey())) {
                    statement.setString(3, column);
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            all.computeIfAbsent(
                                            new TableName(row.getString(1), row.getString(2)), name -> new HashSet<>())
                                    .add(column);
                        }
                    }
                }
            }
        }
        return all;
    }

    private void columns(Map<TableName, Set<String>> columns) {
        columns.forEach((name, kept) -> {
            Optional<Table> table = schema.table(name);
            if (table.isEmpty()) {
                problems.add("there is no table " + name);
            } else {
                kept.stream()
                        .filter(column -> table.get().column(column).isEmpty())
                        .forEach(column -> problems.add("table " + name + " has no column " + column));
            }
        });
    }

    /** Whether the view reads a table of which columns are kept back. */
    private boolean view(TableName view, Set<TableName> keptBack) throws SQLException {
        if (schema.table(view).filter(Table::isView).isEmpty()) {
            problems.add("there is no view " + view);
            return true;
        }
        Set<String> schemas =
                schema.tables().stream().map(table -> table.name().schema()).collect(Collectors.toSet());
        boolean powerful = false;
        boolean outside = false;
        boolean touched = false;
        try (PreparedStatement statement = of(PolicyQueries.VIEW_REACHES, view);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                TableName reached = new TableName(row.getString(1), row.getString(2));
                powerful |= row.getBoolean(4);
                outside |= !schemas.contains(reached.schema());
                touched |= keptBack.contains(reached);
                if (row.getString(3).equals("f")) {
                    problems.add("view " + view + " reads a foreign table");
                }
                if (reached.schema().startsWith("pg_") || reached.schema().equals("information_schema")) {
                    problems.add("view " + view + " reads " + reached + ", which is PostgreSQL's own");
                }
            }
        }
        if (powerful && outside) {
            problems.add("view " + view + " reads other schemas with the rights of a powerful owner");
        }
        try (PreparedStatement statement = of(PolicyQueries.VIEW_CALLS_AS_OWNER, view);
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                problems.add("view " + view + " calls " + row.getString(1)
                        + ", which runs with the rights of its owner (SECURITY DEFINER)");
            }
        }
        return touched;
    }

    private PreparedStatement of(String question, TableName name) throws SQLException {
        PreparedStatement statement = session.prepared(question);
        statement.setString(1, name.schema());
        statement.setString(2, name.name());
        return statement;
    }

    private void function(String signature) throws SQLException {
        if (!SIGNATURE.matcher(signature).matches()) {
            problems.add("a function is named as schema.name(types), not as " + signature);
            return;
        }
        try (PreparedStatement statement = session.prepared(PolicyQueries.FUNCTION)) {
            statement.setString(1, signature);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    problems.add("there is no function " + signature);
                    return;
                }
                Optional<String> reason = Optional.ofNullable(row.getString(10));
                reason.ifPresent(why -> problems.add("function " + signature + " cannot be opened: " + why));
                routines.add(routine(row, true, row.getBoolean(6) ? Optional.of(rows(row)) : Optional.empty()));
            }
        }
    }

    private static FoundRows rows(ResultSet row) throws SQLException {
        return new FoundRows(
                row.getDouble(7), List.of((String[]) row.getArray(8).getArray()), List.of((Long[])
                        row.getArray(9).getArray()));
    }

    private static FoundRoutine routine(ResultSet row, boolean bySignature, Optional<FoundRows> rows)
            throws SQLException {
        return new FoundRoutine(
                new TableName(row.getString(1), row.getString(2)),
                row.getString(3).equals("a"),
                bySignature,
                row.getLong(4),
                List.of((Long[]) row.getArray(5).getArray()),
                rows);
    }

    private void extension(String name) throws SQLException {
        List<Long> number = numbers(PolicyQueries.EXTENSION, statement -> statement.setString(1, name));
        if (number.isEmpty()) {
            problems.add("there is no extension " + name);
            return;
        }
        long extension = number.getFirst();
        List<Long> made = numbers(PolicyQueries.EXTENSION_TYPES, statement -> statement.setLong(1, extension));
        if (made.isEmpty()) {
            problems.add("extension " + name + " makes no types; open its functions by signature");
            return;
        }
        types.addAll(made);
        try (PreparedStatement statement = session.prepared(PolicyQueries.EXTENSION_OPERATORS)) {
            statement.setLong(1, extension);
            statement.setArray(2, array(statement, made));
            statement.setArray(3, array(statement, made));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    operators.add(new FoundOperator(
                            row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
            }
        }
        try (PreparedStatement statement = session.prepared(PolicyQueries.EXTENSION_FUNCTIONS)) {
            statement.setLong(1, extension);
            statement.setArray(2, array(statement, made));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    routines.add(routine(row, false, Optional.empty()));
                }
            }
        }
    }

    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<Long> numbers(String question, Values values) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement statement = session.prepared(question)) {
            values.set(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
        }
        return numbers;
    }

    private static Array array(PreparedStatement statement, List<Long> numbers) throws SQLException {
        return statement.getConnection().createArrayOf("oid", numbers.toArray());
    }

    private OpenedCode code() throws SQLException {
        List<Long> used = Stream.of(
                        routines.stream()
                                .flatMap(routine ->
                                        Stream.concat(Stream.of(routine.result()), routine.arguments().stream())),
                        routines.stream()
                                .flatMap(routine -> routine.rows().stream())
                                .flatMap(rows -> rows.types().stream()),
                        operators.stream()
                                .flatMap(operator -> Stream.of(operator.left(), operator.right(), operator.result())),
                        types.stream())
                .flatMap(numbers -> numbers)
                .distinct()
                .toList();
        if (used.isEmpty()) {
            return OpenedCode.NONE;
        }
        try (PreparedStatement statement = session.prepared(CatalogQueries.TYPES_NUMBERED)) {
            statement.setArray(1, array(statement, used));
            try (ResultSet rows = statement.executeQuery()) {
                TypeCatalog known = new TypeCatalog();
                while (rows.next()) {
                    known.add(rows);
                }
                return code(known);
            }
        }
    }

    private OpenedCode code(TypeCatalog known) {
        return new OpenedCode(
                routines.stream()
                        .map(routine -> new Routine(
                                routine.name(),
                                routine.arguments().stream().map(known::name).toList(),
                                known.name(routine.result()),
                                routine.aggregate(),
                                routine.bySignature(),
                                routine.rows().map(rows -> rows(rows, known))))
                        .toList(),
                operators.stream()
                        .map(operator -> new Operator(
                                operator.schema(),
                                operator.symbol(),
                                Optional.of(operator.left())
                                        .filter(left -> left != 0)
                                        .map(known::name),
                                known.name(operator.right()),
                                known.name(operator.result())))
                        .toList(),
                types.stream().map(known::name).collect(Collectors.toSet()));
    }

    private static OpenedCode.Rows rows(FoundRows found, TypeCatalog known) {
        List<Catalog.Column> columns = new ArrayList<>();
        for (int i = 0; i < found.names().size(); i++) {
            columns.add(new Catalog.Column(
                    found.names().get(i), known.name(found.types().get(i))));
        }
        return new OpenedCode.Rows(columns, Math.max(1, found.estimate()));
    }
}

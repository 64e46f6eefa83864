package dev.sayql.sql;

import dev.sayql.sql.Catalog.TypeKind;
import dev.sayql.sql.Catalog.TypeName;
import dev.sayql.sql.FromItem.ColumnDefinition;
import dev.sayql.sql.FromItem.FunctionItem;
import java.util.ArrayList;
import java.util.List;

/** Which columns a function in FROM has, by the rules of PostgreSQL. */
final class FunctionColumns {

    private final FromItem.Functions functions;
    private final Catalog catalog;

    FunctionColumns(FromItem.Functions functions, Catalog catalog) {
        this.functions = functions;
        this.catalog = catalog;
    }

    String rangeName() {
        FromItem.Alias alias = functions.alias();
        if (alias != null) {
            return alias.name();
        }
        return functions.functions().getFirst().call() instanceof Expression.Call call ? call.function() : "";
    }

    FunctionItem checked(FunctionItem item, Expression call) {
        return new FunctionItem(call, definitions(item.columns()));
    }

    List<ColumnDefinition> definitions(List<ColumnDefinition> columns) {
        return columns.stream()
                .map(column -> new ColumnDefinition(column.name(), AllowedTypes.check(column.type(), catalog)))
                .toList();
    }

    List<Range.Column> of(Expression.Call call, FunctionItem item, Typed typed) {
        List<ColumnDefinition> definitions = item.columns().isEmpty() ? functions.columns() : item.columns();
        String function = call.function();
        if (AllowedFunctions.returnsRecord(function) == definitions.isEmpty()) {
            throw TreeNode.unexpected(
                    function + (definitions.isEmpty() ? " without" : " with") + " column definitions");
        }
        List<Range.Column> columns = new ArrayList<>();
        if (!definitions.isEmpty()) {
            definitions.forEach(column -> columns.add(plain(column.name())));
            return columns;
        }
        List<String> named = AllowedFunctions.namedColumns(function);
        if (!named.isEmpty()) {
            named.forEach(name -> columns.add(plain(name)));
            return columns;
        }
        boolean alone = functions.functions().size() == 1
                && (!function.equals("unnest") || call.arguments().size() == 1);
        int count = function.equals("unnest") ? call.arguments().size() : 1;
        for (int i = 0; i < count; i++) {
            String name = alone ? rangeName() : function;
            columns.add(
                    new Range.Column(name, false, typed.magnitude(), typed.family(), Math.max(1, typed.size()), null));
        }
        return columns;
    }

    /** Those of an opened function that returns rows; single values are named as PostgreSQL names them. */
    List<Catalog.Column> of(OpenedCode.Routine routine, FunctionItem item) {
        if (!item.columns().isEmpty() || !functions.columns().isEmpty()) {
            throw TreeNode.unexpected(routine.name().name() + " with column definitions");
        }
        List<Catalog.Column> named = routine.rows().orElseThrow().columns();
        boolean alone = functions.functions().size() == 1;
        String name = alone ? rangeName() : routine.name().name();
        List<Catalog.Column> columns = named.isEmpty() ? List.of(new Catalog.Column(name, routine.result())) : named;
        return columns.stream().map(FunctionColumns::withoutDomain).toList();
    }

    /** Only a table's columns of a domain can be read as the type under it; a function's can be shown and no more. */
    private static Catalog.Column withoutDomain(Catalog.Column column) {
        TypeName type = column.type();
        return type.kind() == TypeKind.DOMAIN_OVER_BUILT_IN
                ? new Catalog.Column(column.name(), new TypeName(type.schema(), type.name(), TypeKind.OTHER))
                : column;
    }

    private static Range.Column plain(String name) {
        return new Range.Column(name, false, Typed.UNKNOWN, Typed.Family.OTHER);
    }
}

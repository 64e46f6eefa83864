package dev.sayql.sql;

import dev.sayql.sql.FromItem.Alias;
import dev.sayql.sql.Query.Target;
import java.util.ArrayList;
import java.util.List;

/** Replaces a relation by a subquery of exactly the columns the catalogue shows. */
final class RelationRewrite {

    private RelationRewrite() {}

    static FromItem asSubquery(FromItem.Table table, Range range, Catalog catalog) {
        List<Catalog.Column> columns =
                catalog.find(range.table().orElseThrow()).orElseThrow().columns();
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).name();
            String shown = range.columns().get(i).name();
            targets.add(new Target(new Expression.Name(List.of(name)), name.equals(shown) ? null : shown));
        }
        FromItem.Table inner = new FromItem.Table(table.schema(), table.name(), table.only(), null, table.sample());
        Query.Select select = new Query.Select(
                Query.With.NONE,
                new Query.Distinct(false, List.of()),
                targets,
                List.of(inner),
                null,
                new Query.Grouping(false, List.of()),
                null,
                List.of(),
                Query.Tail.NONE);
        return new FromItem.Subquery(select, false, new Alias(range.alias(), List.of()));
    }
}

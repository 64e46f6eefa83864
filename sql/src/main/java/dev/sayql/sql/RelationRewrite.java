package dev.sayql.sql;

import dev.sayql.sql.FromItem.Alias;
import dev.sayql.sql.Query.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces a relation by a subquery of exactly the columns that may be read, with masks where they are masked, and without
 * the owner's domains where the statement could make new values of them.
 */
final class RelationRewrite {

    private static final Expression MASK = new Expression.Literal(Expression.LiteralKind.STRING, "***");

    private RelationRewrite() {}

    static FromItem asSubquery(FromItem.Table table, Range range, StatementCheck statement) {
        Rules rules = statement.rules();
        TableName relation = range.table().orElseThrow();
        List<Catalog.Column> columns =
                rules.visibleColumns(rules.catalog().find(relation).orElseThrow());
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).name();
            String shown = range.columns().get(i).name();
            if (rules.columns().masks(relation, name)) {
                targets.add(new Target(mask(columns.get(i).type(), rules.catalog()), shown));
            } else if (statement.settlesDomains() && range.columns().get(i).domain()) {
                targets.add(new Target(settled(columns.get(i)), shown));
            } else {
                targets.add(new Target(new Expression.Name(List.of(name)), name.equals(shown) ? null : shown));
            }
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

    /** A column of a domain as the type that its values have. */
    private static Expression settled(Catalog.Column column) {
        String under = column.type()
                .under()
                .orElseThrow(() -> new Refusal(
                        RejectionCode.TYPE_NOT_ALLOWED,
                        "values of the domain " + column.type().name() + " in arrays"));
        TypeReference type = TypeReference.of(Catalog.TypeName.builtIn(under));
        return new Expression.Cast(new Expression.Name(List.of(column.name())), type);
    }

    /** Of the column's type, so that what is computed with it stays well-formed. */
    private static Expression mask(Catalog.TypeName type, Catalog catalog) {
        Expression nothing = AllowedTypes.isText(type) ? MASK : Expression.Literal.NULL;
        try {
            return new Expression.Cast(nothing, AllowedTypes.check(TypeReference.of(type), catalog));
        } catch (Refusal _) {
            return Expression.Literal.NULL;
        }
    }
}

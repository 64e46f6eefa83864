package dev.sayql.sql;

import dev.sayql.sql.Catalog.Relation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which relation a name means and whether it may be read. */
final class RelationRules {

    private RelationRules() {}

    /** The relation, or nothing after a problem has been reported. */
    static Optional<Relation> find(FromItem.Table table, StatementCheck statement) {
        Rules rules = statement.rules();
        String schema = table.schema();
        if (isSystem(schema == null ? table.name() : schema)) {
            statement.report(RejectionCode.SYSTEM_RELATION, written(table));
            return Optional.empty();
        }
        Optional<Relation> found = schema == null
                ? rules.catalog().resolve(table.name())
                : rules.catalog().find(new TableName(schema, table.name()));
        if (found.isEmpty()) {
            statement.report(RejectionCode.UNKNOWN_TABLE, written(table) + suggestion(table, rules));
            return Optional.empty();
        }
        Relation relation = found.get();
        RejectionCode problem = problem(relation, rules);
        if (problem != null) {
            statement.report(problem, relation.name().toString());
            return Optional.empty();
        }
        return found;
    }

    private static @Nullable RejectionCode problem(Relation relation, Rules rules) {
        if (isSystem(relation.name().schema())) {
            return RejectionCode.SYSTEM_RELATION;
        }
        if (!rules.allows(relation.name())) {
            return RejectionCode.TABLE_NOT_ALLOWED;
        }
        return switch (relation.kind()) {
            case TABLE, PARTITIONED_TABLE -> null;
            case FOREIGN_TABLE -> RejectionCode.FOREIGN_TABLE;
            case VIEW, MATERIALIZED_VIEW ->
                rules.openedViews().contains(relation.name()) && rules.columns().opens(relation.name())
                        ? null
                        : RejectionCode.VIEW_NOT_OPENED;
        };
    }

    /** The schemas of PostgreSQL itself, of temporary and of oversized values; and relations named like those. */
    private static boolean isSystem(String name) {
        return name.startsWith("pg_") || name.equals("information_schema");
    }

    private static String suggestion(FromItem.Table table, Rules rules) {
        List<String> candidates = rules.catalog().relations().stream()
                .filter(relation -> problem(relation, rules) == null)
                .map(relation -> rules.catalog()
                                .resolve(relation.name().name())
                                .filter(relation::equals)
                                .isPresent()
                        ? relation.name().name()
                        : relation.name().toString())
                .toList();
        return NearestNames.sentence(table.name(), candidates);
    }

    private static String written(FromItem.Table table) {
        return table.schema() == null ? table.name() : table.schema() + "." + table.name();
    }
}

package dev.sayql.sql;

import dev.sayql.sql.Query.Target;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names PostgreSQL gives result columns that have none: the rules of its FigureColname. */
final class ColumnNames {

    private static final String UNKNOWN = "?column?";

    /** A name, and whether a cast around the expression leaves it. */
    private record Found(String name, boolean strong) {}

    private ColumnNames() {}

    static String of(Target target) {
        String name = target.name();
        return name != null ? name : of(target.value());
    }

    static String of(Expression expression) {
        Found found = find(expression);
        return found == null ? UNKNOWN : found.name();
    }

    private static @Nullable Found find(@Nullable Expression expression) {
        return switch (expression) {
            case Expression.Name name -> strong(name.last());
            case Expression.Star star
            when !star.qualifier().isEmpty() -> strong(star.qualifier().getLast());
            case Expression.Field field -> strong(field.field());
            case Expression.Element element -> find(element.value());
            case Expression.Call call -> strong(call.function());
            case Expression.NullIf _ -> strong("nullif");
            case Expression.Cast cast -> cast(cast);
            case Expression.Collate collate -> find(collate.value());
            case Expression.GroupingLevel _ -> strong("grouping");
            case Expression.Exists _ -> strong("exists");
            case Expression.ArrayOf _ -> strong("array");
            case Expression.ArrayLiteral _ -> strong("array");
            case Expression.Scalar scalar -> first(scalar.query());
            case Expression.Case choice -> choice(choice);
            case Expression.Row _ -> strong("row");
            case Expression.Coalesce _ -> strong("coalesce");
            case Expression.Extreme extreme -> strong(extreme.greatest() ? "greatest" : "least");
            case Expression.CurrentTime time -> strong(time.function().toLowerCase(Locale.ROOT));
            case Expression.Json(JsonSyntax syntax) -> strong(json(syntax));
            case null, default -> null;
        };
    }

    private static String json(JsonSyntax syntax) {
        return switch (syntax) {
            case JsonSyntax.Lookup lookup -> "json_" + lookup.kind().name().toLowerCase(Locale.ROOT);
            case JsonSyntax.Constructor constructor -> constructor.object() ? "json_object" : "json_array";
            case JsonSyntax.ArrayQuery _ -> "json_array";
            case JsonSyntax.Aggregate aggregate -> aggregate.object() ? "json_objectagg" : "json_arrayagg";
            case JsonSyntax.Conversion conversion -> conversion.kind().word().toLowerCase(Locale.ROOT);
        };
    }

    private static Found cast(Expression.Cast cast) {
        Found inner = find(cast.value());
        return inner != null && inner.strong() ? inner : new Found(cast.type().name(), false);
    }

    private static Found choice(Expression.Case choice) {
        Found inner = find(choice.otherwise());
        return inner != null && inner.strong() ? inner : new Found("case", false);
    }

    private static @Nullable Found first(Query query) {
        return switch (query) {
            case Query.Select select
            when !select.targets().isEmpty() -> strong(of(select.targets().getFirst()));
            case Query.Select _ -> null;
            case Query.Values _ -> strong("column1");
            case Query.SetOperation operation -> first(operation.left());
        };
    }

    private static Found strong(String name) {
        return new Found(name, true);
    }
}

package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.sql.Expression.Call;
import dev.sayql.sql.Expression.Cast;
import dev.sayql.sql.Expression.Literal;
import dev.sayql.sql.Expression.LiteralKind;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Plants forbidden things at every place of every accepted fixture: wherever the syntax holds an expression, or could hold
 * one and does not, and wherever it reads a table. Each must be found.
 */
final class PlantedLeavesTest {

    private static final Expression SLEEP =
            new Call(null, "pg_sleep", List.of(number("1")), false, false, false, List.of(), false, null, null, false);
    private static final Expression NAME_LOOKUP =
            new Cast(new Literal(LiteralKind.STRING, "hr.salaries"), new TypeReference(null, "regclass", List.of(), 0));
    private static final Expression OWNERS_OPERATOR = new Expression.Operation("<=>", number("1"), number("2"));
    private static final Expression SYSTEM_COLUMN = new Expression.Name(List.of("tableoid"));
    private static final FromItem SECRET = new FromItem.Table("hr", "salaries", false, null, null);

    @Test
    void findsEveryForbiddenLeaf() throws ReflectiveOperationException {
        PgInstance parser = new PgInstance();
        int planted = 0;
        List<String> missed = new ArrayList<>();
        for (Fixture fixture : Fixture.accepted()) {
            Query query = read(parser, fixture.sql());
            assertThat(isRejected(query)).as(fixture.name()).isFalse();
            for (Expression leaf : List.of(SLEEP, NAME_LOOKUP, OWNERS_OPERATOR, SYSTEM_COLUMN, tableInSubquery())) {
                for (Object changed : variants(query, Expression.class, leaf)) {
                    planted++;
                    if (!isRejected((Query) changed)) {
                        missed.add(fixture.name() + ": " + changed);
                    }
                }
            }
            for (Object changed : variants(query, FromItem.class, SECRET)) {
                planted++;
                if (!isRejected((Query) changed)) {
                    missed.add(fixture.name() + ": " + changed);
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(planted).isGreaterThan(10_000);
    }

    private static Query read(PgInstance parser, String sql) {
        PgInstance.Answer answer = parser.parse(sql.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).isInstanceOf(PgInstance.Answer.Tree.class);
        return QueryReader.read(TreeJson.read(((PgInstance.Answer.Tree) answer).json()));
    }

    private static boolean isRejected(Query query) {
        StatementCheck statement = new StatementCheck(ShopCatalog.RULES);
        try {
            new QueryChecker(statement).check(query, null, CommonTables.NONE);
            return !statement.problems().isEmpty();
        } catch (Refusal _) {
            return true;
        }
    }

    /** Every copy of the node in which one place that can hold the type holds the leaf. */
    private static List<Object> variants(@Nullable Object node, Class<?> type, Object leaf)
            throws ReflectiveOperationException {
        List<Object> variants = new ArrayList<>();
        if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                for (Object changed : replacements(list.get(i), type, leaf, type.isInstance(list.get(i)))) {
                    List<Object> copy = new ArrayList<>(list);
                    copy.set(i, changed);
                    variants.add(copy);
                }
            }
        } else if (node instanceof Record && !(node instanceof TypeReference)) {
            RecordComponent[] components = node.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                boolean holds = components[i].getType() == type;
                for (Object changed : replacements(component(node, components[i]), type, leaf, holds)) {
                    variants.add(copy(node, components, i, changed));
                }
            }
        }
        return variants;
    }

    private static List<Object> replacements(@Nullable Object value, Class<?> type, Object leaf, boolean holds)
            throws ReflectiveOperationException {
        List<Object> replacements = new ArrayList<>(variants(value, type, leaf));
        if (holds) {
            replacements.add(leaf);
        }
        return replacements;
    }

    private static Object copy(Object node, RecordComponent[] components, int changedIndex, Object changed)
            throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = i == changedIndex ? changed : component(node, components[i]);
        }
        var constructor = node.getClass().getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static @Nullable Object component(Object node, RecordComponent component)
            throws ReflectiveOperationException {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(node);
    }

    private static Expression tableInSubquery() {
        return new Expression.Scalar(new Query.Select(
                Query.With.NONE,
                new Query.Distinct(false, List.of()),
                List.of(new Query.Target(number("1"), null)),
                List.of(SECRET),
                null,
                new Query.Grouping(false, List.of()),
                null,
                List.of(),
                Query.Tail.NONE));
    }

    private static Literal number(String text) {
        return new Literal(LiteralKind.INTEGER, text);
    }
}

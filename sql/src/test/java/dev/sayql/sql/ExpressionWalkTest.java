package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.sql.Expression.Name;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A visit reaches everything that an expression holds: what it leaves out, no rule would see. */
final class ExpressionWalkTest {

    private static final Query NO_QUERY = new Query.Values(Query.With.NONE, List.of(), Query.Tail.NONE);

    static Stream<Class<?>> kinds() {
        return Stream.concat(
                Stream.of(Expression.class.getPermittedSubclasses())
                        .filter(kind -> kind != Name.class && kind != Expression.Json.class),
                Stream.of(JsonSyntax.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyPartIsVisited(Class<?> kind) throws ReflectiveOperationException {
        Maker maker = new Maker();
        Object made = maker.record(kind);
        Expression whole = made instanceof JsonSyntax syntax ? new Expression.Json(syntax) : (Expression) made;
        Set<String> seen = new HashSet<>();

        ExpressionWalk.visit(whole, part -> {
            if (part instanceof Name name) {
                seen.add(name.last());
            }
        });

        assertThat(seen).isEqualTo(maker.names);
        for (String name : maker.names) {
            assertThat(ExpressionWalk.any(
                            whole,
                            part -> part instanceof Name leaf && leaf.last().equals(name)))
                    .isTrue();
        }
        assertThat(ExpressionWalk.any(whole, _ -> false)).isFalse();
    }

    /** Makes records whose every part that is an expression is a name of its own. */
    private static final class Maker {

        private final Set<String> names = new HashSet<>();

        Object record(Class<?> kind) throws ReflectiveOperationException {
            RecordComponent[] components = kind.getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = value(components[i].getGenericType());
            }
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        }

        private Object value(Type type) throws ReflectiveOperationException {
            if (type instanceof ParameterizedType list) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    values.add(value(list.getActualTypeArguments()[0]));
                }
                return values;
            }
            Class<?> plain = (Class<?>) type;
            if (plain == Expression.class) {
                String name = "name" + names.size();
                names.add(name);
                return new Name(List.of(name));
            }
            if (plain == Query.class) {
                return NO_QUERY;
            }
            if (plain.isEnum()) {
                return plain.getEnumConstants()[0];
            }
            if (plain == boolean.class) {
                return false;
            }
            if (plain == int.class || plain == Integer.class) {
                return 0;
            }
            return plain == String.class ? "text" : record(plain);
        }
    }
}

package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Plants a field that nobody knows in every node of the parser's trees of all accepted fixtures: as a newer grammar would bring
 * one. Each must end in a refusal, for what a field asks for could not be seen otherwise.
 */
final class PlantedFieldsTest {

    /** Of places that look alike, some are enough. */
    private static final int ALIKE = 3;

    private final Map<String, Integer> planted = new HashMap<>();
    private final List<String> missed = new ArrayList<>();

    @Test
    void noFieldIsPassedOver() {
        PgInstance parser = new PgInstance();
        for (Fixture fixture : Fixture.accepted()) {
            PgInstance.Answer answer = parser.parse(fixture.sql().getBytes(StandardCharsets.UTF_8));
            assertThat(answer).isInstanceOf(PgInstance.Answer.Tree.class);
            Map<String, Object> tree = TreeJson.read(((PgInstance.Answer.Tree) answer).json());
            assertThat(isRefused(tree)).as(fixture.name()).isFalse();
            plant(tree, tree, "", "");
        }
        assertThat(missed).isEmpty();
        assertThat(planted.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(3_000);
    }

    /** The place is told by the names of the fields that lead to it, the last few of them. */
    private void plant(Map<String, Object> whole, Object value, String before, String name) {
        if (value instanceof List<?> list) {
            list.forEach(item -> plant(whole, item, before, name));
        } else if (value instanceof Map<?, ?> found) {
            @SuppressWarnings("unchecked") // the reader makes maps of texts only
            Map<String, Object> fields = (Map<String, Object>) found;
            if (planted.merge(before + "/" + name, 1, Integer::sum) <= ALIKE) {
                fields.put("planted", "x");
                if (!isRefused(whole)) {
                    missed.add(before + "/" + name);
                }
                fields.remove("planted");
            }
            List.copyOf(fields.entrySet()).forEach(field -> plant(whole, field.getValue(), name, field.getKey()));
        }
    }

    private static boolean isRefused(Map<String, Object> tree) {
        try {
            QueryReader.read(tree);
            return false;
        } catch (Refusal refusal) {
            assertThat(refusal.problem().code()).isEqualTo(RejectionCode.UNSUPPORTED_SYNTAX);
            return true;
        }
    }
}

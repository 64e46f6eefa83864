package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchesTest {
    @Test
    void aDatabaseThatShowsNothingIsNotScored() {
        Schema empty = new Schema(List.of(), List.of("public"), "harbour");

        assertThatThrownBy(() -> Benches.requireTables("harbour", empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("harbour")
                .hasMessageContaining("SELECT");
    }
}

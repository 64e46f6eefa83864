package dev.sayql.core.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sayql.core.generation.Shop;
import dev.sayql.sql.RejectionCode;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static Selection of(String... names) {
        return Selection.of(Optional.of(List.of(names)), Shop.CONTEXT);
    }

    @Test
    void withoutASelectionEveryTableMayBeRead() {
        assertThat(Selection.of(Optional.empty(), Shop.CONTEXT))
                .asInstanceOf(type(Selection.Tables.class))
                .satisfies(all -> {
                    assertThat(all.context()).isSameAs(Shop.CONTEXT);
                    assertThat(all.rules().allowedTables()).isEmpty();
                    assertThat(all.rules().openedViews()).isEmpty();
                });
    }

    @Test
    void aSelectionNarrowsWhatMayBeReadAndWhatGeneratorsSee() {
        assertThat(of("Orders", "public.users"))
                .asInstanceOf(type(Selection.Tables.class))
                .satisfies(some -> {
                    assertThat(some.rules().allowedTables()).contains(Set.of(Shop.ORDERS, Shop.USERS));
                    assertThat(some.context().schema().tables()).hasSize(2);
                    assertThat(some.context().values().columns()).hasSize(2);
                    assertThat(some.context().schema().fingerprint()).isEqualTo(Shop.SCHEMA.fingerprint());
                });
    }

    @Test
    void theValidatorRefusesTheOtherTables() {
        Selection.Tables orders = (Selection.Tables) of("orders");
        Verdict verdict = Shop.VALIDATOR.validate(new SqlText("SELECT * FROM users"), orders.rules());

        assertThat(verdict)
                .asInstanceOf(type(Verdict.Rejected.class))
                .satisfies(rejected -> assertThat(rejected.problems().getFirst().code())
                        .isIn(RejectionCode.TABLE_NOT_ALLOWED, RejectionCode.UNKNOWN_TABLE));
    }

    @Test
    void namesWhatIsUnknownAndWhatIsNear() {
        assertThat(of("orders", "custmers", "prodcts"))
                .asInstanceOf(type(Selection.Unknown.class))
                .satisfies(unknown -> {
                    assertThat(unknown.names()).containsExactly("custmers", "prodcts");
                    assertThat(unknown.nearest()).startsWith("products").hasSize(4);
                });
    }
}

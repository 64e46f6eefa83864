package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricExpressionTest {
    private final Knowledge knowledge = new Knowledge(Library.context());

    private Optional<Expression> read(String text) {
        return MetricExpression.of(new Metric.Form(Library.LOAN, Aggregation.SUM, text), knowledge);
    }

    @Test
    void bindsTimesBeforePlus() {
        assertThat(read("fine + 2 * fine").map(Restatement::words)).contains("(fine of loan + (2 * fine of loan))");
    }

    @Test
    void readsColumnsOfOtherTables() {
        assertThat(read("(fine - book.pages) / 2").map(Restatement::words))
                .contains("((fine of loan - pages of book) / 2)");
    }

    @Test
    void countsRowsWhereNoExpressionWasTaught() {
        assertThat(MetricExpression.fold(new Metric.Form(Library.LOAN, Aggregation.COUNT, "*"), knowledge))
                .contains(Expression.Fold.countOf(Expression.Range.of(Library.LOAN)));
        assertThat(MetricExpression.fold(new Metric.Form(Library.LOAN, Aggregation.SUM, "*"), knowledge))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fine +",
                "unknown",
                "fine; drop table loan",
                "pg_sleep(1)",
                "(fine",
                "fine)",
                "book.",
                "fine fine"
            })
    void refusesEverythingElse(String text) {
        assertThat(read(text)).isEmpty();
    }
}

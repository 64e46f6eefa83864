package dev.sayql.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedMonthTest {

    private static final List<CostReport.Known> KNOWN = IntStream.range(0, 100)
            .mapToObj(i -> new CostReport.Known("How many of kind " + i + "?", "SELECT " + i))
            .toList();

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(AskedMonth.of(KNOWN, 500, 1, 7)).isEqualTo(AskedMonth.of(KNOWN, 500, 1, 7));
        assertThat(AskedMonth.of(KNOWN, 500, 1, 7)).isNotEqualTo(AskedMonth.of(KNOWN, 500, 1, 8));
    }

    @Test
    void asksSomeQuestionsOftenAndMostSeldom() {
        Map<CostReport.Known, Long> counts = AskedMonth.of(KNOWN, 10_000, 1, 7).asked().stream()
                .map(AskedMonth.Asked::known)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        // The hundredth share of the harmonic numbers: 1 / 5.19 of all for the first.
        assertThat(counts.values().stream().max(Long::compare))
                .hasValueSatisfying(most -> assertThat(most).isBetween(1_800L, 2_050L));
        assertThat(counts).hasSizeGreaterThan(95);
    }

    @Test
    void saysSomeQuestionsInOtherWords() {
        CostReport.Known known = new CostReport.Known("How many orders are there?", "SELECT count(*) FROM orders");
        assertThat(AskedMonth.of(List.of(known), 50, 1, 7).asked())
                .extracting(AskedMonth.Asked::text)
                .contains("How many orders are there?", "what is the number of orders");
        assertThat(AskedMonth.reworded("customers over 30 years", new Random(1)))
                .isEqualTo("customers more than 30 years");
        assertThat(AskedMonth.reworded("how many orders are there", new Random(1)))
                .isEqualTo("what is the number of orders");
        assertThat(AskedMonth.reworded("unpaid orders", new Random(1))).isEqualTo("unpaid orders");
    }

    @Test
    void goesThroughTheWholeMonthInOrder() {
        List<AskedMonth.Asked> asked = AskedMonth.of(KNOWN, 300, 1, 7).asked();

        assertThat(asked).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(asked.getLast().at()).isBetween("2026-01-30T00:00:00Z", "2026-01-31T09:00:00Z");
    }
}

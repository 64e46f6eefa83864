package dev.sayql.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Spending;
import dev.sayql.llm.ModelSettings.Prices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPartsTest {

    private static final Instant NOW = Instant.parse("2026-03-15T09:00:00Z");
    private static final Prices PRICES = Prices.ofAnthropic(new BigDecimal(3), new BigDecimal(15));

    @Test
    void readsEveryFormOfRetryAfter() {
        assertThat(RetryAfter.of("7", NOW)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.of(" 1.5 ", NOW)).contains(Duration.ofMillis(1_500));
        assertThat(RetryAfter.of("Sun, 15 Mar 2026 09:00:20 GMT", NOW)).contains(Duration.ofSeconds(20));
        assertThat(RetryAfter.of("Sun, 15 Mar 2026 08:00:00 GMT", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.of("99999999999", NOW)).contains(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-3", "NaN", "2026-03-15T09:00:20Z"})
    void takesNothingElseForOne(String text) {
        assertThat(RetryAfter.of(text, NOW)).isEmpty();
    }

    @Test
    void countsCachedAndKeptInputAtTheirPrices() {
        Usage anthropic = Usage.of("""
                {"usage":{"input_tokens":100,"cache_read_input_tokens":1000,"cache_creation_input_tokens":200,"output_tokens":10}}
                """);
        // 100 at 3, 1,000 at 0.3, 200 at 3.75, 10 at 15 dollars a million.
        assertThat(anthropic.at(PRICES)).isEqualTo(new Spending(1_300, 10, new BigDecimal("0.001500")));

        Usage openAi = Usage.of("""
                {"usage":{"prompt_tokens":100,"completion_tokens":10,"prompt_tokens_details":{"cached_tokens":40}}}
                """);
        assertThat(openAi).isEqualTo(new Usage(60, 40, 0, 10));
        assertThat(openAi.at(PRICES).inputTokens()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}", "[1]", "{\"usage\":null}", "{\"usage\":{\"input_tokens\":\"x\"}}"})
    void countsNothingWhereNothingIsSaid(String body) {
        assertThat(Usage.of(body)).isEqualTo(Usage.NONE);
    }

    @Test
    void neverCountsBackwards() {
        assertThat(Usage.of("{\"usage\":{\"input_tokens\":-5,\"output_tokens\":99999999999}}"))
                .isEqualTo(new Usage(0, 0, 0, 100_000_000));
    }

    @Test
    void restsForHalfAMinuteAndThenLetsOneTry() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        Breaker breaker = new Breaker(now::get);
        for (int failure = 0; failure < Breaker.MOST_FAILURES; failure++) {
            assertThat(breaker.lets()).isTrue();
            breaker.failed();
        }
        assertThat(breaker.lets()).isFalse();

        now.set(NOW.plus(Breaker.REST));
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).as("while the first tries").isFalse();
        breaker.succeeded();
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        Breaker breaker = new Breaker(() -> NOW);
        for (int round = 0; round < 3; round++) {
            for (int failure = 1; failure < Breaker.MOST_FAILURES; failure++) {
                breaker.failed();
            }
            breaker.succeeded();
        }
        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void repeatsTenTimesAndThenOneCallInTen() {
        RetryBudget budget = new RetryBudget();
        int repeated = 0;
        while (budget.take()) {
            repeated++;
        }
        assertThat(repeated).isEqualTo(10);
        for (int call = 0; call < 11; call++) {
            budget.called();
        }
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
    }
}

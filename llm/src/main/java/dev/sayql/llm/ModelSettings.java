package dev.sayql.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Which model is asked, how, and at which prices. Immutable.
 *
 * @param model the provider's id of it
 * @param address where the provider's interface begins, such as https://api.anthropic.com/v1
 * @param key empty for an endpoint that wants none
 * @param temperature empty for a model that accepts none
 * @param structured whether the reply's JSON schema is sent along
 * @param outputTokens the most that a reply may have
 * @param contextTokens the most that a schema may take in a prompt, as estimated here
 * @param deadline for a call with all its repetitions
 * @param budget what each team may spend in a month, in US dollars, unless it has a budget of its own
 */
public record ModelSettings(
        Provider provider,
        String model,
        URI address,
        Optional<Key> key,
        Optional<Double> temperature,
        boolean structured,
        int outputTokens,
        int contextTokens,
        Duration deadline,
        Prices prices,
        BigDecimal budget) {

    /** The protocol that is spoken. */
    public enum Provider {
        /** Anthropic's Messages. */
        ANTHROPIC,
        /** OpenAI's chat completions, which Ollama, vLLM and most gateways speak too. */
        OPENAI
    }

    /** A key that masks itself wherever it is printed. Immutable. */
    public record Key(String value) {

        @Override
        public String toString() {
            return "(not shown)";
        }
    }

    /**
     * US dollars for a million tokens. Immutable.
     *
     * @param cachedInput for input that the provider still had
     * @param keptInput for input that the provider keeps for later
     */
    public record Prices(BigDecimal input, BigDecimal cachedInput, BigDecimal keptInput, BigDecimal output) {

        private static final BigDecimal CACHED = new BigDecimal("0.1");
        private static final BigDecimal KEPT = new BigDecimal("1.25");

        /** Anthropic's proportions: a tenth for what was kept, a quarter more for keeping it. */
        public static Prices ofAnthropic(BigDecimal input, BigDecimal output) {
            return new Prices(input, input.multiply(CACHED), input.multiply(KEPT), output);
        }

        /** All input at one price. */
        public static Prices of(BigDecimal input, BigDecimal output) {
            return new Prices(input, input, input, output);
        }
    }
}

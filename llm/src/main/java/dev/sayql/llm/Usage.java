package dev.sayql.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sayql.core.generation.Spending;
import dev.sayql.llm.ModelSettings.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The tokens that a provider counted for one call, read from its reply as it came: also where the rest of the reply is of no
 * use. Immutable.
 *
 * @param input tokens that were read at the plain price
 */
record Usage(int input, int cached, int kept, int output) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final int MOST = 100_000_000;

    static final Usage NONE = new Usage(0, 0, 0, 0);

    /** {@link #NONE} when the body says nothing of it. */
    static Usage of(String body) {
        try {
            JsonNode usage = JSON.readTree(body).path("usage");
            if (usage.has("prompt_tokens")) {
                int cached = count(usage.path("prompt_tokens_details").path("cached_tokens"));
                int all = count(usage.path("prompt_tokens"));
                return new Usage(
                        Math.max(0, all - cached), Math.min(cached, all), 0, count(usage.path("completion_tokens")));
            }
            return new Usage(
                    count(usage.path("input_tokens")),
                    count(usage.path("cache_read_input_tokens")),
                    count(usage.path("cache_creation_input_tokens")),
                    count(usage.path("output_tokens")));
        } catch (JsonProcessingException noReply) {
            return NONE;
        }
    }

    private static int count(JsonNode node) {
        return Math.clamp(node.asLong(0), 0, MOST);
    }

    /** What it costs, rounded up to a millionth of a dollar. */
    Spending at(Prices prices) {
        BigDecimal cost = cost(input, prices.input())
                .add(cost(cached, prices.cachedInput()))
                .add(cost(kept, prices.keptInput()))
                .add(cost(output, prices.output()));
        return new Spending(input + cached + kept, output, cost.divide(MILLION, 6, RoundingMode.UP));
    }

    private static BigDecimal cost(int tokens, BigDecimal price) {
        return price.multiply(new BigDecimal(tokens));
    }
}

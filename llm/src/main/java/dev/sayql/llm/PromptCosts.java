package dev.sayql.llm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sayql.core.generation.ModelTask;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.team.ModelPolicy.Sharing;
import java.util.List;
import java.util.Optional;

/**
 * What asking a model would cost, reckoned from the very prompt that would be sent, at plain prices: asks nobody. A token for every
 * three bytes is on the safe side. Thread-safe.
 */
public final class PromptCosts {

    private final Prompts prompts;
    private final ModelSettings.Prices prices;

    /** @param contextTokens the most that a schema may take in a prompt */
    public PromptCosts(int contextTokens, ModelSettings.Prices prices) {
        this.prompts = new Prompts(contextTokens, Optional.empty());
        this.prices = prices;
    }

    /** Of one call for a task, which this SQL answers. */
    public Spending of(ModelTask task, Sharing sharing, String sql) {
        String reply = "{\"sql\":" + JsonNodeFactory.instance.textNode(sql)
                + ",\"assumptions\":[],\"unclear\":null,\"declined\":null}";
        return new Usage(prompts.of(task, sharing, List.of()).tokens(), 0, 0, TokenEstimate.of(reply)).at(prices);
    }
}

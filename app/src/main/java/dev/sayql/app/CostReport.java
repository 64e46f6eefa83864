package dev.sayql.app;

import dev.sayql.core.answering.Remembering;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.Meaning;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Spending;
import dev.sayql.engine.LocalEngine;
import dev.sayql.engine.meaning.ProvenMeaning;
import dev.sayql.llm.ModelSettings;
import dev.sayql.llm.PromptCosts;
import dev.sayql.sql.SqlValidator;
import dev.sayql.store.AnswersInMemory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a made-up month of questions would cost, with and without what saves money. Questions go through the whole flow; in place
 * of a model stands what is known to be right, at the cost of the real prompt, and nothing is run. No provider is asked.
 */
public final class CostReport {

    private static final int USUAL_CONTEXT_TOKENS = 8_000;
    private static final ModelSettings.Prices USUAL_PRICES =
            ModelSettings.Prices.ofAnthropic(new BigDecimal(3), new BigDecimal(15));

    private CostReport() {}

    /** What can be asked, and the SQL that answers it. */
    public record Known(String question, String sql) {}

    /**
     * What a month is made of. Immutable.
     *
     * @param count how many questions are asked
     * @param skew how much oftener some are asked than others: with 1 the second half as often as the first
     */
    public record Workload(List<Known> known, int count, double skew, long seed) {

        public Workload {
            known = List.copyOf(known);
        }
    }

    /**
     * What a month cost. Immutable.
     *
     * @param calls questions for which a model was asked
     * @param remembered questions answered from what one wrote before
     * @param local questions that the engine answered, asked back at, or declined for good
     */
    public record Cost(int calls, int remembered, int local, Spending spent) {

        static Cost nothing() {
            return new Cost(0, 0, 0, Spending.none());
        }
    }

    /** One way to answer the month's questions. */
    public record Row(String way, Cost cost) {}

    /**
     * Asks the month in each way.
     *
     * @throws ConfigurationException when the source or the semantics are refused
     * @throws CannotStartException when our own database cannot be used
     */
    public static List<Row> of(AppConfig config, Parts parts, Workload workload) {
        AskedMonth month = AskedMonth.of(workload.known(), workload.count(), workload.skew(), workload.seed());
        PromptCosts costs = new PromptCosts(
                config.model().map(ModelSettings::contextTokens).orElse(USUAL_CONTEXT_TOKENS),
                config.model().map(ModelSettings::prices).orElse(USUAL_PRICES));
        try (App app = App.start(config, parts);
                SqlValidator validator = new SqlValidator()) {
            CostReplay replay = new CostReplay(app.sources().context(app.source()), validator, costs);
            Generator engine = remembering(app);
            Function<Clock, Remembering> none = clock -> Remembering.nothing();
            Function<Clock, Remembering> exact = clock -> memory(config, clock, Meaning.UNKNOWN);
            Meaning meaning = new MeaningOnce(new ProvenMeaning(new LocalEngine()));
            Function<Clock, Remembering> reworded = clock -> memory(config, clock, meaning);
            List<Row> rows = new ArrayList<>();
            rows.add(new Row("model alone, no cache", replay.of(month, CostReplay.NONE, none)));
            rows.add(new Row("model and exact cache", replay.of(month, CostReplay.NONE, exact)));
            rows.add(new Row("model and paraphrase cache", replay.of(month, CostReplay.NONE, reworded)));
            rows.add(new Row("local engine first, no cache", replay.of(month, engine, none)));
            rows.add(new Row("local engine first, exact cache", replay.of(month, engine, exact)));
            rows.add(new Row("local engine first, paraphrase cache", replay.of(month, engine, reworded)));
            return rows;
        }
    }

    private static Remembering memory(AppConfig config, Clock clock, Meaning meaning) {
        return new Remembering(
                new AnswersInMemory(clock), "known", meaning, config.cache().lifetime(), clock, () -> 0, failure -> {});
    }

    private record Heard(String text, LocalDate today) {}

    /** The engine says the same of the same words on the same day. */
    private static Generator remembering(App app) {
        Map<Heard, Proposal> heard = new HashMap<>();
        return (question, context, _) ->
                heard.computeIfAbsent(new Heard(question.text(), question.today()), words -> app.propose(question));
    }
}

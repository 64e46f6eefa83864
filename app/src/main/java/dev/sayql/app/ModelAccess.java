package dev.sayql.app;

import dev.sayql.core.answering.Remembering;
import dev.sayql.core.generation.Meaning;
import dev.sayql.core.generation.ModelWriter;
import dev.sayql.core.generation.TextEmbedder;
import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.llm.LanguageModel;
import dev.sayql.llm.ModelSettings;
import dev.sayql.store.StoredModelCalls;
import dev.sayql.store.StoredVerifiedQueries;
import dev.sayql.store.SystemDatabase;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The language model that is asked, where one is configured, and what is remembered of what it wrote. Thread-safe. */
public final class ModelAccess implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ModelAccess.class.getName());

    private final Optional<ModelSettings> settings;
    private final Optional<LanguageModel> model;
    private final RememberedAnswers answers;
    private final Remembering remembering;
    private final AtomicInteger failures = new AtomicInteger();

    /** @param meaning finds what is remembered of questions in other words */
    ModelAccess(
            AppConfig config,
            Parts parts,
            SystemDatabase system,
            ModelPolicies policies,
            Meaning meaning,
            Clock clock) {
        settings = config.model();
        Optional<TextEmbedder> embedder = config.encoder() ? Optional.of(parts.embedder()) : Optional.empty();
        model = settings.map(known -> model(known, system, policies, embedder, clock));
        answers = RememberedAnswers.of(config.cache(), system, parts.tables(), clock);
        remembering = settings.map(known -> new Remembering(
                        answers.cache(),
                        LanguageModel.writer(known),
                        meaning,
                        config.cache().lifetime(),
                        clock,
                        new SecureRandom()::nextDouble,
                        this::failed))
                .orElseGet(Remembering::nothing);
    }

    static LanguageModel model(
            ModelSettings settings,
            SystemDatabase system,
            ModelPolicies policies,
            Optional<TextEmbedder> embedder,
            Clock clock) {
        return new LanguageModel(
                settings,
                new StoredModelCalls(system),
                policies,
                new StoredVerifiedQueries(system),
                embedder,
                clock,
                new SecureRandom()::nextDouble);
    }

    private void failed(CacheUnavailableException failure) {
        failures.incrementAndGet();
        LOG.log(System.Logger.Level.WARNING, "answer_cache=unavailable", failure);
    }

    Optional<ModelWriter> writer() {
        return model.map(known -> known);
    }

    /**
     * The model that is asked.
     *
     * @param budget what a team without a budget of its own may spend in a month, in US dollars
     */
    public record Asked(String model, BigDecimal budget) {}

    /** Empty when no model is configured. */
    public Optional<Asked> asked() {
        return settings.map(known -> new Asked(known.model(), known.budget()));
    }

    /** What language models wrote, remembered. */
    public AnswerCache answers() {
        return answers.cache();
    }

    Remembering remembering() {
        return remembering;
    }

    /** How often the home of remembered answers could not be reached for a question; none failed for it. */
    public int cacheFailures() {
        return failures.get();
    }

    @Override
    public void close() {
        model.ifPresent(LanguageModel::close);
        answers.close();
    }
}

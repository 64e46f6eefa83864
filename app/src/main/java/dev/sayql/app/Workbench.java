package dev.sayql.app;

import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.core.generation.Draft;
import dev.sayql.core.generation.Drafted;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.ModelWriter;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import dev.sayql.engine.EngineModels;
import dev.sayql.engine.LocalEngine;
import dev.sayql.engine.meaning.ProvenMeaning;
import dev.sayql.jdbc.CatalogReader;
import dev.sayql.jdbc.PolicyReader;
import dev.sayql.jdbc.ReadOnlyExecutor;
import dev.sayql.jdbc.SourcePools;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlValidator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The parts of the flow one by one, for measuring and for checking statements: no team, no history, nothing is kept.
 * Opens one database after the other with the same engine and validator. Thread-safe.
 */
public final class Workbench implements AutoCloseable {

    static final TeamId TEAM = new TeamId("local");

    private final SqlValidator validator = new SqlValidator();
    private final LocalEngine generator;
    private final ProvenMeaning meaning;
    private final Clock clock = Clock.systemUTC();

    /** Candidates are ranked by what is known of each, and not read. */
    public Workbench() {
        this(EngineModels.bundled());
    }

    /** @param crossEncoder reads what could answer together with the question */
    public Workbench(CrossEncoder crossEncoder) {
        this(EngineModels.bundled().readBy(crossEncoder));
    }

    private Workbench(EngineModels models) {
        generator = new LocalEngine(models);
        meaning = new ProvenMeaning(generator);
    }

    /** A database in use: its context is read, its connections close with it. */
    public static final class Bench implements AutoCloseable {

        private final SourceContext context;
        private final SourcePools pools;
        private final ReadOnlyExecutor executor;
        private final Optional<LocalDatabases.Opened> local;

        private final List<String> warnings;

        private Bench(
                SourceContext context,
                List<String> warnings,
                SourcePools pools,
                Optional<LocalDatabases.Opened> local) {
            this.context = context;
            this.warnings = warnings;
            this.pools = pools;
            this.executor = new ReadOnlyExecutor(pools);
            this.local = local;
        }

        public SourceContext context() {
            return context;
        }

        /** What is to be known of how the database is reached, one sentence each. */
        public List<String> warnings() {
            return warnings;
        }

        @Override
        public void close() {
            executor.close();
            pools.close();
            local.ifPresent(LocalDatabases.Opened::close);
        }
    }

    /**
     * Opens a database and reads what it looks like.
     *
     * @throws ConfigurationException when the URL is refused
     * @throws dev.sayql.core.schema.SourceUnavailableException when it cannot be used
     */
    public Bench open(SourceConfig config, SourcePolicy policy) {
        return open(SourceAddress.of(TEAM, config), policy, Optional.empty());
    }

    /**
     * Opens the database that the configuration names, or the sample shop when it names none.
     *
     * @throws ConfigurationException when the URL is refused
     * @throws dev.sayql.core.schema.SourceUnavailableException when it cannot be used
     */
    public Bench open(AppConfig config, Parts parts) {
        if (config.source().isPresent()) {
            return open(config.source().get(), config.policy());
        }
        LocalDatabases.Opened local = parts.localDatabases().open(config.home(), parts.notices());
        try {
            return open(SourceAddress.ofSample(TEAM, local.sample()), config.policy(), Optional.of(local));
        } catch (RuntimeException failure) {
            local.close();
            throw failure;
        }
    }

    private Bench open(SourceAddress address, SourcePolicy policy, Optional<LocalDatabases.Opened> local) {
        SourcePools pools = new SourcePools(address::connectionOf);
        try {
            PolicyReader rules = new PolicyReader(pools, any -> policy);
            Contexts contexts = new Contexts(new CatalogReader(pools), rules, source -> Semantics.none(), clock);
            SourceContext context = contexts.of(address.source());
            return new Bench(context, contexts.warnings(address.source()), pools, local);
        } catch (RuntimeException failure) {
            pools.close();
            throw failure;
        }
    }

    public SqlValidator validator() {
        return validator;
    }

    public Generator generator() {
        return generator;
    }

    /** Works out what the words of a source mean, which its first question would wait for otherwise; says how long that took. */
    public Duration workOut(SourceContext context) {
        long started = System.nanoTime();
        generator.wordsOf(context);
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Whether two questions about an opened database are proven to mean the same. */
    public boolean areSame(Question first, Question second, Bench bench) {
        return meaning.areSame(first, second, bench.context);
    }

    /** Proves a proposal that was made already, as the flow would: checked, then planned by the server. */
    public Draft prove(Proposal proposal, Question question, Bench bench, Rules rules, Limits limits) {
        Generator asProposed = (asked, context, trials) -> proposal;
        return new Drafting(asProposed, validator, bench.executor)
                .draft(question, bench.context, rules, limits, Cancellation.never())
                .draft();
    }

    /** Runs candidates for one question from now on, as the flow would. */
    public TimedTrials trials(Bench bench) {
        return new TimedTrials(new Drafting(generator, validator, bench.executor)
                .trials(bench.context, bench.context.rules(), Limits.defaults(), Cancellation.never()));
    }

    /** Drafts with this proposal first and this model for what it declines. */
    Drafted draft(Proposal proposal, ModelWriter model, Question question, Bench bench, Limits limits) {
        return new Drafting((asked, context, trials) -> proposal, Optional.of(model), validator, bench.executor)
                .draft(question, bench.context, bench.context.rules(), limits, Cancellation.never());
    }

    /** A question about an opened database, asked now, whose answer is not run. */
    public Question question(Bench bench, String text) {
        return new Question(
                new QueryId(UUID.randomUUID()),
                TEAM,
                bench.context.source().id(),
                text,
                Optional.empty(),
                false,
                Question.DEFAULT_ROWS,
                clock.instant());
    }

    /** The team on whose behalf a workbench works. */
    public TeamId team() {
        return TEAM;
    }

    @Override
    public void close() {
        validator.close();
    }
}

package dev.sayql.app;

import dev.sayql.core.answering.Answering;
import dev.sayql.core.answering.Refining;
import dev.sayql.core.connection.CheckedSql;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.history.History;
import dev.sayql.core.history.HistoryFilter;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.SemanticsOf;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.Keys;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.Teams;
import dev.sayql.engine.LocalEngine;
import dev.sayql.engine.SampleQuestions;
import dev.sayql.engine.meaning.ProvenMeaning;
import dev.sayql.jdbc.BareDriver;
import dev.sayql.jdbc.CatalogReader;
import dev.sayql.jdbc.PolicyReader;
import dev.sayql.jdbc.ReadOnlyExecutor;
import dev.sayql.jdbc.SourcePools;
import dev.sayql.sql.Problem;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import dev.sayql.store.SemanticsYaml;
import dev.sayql.store.StoredHistory;
import dev.sayql.store.StoredSemantics;
import dev.sayql.store.SystemDatabase;
import dev.sayql.store.SystemDatabaseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The composition: every part is made once, here, by hand, and closed last first. Thread-safe.
 */
public final class App implements AutoCloseable {

    private final Deque<AutoCloseable> opened;
    private final TeamId team;
    private final String environment;
    private final Databases databases;
    private final Source source;
    private final Generator generator;
    private final Contexts contexts;
    private final SourcePools pools;
    private final StoredHistory history;
    private final StoredSemantics semantics;
    private final Stored stored;
    private final ConnectedSources sources;
    private final KnownQuestions questions;
    private final CheckedSql checked;
    private final Duration refreshedAfter;
    private final SqlValidator validator;
    private final ModelAccess models;
    private final Learned learned;
    private final Answering answering;
    private @Nullable BareDriver bareDriver;

    /**
     * Opens everything the configuration asks for.
     *
     * @throws ConfigurationException when the source's URL or the semantics are refused
     * @throws CannotStartException when our own database cannot be used
     */
    public static App start(AppConfig config, Parts parts) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return new App(config, parts, opened);
        } catch (SystemDatabaseException down) {
            closeAll(opened);
            throw new CannotStartException(down);
        } catch (RuntimeException failure) {
            closeAll(opened);
            throw failure;
        }
    }

    private App(AppConfig config, Parts parts, Deque<AutoCloseable> opened) {
        this.opened = opened;
        Clock clock = Clock.systemUTC();
        validator = open(new SqlValidator());
        // The parser takes a moment to start, and the databases do too: side by side.
        Thread.ofVirtual().name("warm-up").start(() -> warmUp(validator));
        team = config.team();
        environment = config.environment().name().toLowerCase(Locale.ROOT);
        databases = Databases.of(config, parts);
        databases.local().ifPresent(this::open);
        SystemDatabase system = open(SystemDatabase.open(databases.system()));
        stored = Stored.in(system, config, clock);
        open(stored.audit());
        history = stored.history();
        semantics = new StoredSemantics(system);
        refreshedAfter = Duration.ofHours(config.keeping().refreshHours());

        source = databases.source().source();
        Connections connections =
                new Connections(databases.source(), stored.sources(), TeamSources.policy(config.teamSources()));
        pools = open(new SourcePools(connections));
        ReadOnlyExecutor executor = open(new ReadOnlyExecutor(pools));
        SchemaReader reader = new CatalogReader(pools);
        SemanticsOf meaning = config.semantics()
                .map(yaml -> understood(SemanticsYaml.read(yaml, reader.read(source))))
                .<SemanticsOf>map(given -> asked -> asked.equals(source) ? given : semantics.of(asked))
                .orElse(semantics);
        Policies policies = new Policies(source, config.policy(), stored.policies());
        PolicyReader rules = new PolicyReader(pools, asked -> policies.of(asked).policy());
        contexts = new Contexts(reader, rules, meaning, clock);
        LocalEngine engine = Learned.engine(config, parts);
        generator = engine;
        learned = Learned.of(engine);
        engine.problem().ifPresent(App::warn);
        checked = new JudgedSql(validator, contexts, executor, Limits.defaults());
        SchemaDrifts drifts = new SchemaDrifts(stored.verified(), stored.tests(), checked);
        questions = open(new KnownQuestions(new SampleQuestions(engine), contexts, stored.sources(), clock));
        models = open(new ModelAccess(config, parts, system, stored.modelPolicies(), new ProvenMeaning(engine), clock));
        TypedQuestions typed = open(new TypedQuestions(engine, contexts, clock));
        SourceMemory memory = new SourceMemory(connections, pools, contexts, questions, typed, models.answers());
        sources = new ConnectedSources(databases.source(), stored.sources(), memory, semantics, policies, drifts);
        // The local engine first; what it declines goes to a model, where one is configured.
        Drafting drafting = new Drafting(generator, models.writer(), validator, executor);
        answering = new Answering(
                sources,
                contexts,
                drafting,
                executor,
                history,
                Limits.defaults(),
                clock,
                stored.verified()::approved,
                models.remembering());
        stored.teams().ensure(team, team.value());
        databases
                .sampleSemantics()
                .filter(yaml -> semantics.of(source).version() == 0)
                .ifPresent(yaml -> semantics.begin(source, understood(SemanticsYaml.read(yaml))));
    }

    private static void warn(String problem) {
        System.getLogger(App.class.getName())
                .log(System.Logger.Level.WARNING, "engine_models=unusable fallback=rules reason=\"{0}\"", problem);
    }

    private static void warmUp(SqlValidator validator) {
        try {
            validator.warmUp();
        } catch (RuntimeException early) {
            // The first validation meets the same failure and tells of it.
        }
    }

    private static Semantics understood(SemanticsYaml.Read read) {
        return switch (read) {
            case SemanticsYaml.Read.Understood(Semantics understood) -> understood;
            case SemanticsYaml.Read.Faulty(List<String> problems) -> throw new ConfigurationException(problems);
        };
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.push(part);
        return part;
    }

    /** The flow that answers questions. */
    public Answering answering() {
        return answering;
    }

    /** What makes a question of a follow-up; {@link #answering} answers it. */
    public Refining refining() {
        return new Refining(history);
    }

    /** The newest exchange of this machine's team. */
    public Optional<QueryId> newestExchange() {
        return history.page(team, HistoryFilter.all(), Optional.empty(), 1).exchanges().stream()
                .findFirst()
                .map(Recorded::id);
    }

    public History history() {
        return history;
    }

    /** The team of this machine. */
    public TeamId team() {
        return team;
    }

    /** The source that is asked when a question names none. */
    public Source source() {
        return source;
    }

    /** Who may ask here. */
    public Teams teams() {
        return stored.teams();
    }

    /** The keys of teams. */
    public Keys keys() {
        return stored.keys();
    }

    /** What is kept of teams, their keys and their questions. */
    public Stored stored() {
        return stored;
    }

    /** The sources of all teams. */
    public SourceDesk sources() {
        return sources;
    }

    /** SQL of people, judged as any other. */
    public CheckedSql checked() {
        return checked;
    }

    /** What new keys say they are for: dev, prod. */
    public String environment() {
        return environment;
    }

    /** The language model, and what is remembered of what it wrote. */
    public ModelAccess models() {
        return models;
    }

    /** Whether this is a failure of what we keep, which passes. */
    public static boolean isOutage(Throwable failure) {
        return failure instanceof SystemDatabaseException || failure instanceof CacheUnavailableException;
    }

    /** Begins what a server does by itself, until closed. */
    public synchronized void keepHouse() {
        questions.prepare(source);
        open(Housekeeping.start(stored.daily(), stored.sources(), sources, refreshedAfter));
    }

    /** A key for this machine's team when it has none yet; shown once, for only its hash is kept. */
    public Optional<String> firstKey() {
        return stored.keys().issueFirst(team, environment, "first key").map(IssuedKey::text);
    }

    /** A key for administrators when there is none yet; shown once. */
    public Optional<String> firstAdminKey() {
        return stored.adminKeys().issueFirst("first admin key").map(IssuedKey::text);
    }

    /** What words mean in the source, as stored, as YAML. */
    public String semantics() {
        return semantics.document(source).orElse("");
    }

    /**
     * What an import did.
     *
     * @param version of what is stored now
     * @param terms how many there are now
     * @param metrics how many there are now
     * @param termsBefore how many there were
     * @param metricsBefore how many there were
     */
    public record Imported(int version, int terms, int metrics, int termsBefore, int metricsBefore) {}

    /**
     * Takes these semantics in place of what is stored.
     *
     * @throws ConfigurationException when the text is not semantics, or teaches nothing
     */
    public Imported importSemantics(String yaml) {
        Semantics taught =
                understood(SemanticsYaml.read(yaml, contexts.of(source).schema()));
        if (taught.equals(Semantics.none())) {
            throw new ConfigurationException(
                    List.of(
                            "The document teaches nothing, so nothing was changed. To take everything away: semantics import --clear"));
        }
        return replaceSemantics(taught);
    }

    /** Takes away everything that was taught about the source. */
    public Imported clearSemantics() {
        return replaceSemantics(Semantics.none());
    }

    private Imported replaceSemantics(Semantics taught) {
        Semantics before = semantics.of(source);
        int version = semantics.replace(source, taught).version();
        return new Imported(
                version,
                taught.terms().size(),
                taught.metrics().size(),
                before.terms().size(),
                before.metrics().size());
    }

    /** What the generator makes of a question, without proving it: for measuring. */
    public Proposal propose(Question question) {
        return generator.propose(question, contexts.of(source));
    }

    /** How long judging a statement takes, wrapped for so many rows so that texts differ: for measuring. */
    public Duration check(ReadOnlySql sql, int rows) {
        Rules rules = contexts.of(source).rules();
        SqlText text = new SqlText(sql.limitedTo(rows));
        long started = System.nanoTime();
        Verdict verdict = validator.validate(text, rules);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        if (verdict instanceof Verdict.Rejected(List<Problem> problems)) {
            throw new IllegalStateException("a checked statement was refused when wrapped: " + problems);
        }
        return took;
    }

    /** How long the driver alone takes for a statement, over a connection of its own: for measuring. */
    public synchronized Duration runBare(ReadOnlySql sql) {
        return bareDriver().run(sql);
    }

    /** How long the server takes to parse and analyse the text that {@link #check} judges: for measuring. */
    public synchronized Duration prepareBare(ReadOnlySql sql, int rows) {
        return bareDriver().prepare(sql, rows);
    }

    private BareDriver bareDriver() {
        BareDriver driver =
                bareDriver == null ? open(new BareDriver(databases.source().connection())) : bareDriver;
        bareDriver = driver;
        return driver;
    }

    /** Starts the databases that come with SayQL again when they are gone, and says whether that was so. */
    public boolean reviveLocalDatabases() {
        return databases.local().filter(LocalDatabases.Opened::revive).isPresent();
    }

    /** Looks now whether each part works. */
    public Map<String, Boolean> readiness() {
        Map<String, Boolean> parts = new LinkedHashMap<>();
        parts.put("system_database", systemIsUp());
        parts.put("source", sourceIsUp());
        return parts;
    }

    /**
     * What the role of the source may do beyond reading, when it is trusted all the same; empty also when the source cannot be
     * reached, which every question tells anyway.
     */
    public Optional<String> roleWarning() {
        try {
            return pools.check(source);
        } catch (SourceUnavailableException down) {
            return Optional.empty();
        }
    }

    /** Whether the local engine has what it learned. */
    public Learned learned() {
        return learned;
    }

    private boolean systemIsUp() {
        try {
            stored.teams().isActive(team);
            return true;
        } catch (SystemDatabaseException down) {
            return false;
        }
    }

    private boolean sourceIsUp() {
        try {
            pools.check(source);
            return true;
        } catch (SourceUnavailableException down) {
            return false;
        }
    }

    /** Closes what was opened, last first; one part's failure does not keep the others open. */
    @Override
    public synchronized void close() {
        closeAll(opened);
    }

    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.getLogger(App.class.getName()).log(System.Logger.Level.WARNING, "A part did not close", e);
            }
        }
    }
}

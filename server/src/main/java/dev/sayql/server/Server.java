package dev.sayql.server;

import dev.sayql.api.Api;
import dev.sayql.api.Door;
import dev.sayql.api.Entrance;
import dev.sayql.api.FailureLog;
import dev.sayql.api.Figures;
import dev.sayql.api.Records;
import dev.sayql.api.Watchers;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.app.Parts;
import dev.sayql.app.Stored;
import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.Caller;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.embedding.MiniLmCrossEncoder;
import dev.sayql.embedding.SentenceEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service in one process: the composition, the interface, the web server. Thread-safe. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** Known to everyone: for trying things out on one's own machine, and refused everywhere else. */
    private static final String DEMO_KEY = "demo-api-key-12345";

    private static final Duration REVIVAL_PAUSE = Duration.ofSeconds(3);

    private final App app;
    private final AppConfig config;
    private final HttpServer http;
    private final RunningServer note;
    private final Revival revival;

    private Server(App app, AppConfig config, HttpServer http, RunningServer note, Revival revival) {
        this.revival = revival;
        this.app = app;
        this.config = config;
        this.http = http;
        this.note = note;
    }

    /**
     * Starts everything and returns when questions can be asked.
     *
     * @param notices gets what people must be told: steps of a first set-up, a new key
     * @throws CannotListenException when the port is taken
     */
    public static Server start(AppConfig config, Consumer<String> notices) {
        App app = App.start(
                config,
                new Parts(
                        new EmbeddedDatabases(),
                        new DynamoTables(),
                        new SentenceEncoder(),
                        MiniLmCrossEncoder.bundled(),
                        notices));
        try {
            app.firstKey()
                    .ifPresent(key -> notices.accept("API key of team " + app.team() + ", shown only now: " + key));
            app.firstAdminKey().ifPresent(key -> notices.accept("Admin key, shown only now: " + key));
            HttpServer http = HttpServer.start(api(app, config), config.server());
            app.keepHouse();
            if (config.source().filter(AppConfig.SourceConfig::trusted).isPresent()) {
                // In the background: a source that does not reply must not keep the server from starting.
                Thread.ofVirtual()
                        .name("role-warning")
                        .start(() -> app.roleWarning().ifPresent(warning -> notices.accept("Warning: " + warning)));
            }
            RunningServer note = RunningServer.register(config.home(), http.port());
            return new Server(app, config, http, note, Revival.start(app::reviveLocalDatabases, REVIVAL_PAUSE));
        } catch (RuntimeException failure) {
            app.close();
            throw failure;
        }
    }

    private static Api api(App app, AppConfig config) {
        Clock clock = Clock.systemUTC();
        Stored stored = app.stored();
        FailureLog failures = (errorId, cause) -> LOG.error("error_id={}", errorId, cause);
        Entrance entrance = new Entrance(
                apiKey -> callerOf(apiKey, app, config),
                stored.adminKeys(),
                stored.badKeys(),
                stored.limiter(),
                stored.quota(),
                stored.idempotency(),
                stored.audit());
        Api.Answers answers = new Api.Answers(
                new Door(app.answering(), app.history(), failures, clock),
                app.refining(),
                app.sources(),
                app.checked(),
                records(app),
                stored.board(),
                new AppReadiness(app));
        Figures figures = new Figures();
        figures.gauge(
                "sayql_answer_cache_failures",
                "How often remembered answers could not be reached for a question since the start.",
                app.models()::cacheFailures);
        return new Api(
                entrance,
                answers,
                new Api.Administration(stored.teams(), stored.keys(), stored.modelPolicies(), app.environment()),
                new Watchers(failures, Server::log, App::isOutage, figures),
                clock);
    }

    private static Records records(App app) {
        Stored stored = app.stored();
        return new Records(
                stored.history(),
                stored.history(),
                stored.history(),
                stored.verified(),
                stored.tests(),
                stored.metrics(),
                stored.metrics(),
                stored.modelCalls(),
                app.models().answers(),
                app.models().asked().map(asked -> new Records.Model(asked.model(), asked.budget())));
    }

    private static void log(AuditEntry entry) {
        LOG.info(
                "request={} method={} route={} status={} ms={} team={} key={} query={} problem={}",
                entry.request(),
                entry.method(),
                entry.route(),
                entry.status(),
                entry.took().toMillis(),
                entry.team().map(TeamId::value).orElse("-"),
                entry.keyId().orElse("-"),
                entry.query().map(QueryId::toString).orElse("-"),
                entry.problem().orElse("-"));
    }

    private static Optional<Caller> callerOf(String apiKey, App app, AppConfig config) {
        return opensHere(apiKey, config)
                ? app.teams().find(app.team()).filter(Team::active).map(team -> new Caller(team, "demo"))
                : app.keys().callerOf(apiKey);
    }

    static boolean opensHere(String apiKey, AppConfig config) {
        return apiKey.equals(DEMO_KEY)
                && config.server().demoKey()
                && AllowedHosts.LOOPBACK.contains(config.server().bind());
    }

    /** The port listened on. */
    public int port() {
        return http.port();
    }

    /** Answers what has begun, then closes everything, last opened first. */
    @Override
    public void close() {
        revival.close();
        http.close();
        note.unregister(config.home());
        app.close();
    }
}

package dev.sayql.app;

import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.core.generation.EmbedderUnavailableException;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.question.Source;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.team.KeyState;
import dev.sayql.core.team.Team;
import dev.sayql.engine.EngineModels;
import dev.sayql.jdbc.SourcePools;
import dev.sayql.llm.LanguageModel;
import dev.sayql.llm.ModelSettings;
import dev.sayql.sql.SqlValidator;
import dev.sayql.store.StoredAdminKeys;
import dev.sayql.store.StoredKeys;
import dev.sayql.store.StoredModelPolicies;
import dev.sayql.store.StoredTeams;
import dev.sayql.store.SystemDatabase;
import dev.sayql.store.SystemDatabaseException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at everything that a server needs, part by part, and says what is wrong and what to do. Changes nothing but what a
 * first start makes anyway. Used by one thread.
 */
public final class Checkup {

    private static final int LEAST_JAVA = 25;
    private static final long LEAST_MEGABYTES = 500;
    private static final Duration MOST_SKEW = Duration.ofSeconds(2);

    private final Clock clock = Clock.systemUTC();
    private final List<Finding> findings = new ArrayList<>();

    private Checkup() {}

    /** How much a finding matters. */
    public enum State {
        OK,
        /** Worth knowing; nothing is wrong for whoever meant it so, or does not need the part. */
        NOTE,
        PROBLEM
    }

    /**
     * What was found of one part. Immutable.
     *
     * @param advice what to do; empty when nothing has to be done
     */
    public record Finding(String part, State state, String sentence, String advice) {

        /** Whether nothing is wrong. */
        public boolean good() {
            return state != State.PROBLEM;
        }
    }

    /** Looks at all parts, the plainest first. Never throws for what it looks at. */
    public static List<Finding> of(Map<String, String> environment, Parts parts) {
        Checkup checkup = new Checkup();
        checkup.java();
        Optional<AppConfig> config = checkup.configuration(environment);
        config.ifPresent(known -> checkup.disk(known.home()));
        checkup.parser();
        checkup.engine(EngineModels.bundled());
        config.filter(AppConfig::encoder).ifPresent(_ -> checkup.encoder(parts.crossEncoder()));
        config.ifPresent(known -> checkup.databases(known, parts));
        return List.copyOf(checkup.findings);
    }

    private void good(String part, String sentence) {
        findings.add(new Finding(part, State.OK, sentence, ""));
    }

    private void note(String part, String sentence, String advice) {
        findings.add(new Finding(part, State.NOTE, sentence, advice));
    }

    private void bad(String part, String sentence, String advice) {
        findings.add(new Finding(part, State.PROBLEM, sentence, advice));
    }

    private void java() {
        int version = Runtime.version().feature();
        if (version >= LEAST_JAVA) {
            good("java", "Java " + Runtime.version() + ".");
        } else {
            bad("java", "Java " + version + " is too old.", "Install a JDK 25 or newer.");
        }
    }

    private Optional<AppConfig> configuration(Map<String, String> environment) {
        try {
            AppConfig config = AppConfig.from(environment);
            String key = config.keeping().masterKey().isPresent() ? "given" : "a file in " + config.home();
            good(
                    "configuration",
                    "Environment " + config.environment().name().toLowerCase(Locale.ROOT) + ", home " + config.home()
                            + ", master key: " + key + ".");
            return Optional.of(config);
        } catch (ConfigurationException wrong) {
            wrong.problems()
                    .forEach(problem -> bad("configuration", problem, "Set the environment variable as it says."));
            return Optional.empty();
        }
    }

    private void disk(Path home) {
        try {
            Files.createDirectories(home);
            Files.delete(Files.createTempFile(home, "doctor", ".tmp"));
            FileStore store = Files.getFileStore(home);
            long megabytes = store.getUsableSpace() / 1_000_000;
            if (megabytes >= LEAST_MEGABYTES) {
                good("disk", "%s can be written to, %,d MB are free.".formatted(home, megabytes));
            } else {
                bad("disk", "Only %,d MB are free in %s.".formatted(megabytes, home), "Make room: 500 MB are needed.");
            }
        } catch (IOException unwritable) {
            bad(
                    "disk",
                    "The folder " + home + " cannot be written to.",
                    "Give it to the user that runs SayQL, or name another with SAYQL_HOME.");
        }
    }

    private void engine(EngineModels models) {
        models.problem()
                .ifPresentOrElse(
                        problem -> bad(
                                "local engine",
                                "What was learned cannot be used, so the rules answer alone. " + problem,
                                "Build or install SayQL again; its models came damaged or are of another version."),
                        () -> good(
                                "local engine",
                                models.canRank()
                                        ? "Rules and what was learned."
                                        : "Rules alone: no models are installed."));
    }

    private void encoder(CrossEncoder encoder) {
        try {
            encoder.scores("How many orders are there?", List.of("number of orders"));
            good("encoder", "Candidates are read together with the question.");
        } catch (EmbedderUnavailableException unavailable) {
            bad(
                    "encoder",
                    "Candidates are ranked without being read. " + unavailable.getMessage(),
                    "Nothing else depends on it. Build or install SayQL again, or set SAYQL_ENCODER=off.");
        }
    }

    private void parser() {
        long started = System.nanoTime();
        try (SqlValidator validator = new SqlValidator()) {
            validator.warmUp();
            good("parser", "PostgreSQL's grammar works; its start took " + millisSince(started) + " ms.");
        } catch (RuntimeException broken) {
            bad(
                    "parser",
                    "PostgreSQL's grammar cannot be used: " + broken.getClass().getSimpleName() + ".",
                    "Build again with './sayql build'; when that does not help, it is a bug worth reporting.");
        }
    }

    private void databases(AppConfig config, Parts parts) {
        Databases databases;
        try {
            databases = Databases.of(config, parts);
        } catch (ConfigurationException wrong) {
            wrong.problems().forEach(problem -> bad("source", problem, "Correct SAYQL_SOURCE_URL."));
            return;
        } catch (RuntimeException broken) {
            bad(
                    "system database",
                    String.valueOf(broken.getMessage()),
                    "Look at what it says; './sayql stop' and a new start may help.");
            return;
        }
        try {
            systemDatabase(config, parts, databases);
            source(databases.source());
        } finally {
            databases.local().ifPresent(LocalDatabases.Opened::close);
        }
    }

    private void systemDatabase(AppConfig config, Parts parts, Databases databases) {
        long started = System.nanoTime();
        try (SystemDatabase system = SystemDatabase.open(databases.system())) {
            Instant theirs = system.now();
            good(
                    "system database",
                    (databases.local().isPresent() && config.systemDatabase().isEmpty() ? "The embedded one" : "It")
                            + " answers and is at the newest version; that took " + millisSince(started) + " ms.");
            clock(Duration.between(clock.instant(), theirs).abs());
            keys(config, system);
            model(config, system);
            cache(config, parts, system);
        } catch (SystemDatabaseException down) {
            bad(
                    "system database",
                    String.valueOf(down.getMessage()),
                    "Check SYSTEM_DB_HOST, SYSTEM_DB_PORT, SYSTEM_DB_NAME, SYSTEM_DB_USER and SYSTEM_DB_PASSWORD, and"
                            + " that the server runs.");
        }
    }

    private void clock(Duration skew) {
        if (skew.compareTo(MOST_SKEW) <= 0) {
            good("clock", "This machine and the system database agree on the time.");
        } else {
            bad(
                    "clock",
                    "This machine and the system database are " + skew.toSeconds() + " s apart.",
                    "Set both clocks by a time server (NTP): keys expire and months end by them.");
        }
    }

    private void keys(AppConfig config, SystemDatabase system) {
        SecureRandom random = new SecureRandom();
        StoredKeys keys = new StoredKeys(system, random, clock);
        Instant now = clock.instant();
        List<Team> teams = new StoredTeams(system).list();
        long valid = teams.stream()
                .filter(Team::active)
                .mapToLong(team -> valid(keys.list(team.id()), now))
                .sum();
        long admins = valid(new StoredAdminKeys(system, random, clock).list(), now);
        if (config.server().demoKey()) {
            good("keys", "The demo key opens this machine's server, for ENVIRONMENT=dev was said.");
        } else if (valid > 0) {
            good("keys", "%d teams have %d valid keys; %d admin keys.".formatted(teams.size(), valid, admins));
        } else if (teams.stream().allMatch(team -> keys.list(team.id()).isEmpty())) {
            note(
                    "keys",
                    "No team has a key yet; only a server needs one, './sayql ask' does not.",
                    "'./sayql serve' makes the first ones and shows them once; so does './sayql key create'.");
        } else {
            bad(
                    "keys",
                    "No team has a valid key any more, so nobody can ask a server.",
                    "Make one: './sayql key create'.");
        }
    }

    private static long valid(List<KeyState> keys, Instant now) {
        return keys.stream().filter(key -> key.isValidAt(now)).count();
    }

    private void source(SourceAddress address) {
        Source source = address.source();
        try (SourcePools pools = new SourcePools(address::connectionOf)) {
            String sentence = "The database " + source.database() + " can be asked.";
            pools.check(source)
                    .ifPresentOrElse(
                            warning -> note(
                                    "source",
                                    sentence + " " + warning,
                                    "It was said to be trusted; './sayql grant-script' makes a role that may only read."),
                            () -> good("source", sentence));
        } catch (SourceUnavailableException unavailable) {
            bad(
                    "source",
                    unavailable.sentence(),
                    "Check SAYQL_SOURCE_URL; './sayql check-source' says more, './sayql grant-script' makes a role.");
        }
    }

    /** One tiny call, recorded and counted as any other. */
    private void model(AppConfig config, SystemDatabase system) {
        if (config.model().isEmpty()) {
            good(
                    "model access",
                    "None is configured: questions are answered by the local engine alone, nothing calls out.");
            return;
        }
        ModelSettings settings = config.model().get();
        try (LanguageModel model =
                ModelAccess.model(settings, system, new StoredModelPolicies(system), Optional.empty(), clock)) {
            LanguageModel.Access access = model.test(config.team());
            String cost = "%,d + %,d tokens, $%s"
                    .formatted(
                            access.spent().inputTokens(),
                            access.spent().outputTokens(),
                            access.spent().cost().toPlainString());
            if (access.fault().isEmpty()) {
                good(
                        "model access",
                        "%s replied within %d ms; that cost %s."
                                .formatted(access.model(), access.took().toMillis(), cost));
            } else {
                bad(
                        "model access",
                        access.fault().get().sentence() + " (" + cost + ")",
                        advice(access.fault().get()));
            }
        }
    }

    private void cache(AppConfig config, Parts parts, SystemDatabase system) {
        String part = "answer cache";
        try (RememberedAnswers answers = RememberedAnswers.of(config.cache(), system, parts.tables(), clock)) {
            List<String> missing = answers.problems();
            missing.forEach(problem -> bad(part, problem, "docs/models.md says how the table must look."));
            if (missing.isEmpty()) {
                good(
                        part,
                        remembered(
                                config.cache(),
                                answers.cache().statistics(config.team()).entries()));
            }
        } catch (CacheUnavailableException away) {
            bad(
                    part,
                    "It cannot be reached; questions are answered without it.",
                    "Check CACHE_TABLE_NAME, SAYQL_CACHE_REGION and the rights of this machine; or SAYQL_CACHE=database.");
        }
    }

    private static String remembered(AnswerCacheConfig config, long entries) {
        String where = switch (config.home()) {
            case DATABASE -> "in the system database";
            case MEMORY -> "in the memory of each server";
            case DYNAMODB -> "in DynamoDB";
            case NONE -> "";
        };
        return where.isEmpty()
                ? "Nothing that a model writes is remembered."
                : "What a model writes is remembered %s for %,d s at most; %,d answers now."
                        .formatted(where, config.lifetime().toSeconds(), entries);
    }

    private static String advice(ModelFault fault) {
        return switch (fault) {
            case WRONG_KEY -> "Check ANTHROPIC_API_KEY or SAYQL_MODEL_KEY.";
            case UNKNOWN_MODEL -> "Check SAYQL_MODEL and SAYQL_MODEL_URL.";
            case BAD_REQUEST ->
                "For a model that accepts no temperature set SAYQL_MODEL_TEMPERATURE=none, for an endpoint without JSON"
                        + " schemas SAYQL_MODEL_STRUCTURED=false.";
            case UNREACHABLE, TIMED_OUT, BROKEN_OFF, NOT_THE_PROTOCOL, TOO_LARGE ->
                "Check SAYQL_MODEL_URL, and that this machine may call out to it.";
            case BUDGET_SPENT, SWITCHED_OFF -> "'./sayql team models' says what the team may spend and share.";
            case RATE_LIMITED, OVERLOADED, SERVER_ERROR, RESTING -> "Try again in a moment.";
            case NOT_RECORDED, CANCELLED -> "Look at the system database first.";
            case REFUSED, EMPTY, CUT_SHORT, UNREADABLE -> "Another model may do better: SAYQL_MODEL.";
        };
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}

package dev.sayql.app;

import dev.sayql.app.AppConfig.Environment;
import dev.sayql.app.AppConfig.KeepingConfig;
import dev.sayql.app.AppConfig.ServerConfig;
import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.AppConfig.SystemDatabaseConfig;
import dev.sayql.app.AppConfig.TeamSourcesConfig;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.EditDistance;
import dev.sayql.store.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the configuration from environment variables and collects everything that is wrong. Not thread-safe. */
final class ConfigReader {

    private static final String PREFIX = "SAYQL_";

    /** Every variable that starts with our prefix; the launcher reads one of them. */
    private static final List<String> OURS = List.of(
            "SAYQL_HOME",
            "SAYQL_PORT",
            "SAYQL_BIND",
            "SAYQL_HOSTS",
            "SAYQL_CORS_ORIGINS",
            "SAYQL_TRUST_PROXY",
            "SAYQL_MASTER_KEY",
            "SAYQL_FORMER_MASTER_KEYS",
            "SAYQL_HISTORY_DAYS",
            "SAYQL_AUDIT_DAYS",
            "SAYQL_REFRESH_HOURS",
            "SAYQL_SOURCE_URL",
            "SAYQL_TRUST_SOURCE",
            "SAYQL_POLICY",
            "SAYQL_ALLOW_CIDRS",
            "SAYQL_ALLOW_PORTS",
            "SAYQL_MODEL_PROVIDER",
            "SAYQL_MODEL",
            "SAYQL_MODEL_KEY",
            "SAYQL_MODEL_URL",
            "SAYQL_MODEL_TEMPERATURE",
            "SAYQL_MODEL_STRUCTURED",
            "SAYQL_MODEL_OUTPUT_TOKENS",
            "SAYQL_MODEL_CONTEXT_TOKENS",
            "SAYQL_ENCODER",
            "SAYQL_MODEL_SECONDS",
            "SAYQL_MODEL_PRICE_INPUT",
            "SAYQL_MODEL_PRICE_OUTPUT",
            "SAYQL_MODEL_BUDGET",
            "SAYQL_CACHE",
            "SAYQL_CACHE_SECONDS",
            "SAYQL_CACHE_REGION",
            "SAYQL_CACHE_ENDPOINT",
            "SAYQL_DEBUG",
            "SAYQL_JAVA_OPTIONS");

    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_HOURS = 8_760;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    ConfigReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    AppConfig read() {
        refuseUnknown();
        Environment where = environment();
        AppConfig config = new AppConfig(
                home(),
                AppConfig.DEMO_TEAM,
                where,
                new ServerConfig(
                        text("SAYQL_BIND").orElse(ServerConfig.LOOPBACK),
                        number("SAYQL_PORT", 0, 65_535, ServerConfig.DEFAULT_PORT),
                        names("SAYQL_HOSTS"),
                        origins(),
                        flag("SAYQL_TRUST_PROXY"),
                        text("ENVIRONMENT").filter("dev"::equals).isPresent()),
                systemDatabase(where),
                source(where),
                teamSources(),
                Optional.empty(),
                policy(),
                keeping(where),
                new ModelVariables(environment, problems).read(),
                new CacheVariables(environment, problems).read(),
                encoder(),
                flag("SAYQL_DEBUG"));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return config;
    }

    private boolean encoder() {
        String text = text("SAYQL_ENCODER").orElse("on");
        if (!List.of("on", "off").contains(text)) {
            problems.add("SAYQL_ENCODER must be on or off.");
        }
        return text.equals("on");
    }

    private void refuseUnknown() {
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !OURS.contains(name)) {
                String nearest = OURS.stream()
                        .min(Comparator.comparingInt(known -> EditDistance.between(known, name)))
                        .orElse(PREFIX);
                problems.add("There is no setting " + name + "; the nearest is " + nearest + ".");
            }
        }
    }

    private Environment environment() {
        String name = text("ENVIRONMENT").orElse("dev");
        return switch (name) {
            case "dev" -> Environment.DEV;
            case "prod" -> Environment.PROD;
            default -> {
                problems.add("ENVIRONMENT must be dev or prod.");
                yield Environment.DEV;
            }
        };
    }

    private Path home() {
        // As a shell does: Java itself asks the system's list of users and passes HOME over.
        Path otherwise = Path.of(text("HOME").orElse(System.getProperty("user.home")), ".sayql")
                .toAbsolutePath();
        try {
            return text("SAYQL_HOME").map(Path::of).orElse(otherwise).toAbsolutePath();
        } catch (InvalidPathException notAPath) {
            problems.add("SAYQL_HOME must be the path of a folder.");
            return otherwise;
        }
    }

    private Optional<SystemDatabaseConfig> systemDatabase(Environment where) {
        List<String> missing = Stream.of("SYSTEM_DB_HOST", "SYSTEM_DB_NAME", "SYSTEM_DB_USER", "SYSTEM_DB_PASSWORD")
                .filter(name -> text(name).isEmpty())
                .toList();
        if (missing.size() == 4) {
            if (where == Environment.PROD) {
                problems.add("With ENVIRONMENT=prod the embedded database is refused: set SYSTEM_DB_HOST,"
                        + " SYSTEM_DB_NAME, SYSTEM_DB_USER and SYSTEM_DB_PASSWORD.");
            }
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            problems.add("The system database is set in part only; missing: " + String.join(", ", missing) + ".");
            return Optional.empty();
        }
        return Optional.of(new SystemDatabaseConfig(
                text("SYSTEM_DB_HOST").orElse(""),
                number("SYSTEM_DB_PORT", 1, 65_535, 5432),
                text("SYSTEM_DB_NAME").orElse(""),
                text("SYSTEM_DB_USER").orElse(""),
                new Secret(text("SYSTEM_DB_PASSWORD").orElse(""))));
    }

    private Optional<SourceConfig> source(Environment where) {
        boolean trusted = flag("SAYQL_TRUST_SOURCE");
        Optional<SourceConfig> source = text("SAYQL_SOURCE_URL").map(url -> new SourceConfig(new Secret(url), trusted));
        if (source.isEmpty() && where == Environment.PROD) {
            problems.add("With ENVIRONMENT=prod the sample shop is refused: set SAYQL_SOURCE_URL.");
        }
        return source;
    }

    /** A policy that cannot be read opens nothing, and nothing starts without it. */
    private SourcePolicy policy() {
        Optional<String> file = text("SAYQL_POLICY");
        if (file.isEmpty()) {
            return SourcePolicy.NONE;
        }
        try {
            return AppConfig.policyOf(Files.readString(Path.of(file.get())));
        } catch (IOException | InvalidPathException unreadable) {
            problems.add("SAYQL_POLICY must name a file in UTF-8 that can be read.");
        } catch (ConfigurationException faulty) {
            problems.addAll(faulty.problems());
        }
        return SourcePolicy.NONE;
    }

    private List<String> origins() {
        List<String> origins = names("SAYQL_CORS_ORIGINS");
        if (origins.stream().anyMatch(origin -> !ORIGIN.matcher(origin).matches())) {
            problems.add(
                    "SAYQL_CORS_ORIGINS must be origins such as https://app.example.com, with commas between them and"
                            + " without a path.");
        }
        return origins;
    }

    private KeepingConfig keeping(Environment where) {
        KeepingConfig usual = KeepingConfig.defaults();
        Optional<Secret> masterKey = text("SAYQL_MASTER_KEY").map(Secret::new);
        if (masterKey.filter(key -> MasterKey.of(key.value()).isEmpty()).isPresent()) {
            problems.add("SAYQL_MASTER_KEY must be 32 random bytes in Base64; 'openssl rand -base64 32' makes one.");
        }
        if (masterKey.isEmpty() && where == Environment.PROD) {
            problems.add(
                    "With ENVIRONMENT=prod the key that encrypts stored secrets must be given: set SAYQL_MASTER_KEY,"
                            + " for example to what 'openssl rand -base64 32' prints.");
        }
        List<Secret> former =
                names("SAYQL_FORMER_MASTER_KEYS").stream().map(Secret::new).toList();
        if (former.stream().anyMatch(key -> MasterKey.of(key.value()).isEmpty())) {
            problems.add("SAYQL_FORMER_MASTER_KEYS must be keys of 32 bytes in Base64, with commas between them.");
        }
        if (!former.isEmpty() && masterKey.isEmpty()) {
            problems.add("SAYQL_FORMER_MASTER_KEYS goes with SAYQL_MASTER_KEY, the key that took their place.");
        }
        return new KeepingConfig(
                masterKey,
                former,
                number("SAYQL_HISTORY_DAYS", 1, MOST_DAYS, usual.historyDays()),
                number("SAYQL_AUDIT_DAYS", 1, MOST_DAYS, usual.auditDays()),
                number("SAYQL_REFRESH_HOURS", 1, MOST_HOURS, usual.refreshHours()));
    }

    private TeamSourcesConfig teamSources() {
        List<String> ranges = names("SAYQL_ALLOW_CIDRS");
        // What is no number becomes a port that is none.
        List<Integer> ports = names("SAYQL_ALLOW_PORTS").stream()
                .map(port -> port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0)
                .toList();
        List<String> wrong = TeamSources.problems(ranges, ports);
        problems.addAll(wrong);
        return wrong.isEmpty() ? new TeamSourcesConfig(ranges, ports) : new TeamSourcesConfig(List.of(), List.of());
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private List<String> names(String name) {
        return text(name)
                .map(value -> Stream.of(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private int number(String name, int least, int most, int otherwise) {
        Optional<String> value = text(name);
        try {
            int number = value.map(Integer::parseInt).orElse(otherwise);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        problems.add("%s must be a whole number between %d and %d.".formatted(name, least, most));
        return otherwise;
    }

    private boolean flag(String name) {
        String value = text(name).orElse("false");
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                problems.add(name + " must be true or false.");
                yield false;
            }
        };
    }
}

package dev.sayql.app;

import dev.sayql.app.AnswerCacheConfig.Home;
import dev.sayql.app.AnswerCacheConfig.Table;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from environment variables where answers are remembered. Adds to the problems what is wrong. Not thread-safe. */
final class CacheVariables {

    private static final int LEAST_SECONDS = 60;
    private static final int MOST_SECONDS = 31_536_000;

    private final Map<String, String> environment;
    private final List<String> problems;

    CacheVariables(Map<String, String> environment, List<String> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    AnswerCacheConfig read() {
        Duration lifetime = lifetime();
        Optional<Home> said = text("SAYQL_CACHE").flatMap(this::home);
        boolean withTable = text("CACHE_TABLE_NAME").isPresent();
        Home home = said.orElse(withTable ? Home.DYNAMODB : Home.DATABASE);
        if (home != Home.DYNAMODB) {
            return new AnswerCacheConfig(home, lifetime, Optional.empty());
        }
        return table().map(table -> new AnswerCacheConfig(home, lifetime, Optional.of(table)))
                .orElseGet(AnswerCacheConfig::defaults);
    }

    private Optional<Home> home(String name) {
        return switch (name) {
            case "database" -> Optional.of(Home.DATABASE);
            case "memory" -> Optional.of(Home.MEMORY);
            case "dynamodb" -> Optional.of(Home.DYNAMODB);
            case "none" -> Optional.of(Home.NONE);
            default -> {
                problems.add("SAYQL_CACHE must be database, memory, dynamodb or none.");
                yield Optional.empty();
            }
        };
    }

    private Optional<Table> table() {
        Optional<String> name = text("CACHE_TABLE_NAME");
        if (name.filter(given -> given.matches("[A-Za-z0-9_.-]{3,255}")).isEmpty()) {
            problems.add("CACHE_TABLE_NAME must name the table of DynamoDB in which answers are remembered.");
            return Optional.empty();
        }
        Optional<String> region = text("SAYQL_CACHE_REGION").or(() -> text("AWS_REGION"));
        if (region.filter(given -> given.matches("[a-z]{2}(-[a-z]+)+-[0-9]")).isEmpty()) {
            problems.add("SAYQL_CACHE_REGION or AWS_REGION must name the region of that table, such as eu-central-1.");
            return Optional.empty();
        }
        return Optional.of(
                new Table(name.get(), region.get(), text("SAYQL_CACHE_ENDPOINT").flatMap(this::address)));
    }

    private Optional<URI> address(String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        problems.add("SAYQL_CACHE_ENDPOINT must be an address such as http://localhost:8000.");
        return Optional.empty();
    }

    private Duration lifetime() {
        Optional<String> text = text("SAYQL_CACHE_SECONDS");
        if (text.isEmpty()) {
            return AnswerCacheConfig.WEEK;
        }
        if (text.get().matches("[0-9]{1,8}")) {
            int seconds = Integer.parseInt(text.get());
            if (seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        }
        problems.add(
                "SAYQL_CACHE_SECONDS must be a whole number between %d and %d.".formatted(LEAST_SECONDS, MOST_SECONDS));
        return AnswerCacheConfig.WEEK;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}

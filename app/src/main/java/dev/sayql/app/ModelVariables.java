package dev.sayql.app;

import dev.sayql.llm.ModelSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads which language model is asked from environment variables. Without a key, and without an endpoint that wants none, there
 * is no model. Adds to the problems what is wrong. Not thread-safe.
 */
final class ModelVariables {

    private static final String ANTHROPIC = "https://api.anthropic.com/v1";
    private static final String ANTHROPIC_MODEL = "claude-sonnet-4-5";
    private static final String OPENAI = "https://api.openai.com/v1";
    private static final BigDecimal USUAL_INPUT_PRICE = new BigDecimal(3);
    private static final BigDecimal USUAL_OUTPUT_PRICE = new BigDecimal(15);
    private static final BigDecimal USUAL_BUDGET = BigDecimal.TEN;

    private final Map<String, String> environment;
    private final List<String> problems;

    ModelVariables(Map<String, String> environment, List<String> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    Optional<ModelSettings> read() {
        return switch (text("SAYQL_MODEL_PROVIDER").orElse("anthropic")) {
            case "none" -> Optional.empty();
            case "anthropic" -> anthropic();
            case "openai" -> openAi();
            default -> {
                problems.add(
                        "SAYQL_MODEL_PROVIDER must be anthropic, openai (also for Ollama, vLLM and gateways) or none.");
                yield Optional.empty();
            }
        };
    }

    private Optional<ModelSettings> anthropic() {
        Optional<ModelSettings.Key> key = key(Stream.of("SAYQL_MODEL_KEY", "ANTHROPIC_API_KEY"));
        if (key.isEmpty()) {
            if (Stream.of("SAYQL_MODEL_PROVIDER", "SAYQL_MODEL", "SAYQL_MODEL_URL")
                    .anyMatch(name -> text(name).isPresent())) {
                problems.add("A language model is named but there is no key for it: set ANTHROPIC_API_KEY.");
            }
            return Optional.empty();
        }
        BigDecimal input = dollars("SAYQL_MODEL_PRICE_INPUT").orElse(USUAL_INPUT_PRICE);
        BigDecimal output = dollars("SAYQL_MODEL_PRICE_OUTPUT").orElse(USUAL_OUTPUT_PRICE);
        return Optional.of(settings(
                ModelSettings.Provider.ANTHROPIC,
                text("SAYQL_MODEL").orElse(ANTHROPIC_MODEL),
                address(ANTHROPIC, true),
                key,
                ModelSettings.Prices.ofAnthropic(input, output)));
    }

    private Optional<ModelSettings> openAi() {
        Optional<String> model = text("SAYQL_MODEL");
        if (model.isEmpty()) {
            problems.add("SAYQL_MODEL must name the model when SAYQL_MODEL_PROVIDER is openai.");
        }
        Optional<ModelSettings.Key> key = key(Stream.of("SAYQL_MODEL_KEY"));
        if (key.isEmpty() && text("SAYQL_MODEL_URL").isEmpty()) {
            problems.add("Set SAYQL_MODEL_KEY, or SAYQL_MODEL_URL to an endpoint that wants no key.");
        }
        Optional<BigDecimal> input = dollars("SAYQL_MODEL_PRICE_INPUT");
        Optional<BigDecimal> output = dollars("SAYQL_MODEL_PRICE_OUTPUT");
        if (input.isEmpty() || output.isEmpty()) {
            problems.add(
                    "SAYQL_MODEL_PRICE_INPUT and SAYQL_MODEL_PRICE_OUTPUT must say what a million tokens cost in US"
                            + " dollars; 0 where nothing is paid.");
        }
        return model.map(id -> settings(
                ModelSettings.Provider.OPENAI,
                id,
                address(OPENAI, key.isPresent()),
                key,
                ModelSettings.Prices.of(input.orElse(BigDecimal.ZERO), output.orElse(BigDecimal.ZERO))));
    }

    private ModelSettings settings(
            ModelSettings.Provider provider,
            String model,
            URI address,
            Optional<ModelSettings.Key> key,
            ModelSettings.Prices prices) {
        return new ModelSettings(
                provider,
                model,
                address,
                key,
                temperature(),
                structured(),
                number("SAYQL_MODEL_OUTPUT_TOKENS", 100, 100_000, 2_000),
                number("SAYQL_MODEL_CONTEXT_TOKENS", 500, 500_000, 8_000),
                Duration.ofSeconds(number("SAYQL_MODEL_SECONDS", 1, 300, 20)),
                prices,
                dollars("SAYQL_MODEL_BUDGET").orElse(USUAL_BUDGET));
    }

    private Optional<ModelSettings.Key> key(Stream<String> names) {
        Optional<String> key =
                names.flatMap(name -> text(name).stream()).findFirst().map(String::strip);
        if (key.filter(value -> !value.matches("[\\x21-\\x7e]+")).isPresent()) {
            problems.add("The language model's key holds characters that no key has.");
            return Optional.empty();
        }
        return key.map(ModelSettings.Key::new);
    }

    /** A key goes over the network in the open only to this machine itself. */
    private URI address(String usual, boolean withKey) {
        try {
            URI address = URI.create(text("SAYQL_MODEL_URL").orElse(usual).replaceAll("/+$", ""));
            boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
            boolean open = "http".equals(address.getScheme()) && (here || !withKey);
            boolean plain = address.getUserInfo() == null && address.getQuery() == null && address.getHost() != null;
            if (plain && ("https".equals(address.getScheme()) || open)) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        problems.add(
                "SAYQL_MODEL_URL must be an address such as https://models.example.com/v1; http only on this machine, or"
                        + " where there is no key.");
        return URI.create(usual);
    }

    private Optional<Double> temperature() {
        String text = text("SAYQL_MODEL_TEMPERATURE").orElse("0");
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (text.matches("[01](\\.[0-9]{1,3})?|2(\\.0{1,3})?")) {
            return Optional.of(Double.valueOf(text));
        }
        problems.add("SAYQL_MODEL_TEMPERATURE must be a number from 0 to 2, or none for a model that accepts none.");
        return Optional.empty();
    }

    private boolean structured() {
        String text = text("SAYQL_MODEL_STRUCTURED").orElse("true");
        if (!List.of("true", "false", "1", "0").contains(text)) {
            problems.add("SAYQL_MODEL_STRUCTURED must be true or false.");
        }
        return text.equals("true") || text.equals("1");
    }

    private Optional<BigDecimal> dollars(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && !text.get().matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            problems.add(name + " must be an amount of US dollars, such as 3 or 0.25.");
            return Optional.of(BigDecimal.ZERO);
        }
        return text.map(BigDecimal::new);
    }

    private int number(String name, int least, int most, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        problems.add("%s must be a whole number between %d and %d.".formatted(name, least, most));
        return otherwise;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}

package dev.sayql.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.llm.ModelSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelVariablesTest {

    private static Optional<ModelSettings> model(Map<String, String> environment) {
        return AppConfig.from(environment).model();
    }

    @Test
    void withoutAKeyThereIsNoModel() {
        assertThat(model(Map.of())).isEmpty();
        assertThat(model(Map.of("ANTHROPIC_API_KEY", "k", "SAYQL_MODEL_PROVIDER", "none")))
                .isEmpty();
    }

    @Test
    void aKeyIsAllThatClaudeNeeds() {
        ModelSettings settings =
                model(Map.of("ANTHROPIC_API_KEY", "sk-hush-4711")).orElseThrow();

        assertThat(settings.provider()).isEqualTo(ModelSettings.Provider.ANTHROPIC);
        assertThat(settings.address()).hasToString("https://api.anthropic.com/v1");
        assertThat(settings.temperature()).contains(0.0);
        assertThat(settings.outputTokens()).isEqualTo(2_000);
        assertThat(settings.contextTokens()).isEqualTo(8_000);
        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.prices().input()).isEqualTo(new BigDecimal("3"));
        assertThat(settings.prices().output()).isEqualTo(new BigDecimal("15"));
        assertThat(settings.budget()).isEqualTo(BigDecimal.TEN);
        assertThat(settings.toString()).doesNotContain("4711");
    }

    @Test
    void anEndpointOfOnesOwnNeedsNoKey() {
        ModelSettings settings = model(Map.of(
                        "SAYQL_MODEL_PROVIDER", "openai",
                        "SAYQL_MODEL", "small",
                        "SAYQL_MODEL_URL", "http://models.internal:8000/v1/",
                        "SAYQL_MODEL_TEMPERATURE", "none",
                        "SAYQL_MODEL_PRICE_INPUT", "0",
                        "SAYQL_MODEL_PRICE_OUTPUT", "0"))
                .orElseThrow();

        assertThat(settings.address()).hasToString("http://models.internal:8000/v1");
        assertThat(settings.key()).isEmpty();
        assertThat(settings.temperature()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SAYQL_MODEL_URL,http://models.example.com/v1",
        "SAYQL_MODEL_URL,ftp://models.example.com",
        "SAYQL_MODEL_URL,https://user:pw@models.example.com",
        "SAYQL_MODEL_URL,not an address",
        "SAYQL_MODEL_TEMPERATURE,3",
        "SAYQL_MODEL_TEMPERATURE,warm",
        "SAYQL_MODEL_STRUCTURED,perhaps",
        "SAYQL_MODEL_OUTPUT_TOKENS,1",
        "SAYQL_MODEL_SECONDS,0",
        "SAYQL_MODEL_PRICE_INPUT,-3",
        "SAYQL_MODEL_BUDGET,much",
        "SAYQL_MODEL_PROVIDER,somebody",
    })
    void badSettingsAreRefusedByTheirNames(String name, String value) {
        assertThatThrownBy(() -> model(Map.of("ANTHROPIC_API_KEY", "k", name, value)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem).startsWith(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nbreak", "ümlaut"})
    void aKeyThatIsNoneIsRefusedAndNotShown(String key) {
        assertThatThrownBy(() -> model(Map.of("ANTHROPIC_API_KEY", key)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems().toString()).doesNotContain(key));
    }

    @Test
    void pricesOfOtherProvidersAreNeverGuessed() {
        assertThatThrownBy(() ->
                        model(Map.of("SAYQL_MODEL_PROVIDER", "openai", "SAYQL_MODEL", "m", "SAYQL_MODEL_KEY", "k")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SAYQL_MODEL_PRICE_INPUT");
    }

    @Test
    void aModelWithoutAKeyIsAMistake() {
        assertThatThrownBy(() -> model(Map.of("SAYQL_MODEL", "claude-sonnet-4-5")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ANTHROPIC_API_KEY");
    }
}

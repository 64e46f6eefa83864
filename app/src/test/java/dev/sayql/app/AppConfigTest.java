package dev.sayql.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.app.AppConfig.Environment;
import dev.sayql.app.AppConfig.SourceConfig;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppConfigTest {

    private static final Map<String, String> PRODUCTION = Map.of(
            "ENVIRONMENT", "prod",
            "SYSTEM_DB_HOST", "db",
            "SYSTEM_DB_NAME", "sayql",
            "SYSTEM_DB_USER", "sayql",
            "SYSTEM_DB_PASSWORD", "hush",
            "SAYQL_MASTER_KEY", "aHVzaGh1c2hodXNoaHVzaGh1c2hodXNoaHVzaGh1c2g=",
            "SAYQL_SOURCE_URL", "postgresql://reader:hush@shop/shop");

    @Test
    void nothingHasToBeConfigured() {
        AppConfig config = AppConfig.from(Map.of("PATH", "/bin"));

        assertThat(config.environment()).isEqualTo(Environment.DEV);
        assertThat(config.server().bind()).isEqualTo("127.0.0.1");
        assertThat(config.server().port()).isEqualTo(8080);
        assertThat(config.systemDatabase()).isEmpty();
        assertThat(config.source()).isEmpty();
        assertThat(config.home().getFileName()).hasToString(".sayql");
    }

    @Test
    void theHomeOfTheEnvironmentIsUsed() {
        assertThat(AppConfig.from(Map.of("HOME", "/srv/ann")).home()).hasToString("/srv/ann/.sayql");
        assertThat(AppConfig.from(Map.of("HOME", "/srv/ann", "SAYQL_HOME", "/data"))
                        .home())
                .hasToString("/data");
    }

    @Test
    void textsAreReadByMeaningUnlessThatIsSwitchedOff() {
        assertThat(AppConfig.from(Map.of()).encoder()).isTrue();
        assertThat(AppConfig.from(Map.of("SAYQL_ENCODER", "off")).encoder()).isFalse();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> AppConfig.from(Map.of(
                        "SAYQL_PROT", "1",
                        "SAYQL_PORT", "70000",
                        "SAYQL_DEBUG", "maybe",
                        "SAYQL_ENCODER", "perhaps",
                        "SAYQL_MASTER_KEY", "short",
                        "SAYQL_CORS_ORIGINS", "https://app.example.com/path",
                        "SAYQL_HISTORY_DAYS", "0",
                        "SYSTEM_DB_HOST", "db",
                        "ENVIRONMENT", "staging")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        wrong -> assertThat(wrong.problems())
                                .containsExactlyInAnyOrder(
                                        "There is no setting SAYQL_PROT; the nearest is SAYQL_PORT.",
                                        "SAYQL_PORT must be a whole number between 0 and 65535.",
                                        "SAYQL_DEBUG must be true or false.",
                                        "SAYQL_ENCODER must be on or off.",
                                        "SAYQL_MASTER_KEY must be 32 random bytes in Base64; 'openssl rand -base64 32'"
                                                + " makes one.",
                                        "SAYQL_CORS_ORIGINS must be origins such as https://app.example.com, with commas"
                                                + " between them and without a path.",
                                        "SAYQL_HISTORY_DAYS must be a whole number between 1 and 36500.",
                                        "ENVIRONMENT must be dev or prod.",
                                        "The system database is set in part only; missing: SYSTEM_DB_NAME, SYSTEM_DB_USER,"
                                                + " SYSTEM_DB_PASSWORD."));
    }

    @Test
    void productionNeedsDatabasesOfItsOwn() {
        assertThat(AppConfig.from(PRODUCTION).environment()).isEqualTo(Environment.PROD);
        for (String needed : new String[] {"SYSTEM_DB_HOST", "SAYQL_SOURCE_URL", "SAYQL_MASTER_KEY"}) {
            Map<String, String> without = new HashMap<>(PRODUCTION);
            without.remove(needed);
            assertThatThrownBy(() -> AppConfig.from(without)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void secretsMaskThemselves() {
        assertThat(AppConfig.from(PRODUCTION).toString()).doesNotContain("hush", "aHVzaG");
    }

    @Test
    void theSameUrlIsTheSameSourceWhateverItsPassword() {
        SourceAddress first = address("postgresql://a:one@db.example:6000/Shop%20One");
        SourceAddress second = address("postgresql://b:two@db.example:6000/Shop%20One");

        assertThat(first.source()).isEqualTo(second.source());
        assertThat(first.source().id().value()).isEqualTo("Shop_One.db.example.6000");
        assertThat(address("postgresql://a@db.example:6001/Shop%20One").source().id())
                .isNotEqualTo(first.source().id());
    }

    @Test
    void longNamesStillMakeAnId() {
        String id = address("postgresql://a@" + "h".repeat(60) + "/" + "d".repeat(60))
                .source()
                .id()
                .value();

        assertThat(id).hasSize(63);
    }

    @Test
    void aUrlThatIsRefusedIsAMatterOfConfiguration() {
        assertThatThrownBy(() -> address("mysql://a@b/c")).isInstanceOf(ConfigurationException.class);
    }

    private static SourceAddress address(String url) {
        return SourceAddress.of(AppConfig.DEMO_TEAM, new SourceConfig(new Secret(url), false));
    }
}

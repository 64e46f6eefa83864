package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.jdbc.ConnectionString.Code;
import dev.sayql.jdbc.ConnectionString.Parsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStringTest {

    private static ConnectionSettings accepted(String text) {
        Parsed parsed = ConnectionString.parse(text);
        assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
        return ((Parsed.Accepted) parsed).settings();
    }

    private static Code refused(String text) {
        Parsed parsed = ConnectionString.parse(text);
        assertThat(parsed).isInstanceOf(Parsed.Refused.class);
        Parsed.Refused refused = (Parsed.Refused) parsed;
        assertThat(refused.sentence()).isNotBlank().doesNotContain("hunter2");
        return refused.code();
    }

    @Test
    void readsEveryPart() {
        assertThat(accepted(
                        "postgresql://ann:hunter2@db.example.com:6432/shop?sslmode=verify-full&application_name=bi"))
                .isEqualTo(new ConnectionSettings(
                        "db.example.com",
                        6432,
                        "shop",
                        "ann",
                        "hunter2",
                        new Encryption(SslMode.VERIFY_FULL, ChannelBinding.PREFER),
                        new Greeting("bi", Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ann@localhost/shop",
                "postgresql://ann@localhost/shop",
                "postgresql://ann:@localhost:5432/shop",
                "jdbc:postgresql://localhost/shop?user=ann",
                "jdbc:postgresql://localhost:5432/shop?user=ann&password="
            })
    void fillsInTheDefaults(String text) {
        assertThat(accepted(text)).isEqualTo(ConnectionSettings.of("localhost", 5432, "shop", "ann", ""));
    }

    @Test
    void decodesPercentSignsOnce() {
        ConnectionSettings settings = accepted("postgresql://a%40b:p%2525%C3%BC%3A%2F@h/my%20shop");

        assertThat(settings.user()).isEqualTo("a@b");
        assertThat(settings.password()).isEqualTo("p%25ü:/");
        assertThat(settings.database()).isEqualTo("my shop");
    }

    @Test
    void takesAPlusForAPlus() {
        assertThat(accepted("postgresql://a:b+c@h/d").password()).isEqualTo("b+c");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u@[::1]/d,                    ::1,                5432",
        "postgresql://u@[2001:db8::7]:6000/d,       2001:db8::7,        6000",
        "postgresql://u@[::ffff:10.0.0.1]/d,        ::ffff:10.0.0.1,    5432",
        "postgresql://u@10.0.0.1:1/d,               10.0.0.1,           1",
        "postgresql://u@db-1.eu_west.example.com./d,db-1.eu_west.example.com.,5432"
    })
    void readsEveryKindOfHost(String text, String host, int port) {
        assertThat(accepted(text).host()).isEqualTo(host);
        assertThat(accepted(text).port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PGHOST=evil",
                "PGPORT=1",
                "PGDBNAME=x",
                "host=evil",
                "port=1",
                "dbname=x",
                "hostaddr=1.2.3.4",
                "service=x",
                "passfile=/etc/passwd",
                "socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext",
                "socketFactoryArg=http://evil/x.xml",
                "sslfactory=a.B",
                "sslfactoryarg=x",
                "sslpasswordcallback=a.B",
                "sslhostnameverifier=a.B",
                "sslkey=/x",
                "sslcert=/x",
                "loggerFile=/tmp/x",
                "loggerLevel=TRACE",
                "authenticationPluginClassName=a.B",
                "xmlFactoryFactory=a.B",
                "connectExecutor=a.B",
                "currentSchema=x",
                "replication=database",
                "SSLMODE=disable",
                "sslMode=disable",
                "%73slmode=disable",
                "allowEncodingChanges=true",
                "targetServerType=any",
                "",
                "=x",
                "&"
            })
    void refusesEveryPropertyThatIsNotOnTheList(String property) {
        assertThat(refused("postgresql://ann:hunter2@localhost/shop?" + property))
                .isEqualTo(Code.UNKNOWN_PROPERTY);
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://u@h/d,                              NOT_A_POSTGRESQL_URL",
        "'',                                         NOT_A_POSTGRESQL_URL",
        "h/d,                                        NOT_A_POSTGRESQL_URL",
        "postgresql:u@h/d,                           NOT_A_POSTGRESQL_URL",
        "POSTGRESQL://u@h/d,                         NOT_A_POSTGRESQL_URL",
        "jdbc:jdbc:postgresql://u@h/d,               NOT_A_POSTGRESQL_URL",
        "jdbc:postgresql:shop,                       NOT_A_POSTGRESQL_URL",
        "'postgresql://u@a,b/d',                     SEVERAL_HOSTS",
        "'postgresql://u@a:1,b:2/d',                 SEVERAL_HOSTS",
        "postgresql:///d?user=u,                     BAD_HOST",
        "postgresql://u@/d,                          BAD_HOST",
        "postgresql://u@%2Ftmp/d,                    BAD_HOST",
        "postgresql://u@-x/d,                        BAD_HOST",
        "postgresql://u@a..b/d,                      BAD_HOST",
        "postgresql://u@[::1/d,                      BAD_HOST",
        "postgresql://u@[]/d,                        BAD_HOST",
        "postgresql://u@[h]/d,                       BAD_HOST",
        "postgresql://u@[fe80::1%eth0]/d,            BAD_HOST",
        "postgresql://u@::1/d,                       BAD_HOST",
        "postgresql://u@h:/d,                        BAD_PORT",
        "postgresql://u@h:0/d,                       BAD_PORT",
        "postgresql://u@h:65536/d,                   BAD_PORT",
        "postgresql://u@h:99999999999/d,             BAD_PORT",
        "postgresql://u@h:5432:1/d,                  BAD_PORT",
        "postgresql://u@h:+5432/d,                   BAD_PORT",
        "postgresql://u@[::1]x/d,                    BAD_PORT",
        "postgresql://h/d,                           MISSING_USER",
        "postgresql://@h/d,                          MISSING_USER",
        "postgresql://:hunter2@h/d,                  MISSING_USER",
        "postgresql://u@h,                           MISSING_DATABASE",
        "postgresql://u@h/,                          MISSING_DATABASE",
        "postgresql://u@h/?sslmode=disable,          MISSING_DATABASE",
        "postgresql://u@h/a/b,                       BAD_ENCODING",
        "postgresql://u:hunter2@evil@h/d,            BAD_ENCODING",
        "postgresql://u@h/%zz,                       BAD_ENCODING",
        "postgresql://u@h/%4,                        BAD_ENCODING",
        "postgresql://u@h/%00,                       BAD_ENCODING",
        "postgresql://u:%ff@h/d,                     BAD_ENCODING",
        "postgresql://u:%c0%af@h/d,                  BAD_ENCODING",
        "postgresql://u@h/a%0Ab,                     FORBIDDEN_CHARACTER",
        "postgresql://u@h/d#x,                       FORBIDDEN_CHARACTER",
        "postgresql://u@h\\e/d,                      FORBIDDEN_CHARACTER",
        "postgresql://u@h /d,                        FORBIDDEN_CHARACTER",
        "postgresql://u@h/d?sslmode=no-verify,       BAD_PROPERTY",
        "postgresql://u@h/d?sslmode,                 BAD_PROPERTY",
        "postgresql://u@h/d?sslmode=disable&sslmode=require, REPEATED_PROPERTY",
        "postgresql://u@h/d?user=v,                  REPEATED_PROPERTY",
        "postgresql://u@h/d?password=hunter2,        REPEATED_PROPERTY"
    })
    void refusesWithAReason(String text, Code code) {
        assertThat(refused(text)).isEqualTo(code);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(refused("postgresql://u@h/" + "d".repeat(5_000))).isEqualTo(Code.TOO_LONG);
    }

    @Test
    void settingsHideThePassword() {
        assertThat(accepted("postgresql://ann:hunter2@h/d")).asString().doesNotContain("hunter2");
        assertThat(ConnectionString.parse("postgresql://ann:hunter2@h/d"))
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    void settingsCannotBeMadeFromABadHost() {
        assertThatThrownBy(() -> ConnectionSettings.of("a,b", 5432, "d", "u", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConnectionSettings.of("h/x?a=b", 5432, "d", "u", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

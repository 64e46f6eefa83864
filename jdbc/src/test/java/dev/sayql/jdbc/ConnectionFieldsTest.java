package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.jdbc.ConnectionFields.FieldProblem;
import dev.sayql.jdbc.ConnectionFields.Read;
import dev.sayql.jdbc.ConnectionString.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFieldsTest {

    private static ConnectionFields toHost(String host) {
        return new ConnectionFields(host, Optional.empty(), "shop", "ann", "pw", Optional.empty());
    }

    private static ConnectionSettings settings(ConnectionFields fields) {
        Read read = fields.read();
        assertThat(read).isInstanceOf(Read.Accepted.class);
        return ((Read.Accepted) read).settings();
    }

    private static List<FieldProblem> problems(ConnectionFields fields) {
        Read read = fields.read();
        assertThat(read).isInstanceOf(Read.Refused.class);
        return ((Read.Refused) read).problems();
    }

    @Test
    void meanTheSameAsAConnectionString() {
        ConnectionSettings ofString = ((ConnectionString.Parsed.Accepted) ConnectionString.parse(
                        "postgresql://ann%40x:p%2Fw@db.example.com:5433/my%20shop?sslmode=require"))
                .settings();
        assertThat(settings(new ConnectionFields(
                        "db.example.com", Optional.of(5433), "my shop", "ann@x", "p/w", Optional.of("require"))))
                .isEqualTo(ofString);
        assertThat(settings(toHost("db.example.com")).port()).isEqualTo(5432);
        assertThat(settings(toHost("[2001:db8::1]"))).isEqualTo(settings(toHost("2001:db8::1")));
    }

    @Test
    void tellEveryWrongFieldAtOnceAndRepeatNoneOfThem() {
        List<FieldProblem> problems =
                problems(new ConnectionFields("a b", Optional.of(0), "", "x\ny", "secret\n", Optional.of("yes")));
        assertThat(problems)
                .extracting(FieldProblem::field)
                .containsExactly("host", "port", "database", "user", "password", "sslmode");
        assertThat(problems).noneMatch(problem -> problem.sentence().contains("secret"));
        assertThat(new ConnectionFields("h", Optional.empty(), "d", "u", "hunter2", Optional.empty()).toString())
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a,b",
                "host/path",
                "host?x=y",
                "host:5432",
                "user@host",
                "127.1",
                "0x7f.0.0.1",
                "2130706433",
                "[db.example.com]",
                "[127.0.0.1]",
                "fe80::1%eth0",
                "/var/run/postgresql",
                "host#x",
                "host\\x",
                "-h"
            })
    void refuseAHostThatIsMoreOrLessThanAHost(String host) {
        assertThat(problems(toHost(host)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isIn(Code.BAD_HOST, Code.SEVERAL_HOSTS));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, forbidden_address",
        "::1, forbidden_address",
        "10.0.0.8, forbidden_address",
        "169.254.169.254, forbidden_address",
        "localhost, forbidden_host",
        "db.internal, forbidden_host"
    })
    void ofATeamLeadNowhereButToPublicAddresses(String host, String code) {
        try (TeamUrls urls = new TeamUrls(AddressPolicy.publicOnly(), (name, within) -> List.of())) {
            assertThat(urls.judge(settings(toHost(host))))
                    .isInstanceOfSatisfying(
                            TeamUrls.Verdict.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(code));
        }
    }

    @Test
    void ofATeamMayLeadToAPublicAddressOnAUsualPort() {
        try (TeamUrls urls = new TeamUrls(AddressPolicy.publicOnly(), (name, within) -> List.of())) {
            assertThat(urls.judge(settings(toHost("8.8.8.8")))).isEqualTo(new TeamUrls.Verdict.Accepted(true));
            ConnectionFields oddPort = new ConnectionFields("8.8.8.8", Optional.of(22), "d", "u", "", Optional.empty());
            assertThat(urls.judge(settings(oddPort))).isInstanceOf(TeamUrls.Verdict.Refused.class);
        }
    }
}

package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.question.SourcePolicy;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyYamlTest {

    private static TableName name(String schema, String table) {
        return new TableName(schema, table);
    }

    @Test
    void readsAllThatAPolicySays() {
        PolicyYaml.Read read = PolicyYaml.read("""
                tables: [users, sales.*]
                views: [revenue, sales.quarterly]
                harmless_views: [revenue]
                functions:
                  - public.margin(numeric, numeric)
                extensions: [citext]
                denied_columns:
                  users: [email]
                masked_columns:
                  hr.people: [phone, salary]
                """);

        assertThat(read)
                .isEqualTo(new PolicyYaml.Read.Understood(new SourcePolicy(
                        Set.of(name("public", "users"), name("sales", "*")),
                        Set.of(name("public", "revenue"), name("sales", "quarterly")),
                        Set.of(name("public", "revenue")),
                        List.of("public.margin(numeric, numeric)"),
                        Set.of("citext"),
                        Map.of(name("public", "users"), Set.of("email")),
                        Map.of(name("hr", "people"), Set.of("phone", "salary")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "''|must have one or more",
                "[]|must have one or more",
                "view: [a]|There is no view in a policy",
                "1: [a]|There is no 1",
                "views: a|views must be a list",
                "tables: []|tables must name what may be read",
                "tables: a|tables must be a list",
                "views: [1]|every entry must be a text",
                "views: ['']|every entry must be a text",
                "views: ['a.']|names nothing",
                "views: ['.a']|names nothing",
                "denied_columns: [a]|for each table",
                "denied_columns: {users: email}|must be a list",
                "denied_columns: {users: []}|must name columns",
                "denied_columns: {1: [a]}|must name columns",
                "'a: [b'|must have one or more",
                "a: [b|is not YAML",
                "{a: 1, a: 2}|is not YAML"
            })
    void tellsWhatIsWrong(String yaml, String problem) {
        assertThat(PolicyYaml.read(yaml))
                .isInstanceOfSatisfying(
                        PolicyYaml.Read.Faulty.class,
                        faulty -> assertThat(faulty.problems())
                                .anySatisfy(said -> assertThat(said).contains(problem)));
    }

    @Test
    void whatIsWrittenReadsBack() {
        SourcePolicy policy = new SourcePolicy(
                Set.of(name("public", "users"), name("sales", "*")),
                Set.of(name("public", "revenue")),
                Set.of(name("public", "revenue")),
                List.of("public.margin(numeric, numeric)", "public.\"Odd\"(text)"),
                Set.of("citext"),
                Map.of(name("public", "users"), Set.of("email", "it's: [odd]")),
                Map.of(name("hr", "people"), Set.of("phone", "null")));

        assertThat(PolicyYaml.read(PolicyYaml.write(policy))).isEqualTo(new PolicyYaml.Read.Understood(policy));
        assertThat(PolicyYaml.read(PolicyYaml.write(SourcePolicy.NONE)))
                .isEqualTo(new PolicyYaml.Read.Understood(SourcePolicy.NONE));
    }

    @Test
    void whatIsTooLongOrTooDeepIsNoPolicy() {
        assertThat(PolicyYaml.read("#".repeat(1_000_001))).isInstanceOf(PolicyYaml.Read.Faulty.class);
        assertThat(PolicyYaml.read("[".repeat(100_000))).isInstanceOf(PolicyYaml.Read.Faulty.class);
    }
}

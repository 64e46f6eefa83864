package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.question.PolicyVersion;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredPoliciesTest {
    private final TestDatabase test = TestDatabase.create("policies");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final StoredPolicies here = new StoredPolicies(database);
    private final StoredPolicies elsewhere = new StoredPolicies(database);

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private static Source source(String team, String id) {
        return new Source(new TeamId(team), new SourceId(id), id);
    }

    private static SourcePolicy denying(String column) {
        return new SourcePolicy(
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Map.of(new TableName("public", "users"), Set.of(column)),
                Map.of());
    }

    @Test
    void nothingIsDecidedAtFirst() {
        assertThat(here.of(source("demo", "fresh"))).isEqualTo(PolicyVersion.NONE);
    }

    @Test
    void everyDecisionBindsAllAtOnce() {
        Source shop = source("demo", "shop");

        assertThat(here.replace(shop, denying("email")).version()).isEqualTo(1);
        assertThat(elsewhere.of(shop)).isEqualTo(new PolicyVersion(1, denying("email")));
        assertThat(elsewhere.replace(shop, SourcePolicy.NONE).version()).isEqualTo(2);
        assertThat(here.of(shop)).isEqualTo(new PolicyVersion(2, SourcePolicy.NONE));
        assertThat(here.of(shop)).isSameAs(here.of(shop));
    }

    @Test
    void anotherTeamsSourceOfTheSameNameIsAnother() {
        here.replace(source("demo", "same"), denying("email"));

        assertThat(here.of(source("other", "same"))).isEqualTo(PolicyVersion.NONE);
    }

    @Test
    void aDocumentThatCannotBeReadIsAFailureAndNotAnOpenSource() {
        Source broken = source("demo", "broken");
        here.replace(broken, denying("email"));
        TestDatabase.run(
                test.owner(),
                "UPDATE source_policies SET document = 'denied: [', version = 2 WHERE source_id = 'broken'");

        assertThatThrownBy(() -> here.of(broken)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> here.of(broken)).isInstanceOf(IllegalStateException.class);
    }
}

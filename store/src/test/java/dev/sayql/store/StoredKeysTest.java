package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredKeysTest {
    private static final TeamId TEAM = new TeamId("demo");

    private final FixedClock clock = FixedClock.at("2026-03-15T09:00:00Z");
    private final TestDatabase test = TestDatabase.create("keys");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final StoredKeys keys = new StoredKeys(database, new SecureRandom(), clock);

    @BeforeAll
    void makeTheTeam() {
        new StoredTeams(database).ensure(TEAM, "Demo");
    }

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    @Test
    void knowsTheTeamOfAKeyItMade() {
        ApiKey key = keys.issue(TEAM, "dev", "laptop");

        assertThat(key.text()).matches("sayql_dev_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}");
        assertThat(keys.teamOf(key.text())).contains(TEAM);
        assertThat(key).asString().doesNotContain(key.text().substring(24));
    }

    @Test
    void knowsNoOtherText() {
        ApiKey key = keys.issue(TEAM, "dev", "laptop");
        ApiKey neverStored = ApiKey.random("dev", new SecureRandom());

        assertThat(keys.teamOf(neverStored.text())).isEmpty();
        assertThat(keys.teamOf(key.text().substring(1))).isEmpty();
        assertThat(keys.teamOf("")).isEmpty();
        assertThat(keys.teamOf("demo-api-key-12345")).isEmpty();
        assertThat(ApiKey.parse(key.text().substring(0, key.text().length() - 1) + "-"))
                .isEmpty();
    }

    @Test
    void refusesAMistypedKeyWithoutAskingTheDatabase() {
        String text = ApiKey.random("dev", new SecureRandom()).text();
        char last = text.charAt(30);
        String mistyped = text.substring(0, 30) + (last == 'a' ? 'b' : 'a') + text.substring(31);

        assertThat(ApiKey.parse(text)).isPresent();
        assertThat(ApiKey.parse(mistyped)).isEmpty();
    }

    @Test
    void storesNoPartOfTheSecret() {
        ApiKey key = keys.issue(TEAM, "dev", "laptop");
        String secret = key.text().substring(key.text().lastIndexOf('_') + 1);

        TestDatabase.run(
                test.owner(),
                "DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM api_keys k WHERE k::text LIKE '%" + secret
                        + "%'), 'a secret is stored'; END $$");
    }

    @Test
    void keepsTwoKeysValidUntilOneIsRevokedOrExpires() {
        ApiKey old = keys.issue(TEAM, "dev", "old");
        ApiKey next = keys.issue(TEAM, "dev", "new");
        keys.expire(TEAM, old.id(), clock.instant().plus(Duration.ofDays(1)));
        assertThat(keys.teamOf(old.text())).contains(TEAM);

        clock.advance(Duration.ofDays(2));
        assertThat(keys.teamOf(old.text())).isEmpty();
        assertThat(keys.teamOf(next.text())).contains(TEAM);

        assertThat(keys.revoke(new TeamId("other"), next.id())).isFalse();
        assertThat(keys.revoke(TEAM, next.id())).isTrue();
        assertThat(keys.teamOf(next.text())).isEmpty();
    }

    @Test
    void refusesTheKeyOfATeamThatIsNotActive() {
        TeamId gone = new TeamId("gone");
        new StoredTeams(database).ensure(gone, "Gone");
        ApiKey key = keys.issue(gone, "dev", "laptop");

        TestDatabase.run(test.owner(), "UPDATE teams SET is_active = false WHERE team_id = 'gone'");

        assertThat(keys.teamOf(key.text())).isEmpty();
    }

    @Test
    void makesOnlyOneFirstKeyWhenSeveralProcessesStart() {
        TeamId fresh = new TeamId("fresh");
        new StoredTeams(database).ensure(fresh, "Fresh");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Optional<ApiKey>>> starts = IntStream.range(0, 4)
                    .mapToObj(start ->
                            CompletableFuture.supplyAsync(() -> keys.issueFirst(fresh, "dev", "first"), threads))
                    .toList();

            assertThat(starts.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                    .hasSize(1);
        }
    }
}

package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.team.Caller;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.KeyState;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
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

    private Optional<TeamId> team(IssuedKey key) {
        return keys.callerOf(key.text()).map(caller -> caller.team().id());
    }

    @Test
    void knowsTheTeamOfAKeyItMade() {
        IssuedKey key = keys.issue(TEAM, "dev", "laptop");

        assertThat(key.text()).matches("sayql_dev_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}");
        assertThat(team(key)).contains(TEAM);
        assertThat(key).asString().doesNotContain(key.text().substring(24));
    }

    @Test
    void knowsNoOtherText() {
        IssuedKey key = keys.issue(TEAM, "dev", "laptop");
        ApiKey neverStored = ApiKey.random("dev", new SecureRandom());

        assertThat(keys.callerOf(neverStored.text())).isEmpty();
        assertThat(keys.callerOf(key.text().substring(1))).isEmpty();
        assertThat(keys.callerOf("")).isEmpty();
        assertThat(keys.callerOf("demo-api-key-12345")).isEmpty();
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
        IssuedKey key = keys.issue(TEAM, "dev", "laptop");
        String secret = key.text().substring(key.text().lastIndexOf('_') + 1);

        TestDatabase.run(
                test.owner(),
                "DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM api_keys k WHERE k::text LIKE '%" + secret
                        + "%'), 'a secret is stored'; END $$");
    }

    @Test
    void keepsTwoKeysValidWhileOneReplacesTheOther() {
        IssuedKey old = keys.issue(TEAM, "dev", "laptop");
        IssuedKey next = keys.rotate(TEAM, old.id(), Duration.ofDays(1)).orElseThrow();
        assertThat(team(old)).contains(TEAM);
        assertThat(team(next)).contains(TEAM);

        clock.advance(Duration.ofDays(1));
        assertThat(team(old)).isEmpty();
        assertThat(team(next)).contains(TEAM);
        assertThat(keys.rotate(TEAM, old.id(), Duration.ofDays(1)))
                .as("a key that is not valid is not replaced")
                .isEmpty();
        assertThat(keys.rotate(new TeamId("other"), next.id(), Duration.ZERO)).isEmpty();
    }

    @Test
    void revokesAtOnceHereAndWithinFiveSecondsOnEveryOtherNode() {
        IssuedKey key = keys.issue(TEAM, "dev", "laptop");
        try (SystemDatabase otherDatabase = SystemDatabases.open(test)) {
            StoredKeys otherNode = new StoredKeys(otherDatabase, new SecureRandom(), clock);
            assertThat(team(key)).contains(TEAM);
            assertThat(otherNode.callerOf(key.text())).isPresent();

            assertThat(keys.revoke(new TeamId("other"), key.id())).isFalse();
            assertThat(keys.revoke(TEAM, key.id())).isTrue();
            assertThat(keys.revoke(TEAM, key.id())).isFalse();

            assertThat(team(key)).isEmpty();
            assertThat(otherNode.callerOf(key.text())).isPresent();
            clock.advance(Duration.ofSeconds(4));
            assertThat(otherNode.callerOf(key.text())).isEmpty();
        }
    }

    @Test
    void listsKeysWithoutTheirSecretsAndWhenTheyWereUsed() {
        TeamId lister = new TeamId("lister");
        new StoredTeams(database).ensure(lister, "Lister");
        IssuedKey key = keys.issue(lister, "prod", "server");
        Instant made = clock.instant();
        assertThat(keys.list(lister))
                .containsExactly(new KeyState(
                        key.id(), "prod", "server", made, Optional.empty(), Optional.empty(), Optional.empty()));

        team(key);
        clock.advance(Duration.ofSeconds(59));
        team(key);
        assertThat(keys.list(lister).getFirst().lastUsed())
                .as("written at most once a minute")
                .contains(made);

        clock.advance(Duration.ofSeconds(10));
        team(key);
        assertThat(keys.list(lister).getFirst().lastUsed()).contains(made.plusSeconds(69));
    }

    @Test
    void tellsTheLimitsOfTheTeamWhoseKeyItIs() {
        TeamId limited = new TeamId("limited");
        TeamLimits limits = new TeamLimits(1, 2, 3, 4, 5);
        Team team = new Team(limited, "Limited", Optional.of("a@b.c"), limits, true, clock.instant());
        new StoredTeams(database).create(team);
        IssuedKey key = keys.issue(limited, "dev", "laptop");

        assertThat(keys.callerOf(key.text())).contains(new Caller(team, key.id()));
    }

    @Test
    void keysOfTeamsAndOfAdministratorsAreNotMistakenForEachOther() {
        StoredAdminKeys adminKeys = new StoredAdminKeys(database, new SecureRandom(), clock);
        IssuedKey admin = adminKeys.issue("operator");
        IssuedKey key = keys.issue(TEAM, "dev", "laptop");

        assertThat(adminKeys.idOf(admin.text())).contains(admin.id());
        assertThat(adminKeys.idOf(key.text())).isEmpty();
        assertThat(keys.callerOf(admin.text())).isEmpty();
        assertThatThrownBy(() -> keys.issue(TEAM, "admin", "laptop")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysOfAdministratorsAreIssuedListedAndRevoked() {
        StoredAdminKeys adminKeys = new StoredAdminKeys(database, new SecureRandom(), clock);
        IssuedKey key = adminKeys.issue("operator");
        assertThat(adminKeys.issueFirst("first")).isEmpty();
        assertThat(adminKeys.idOf(key.text().substring(1))).isEmpty();
        assertThat(adminKeys.list()).anySatisfy(state -> {
            assertThat(state.id()).isEqualTo(key.id());
            assertThat(state.label()).isEqualTo("operator");
        });

        assertThat(adminKeys.idOf(key.text())).contains(key.id());
        assertThat(adminKeys.revoke(key.id())).isTrue();
        assertThat(adminKeys.revoke(key.id())).isFalse();
        assertThat(adminKeys.idOf(key.text())).isEmpty();
    }

    @Test
    void refusesTheKeyOfATeamThatIsNotActive() {
        TeamId gone = new TeamId("gone");
        new StoredTeams(database).ensure(gone, "Gone");
        IssuedKey key = keys.issue(gone, "dev", "laptop");

        TestDatabase.run(test.owner(), "UPDATE teams SET is_active = false WHERE team_id = 'gone'");

        assertThat(team(key)).isEmpty();
    }

    @Test
    void makesOnlyOneFirstKeyWhenSeveralProcessesStart() {
        TeamId fresh = new TeamId("fresh");
        new StoredTeams(database).ensure(fresh, "Fresh");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<Optional<IssuedKey>>> starts = IntStream.range(0, 4)
                    .mapToObj(start ->
                            CompletableFuture.supplyAsync(() -> keys.issueFirst(fresh, "dev", "first"), threads))
                    .toList();

            assertThat(starts.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                    .hasSize(1);
        }
    }
}

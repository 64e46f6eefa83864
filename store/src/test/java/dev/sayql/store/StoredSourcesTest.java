package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.question.ConnectionSecret;
import dev.sayql.core.question.Introspection;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.question.SourceRegistration;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.core.question.SourceState;
import dev.sayql.core.question.SourceState.Status;
import dev.sayql.core.question.TableMetadata;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredSourcesTest {
    private static final TeamId TEAM = new TeamId("demo");
    private static final TeamId OTHER = new TeamId("other");
    private static final SourceId SHOP = new SourceId("shop");
    private static final String SECRET = "postgresql://reader:hunter2@db.example.com/shop";

    private final FixedClock clock = FixedClock.at("2026-03-15T09:00:00Z");
    private final TestDatabase test = TestDatabase.create("sources");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final SecureRandom random = new SecureRandom();
    private final MasterKeys master =
            MasterKeys.only(MasterKey.of(MasterKey.random(random)).orElseThrow());
    private final SourceRegistry sources = new StoredSources(database, master, random, clock);

    @BeforeEach
    void makeTeams() {
        new StoredTeams(database).ensure(TEAM, "Demo");
        new StoredTeams(database).ensure(OTHER, "Other");
    }

    @AfterEach
    void close() {
        database.close();
        test.close();
    }

    private static SourceRegistration registration(TeamId team, String id) {
        return new SourceRegistration(
                new Source(team, new SourceId(id), "shop"),
                new ConnectionSecret(SECRET),
                false,
                List.of("public"),
                List.of("orders", "public.users"));
    }

    private static TableMetadata table(String name, long bytes) {
        return new TableMetadata(
                "public",
                name,
                "table",
                "CREATE TABLE public." + name + " (id integer)",
                -1,
                bytes,
                Optional.of("What " + name + " are"),
                List.of("How many " + name + " are there?"),
                "f-" + name,
                "{}");
    }

    @Test
    void givesBackWhatWasRegisteredAndShowsNothingOfTheConnection() {
        SourceRegistration registration = registration(TEAM, "shop");
        sources.register(registration);

        assertThat(sources.registration(TEAM, SHOP)).contains(registration);
        assertThat(sources.find(TEAM, SHOP)).contains(registration.source());
        assertThat(registration).asString().doesNotContain("hunter2");
        TestDatabase.run(
                test.owner(),
                "DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM sources WHERE"
                        + " position(convert_to('hunter2', 'UTF8') IN encrypted_connection) > 0), 'readable'; END $$");
    }

    @Test
    void anotherTeamsSourceIsAsUnknownAsNone() {
        sources.register(registration(TEAM, "shop"));

        assertThat(sources.find(OTHER, SHOP)).isEmpty();
        assertThat(sources.registration(OTHER, SHOP)).isEmpty();
        assertThat(sources.state(OTHER, SHOP)).isEmpty();
        assertThat(sources.list(OTHER)).isEmpty();
        assertThat(sources.tables(OTHER, SHOP)).isEmpty();
        assertThat(sources.introspected(OTHER, SHOP, new Introspection("f", List.of())))
                .isFalse();
        assertThat(sources.failed(OTHER, SHOP, "No.")).isFalse();
        assertThat(sources.remove(OTHER, SHOP)).isFalse();
        assertThat(sources.find(TEAM, SHOP)).isPresent();
    }

    @Test
    void keepsWhatWasReadAndReplacesItByTheNextReading() {
        sources.register(registration(TEAM, "shop"));
        assertThat(sources.state(TEAM, SHOP).orElseThrow().status()).isEqualTo(Status.NEW);

        List<TableMetadata> tables = List.of(table("orders", 10), table("users", 5));
        assertThat(sources.introspected(TEAM, SHOP, new Introspection("one", tables)))
                .isTrue();
        assertThat(sources.tables(TEAM, SHOP)).isEqualTo(tables);
        assertState(Status.READY, 2, 15, "one", clock.instant(), Optional.empty());

        Instant read = clock.instant();
        clock.advance(Duration.ofHours(1));
        assertThat(sources.failed(TEAM, SHOP, "The database cannot be reached."))
                .isTrue();
        assertState(Status.FAILED, 2, 15, "one", read, Optional.of("The database cannot be reached."));

        sources.introspected(TEAM, SHOP, new Introspection("two", List.of(table("users", 7))));
        assertThat(sources.tables(TEAM, SHOP)).containsExactly(table("users", 7));
        assertState(Status.READY, 1, 7, "two", clock.instant(), Optional.empty());
    }

    private void assertState(
            Status status, int tables, long bytes, String fingerprint, Instant read, Optional<String> problem) {
        SourceState state = sources.state(TEAM, SHOP).orElseThrow();
        assertThat(sources.list(TEAM)).containsExactly(state);
        assertThat(state.status()).isEqualTo(status);
        assertThat(state.tables()).isEqualTo(tables);
        assertThat(state.bytes()).isEqualTo(bytes);
        assertThat(state.fingerprint()).contains(fingerprint);
        assertThat(state.introspected()).contains(read);
        assertThat(state.problem()).isEqualTo(problem);
    }

    @Test
    void anotherConnectionLeavesWhatWasRead() {
        sources.register(registration(TEAM, "shop"));
        sources.introspected(TEAM, SHOP, new Introspection("one", List.of(table("orders", 10))));

        SourceRegistration changed = new SourceRegistration(
                new Source(TEAM, SHOP, "shop2"), new ConnectionSecret("other"), true, List.of(), List.of());
        sources.register(changed);

        assertThat(sources.registration(TEAM, SHOP)).contains(changed);
        assertThat(sources.tables(TEAM, SHOP)).hasSize(1);
    }

    @Test
    void forgetsASourceWithEverythingThatWasReadOfIt() {
        sources.register(registration(TEAM, "shop"));
        sources.introspected(TEAM, SHOP, new Introspection("one", List.of(table("orders", 10))));

        assertThat(sources.remove(TEAM, SHOP)).isTrue();
        assertThat(sources.find(TEAM, SHOP)).isEmpty();
        assertThat(sources.tables(TEAM, SHOP)).isEmpty();
        assertThat(sources.introspected(TEAM, SHOP, new Introspection("one", List.of())))
                .isFalse();
    }

    @Test
    void givesASourceThatIsDueToOneNodeAtATime() {
        sources.register(registration(TEAM, "shop"));
        sources.register(registration(OTHER, "shop"));
        Duration age = Duration.ofHours(6);
        assertThat(sources.claimDue(age, 10)).as("just registered").isEmpty();

        clock.advance(Duration.ofMinutes(11));
        assertThat(sources.claimDue(age, 1)).hasSize(1);
        List<Source> rest = sources.claimDue(age, 10);
        assertThat(rest).hasSize(1);
        assertThat(sources.claimDue(age, 10)).isEmpty();

        sources.introspected(rest.getFirst().team(), SHOP, new Introspection("one", List.of()));
        clock.advance(Duration.ofMinutes(11));
        assertThat(sources.claimDue(age, 10))
                .as("the one whose node never came back")
                .hasSize(1)
                .doesNotContain(rest.getFirst());
        clock.advance(age);
        assertThat(sources.claimDue(age, 10)).hasSize(2);
    }

    @Test
    void questionsAboutATableAreKeptWithIt() {
        sources.register(registration(TEAM, "shop"));
        sources.introspected(TEAM, SHOP, new Introspection("one", List.of(table("orders", 10), table("users", 5))));

        TableName orders = new TableName("public", "orders");
        sources.suggest(TEAM, SHOP, orders, List.of("How late are they?"));
        sources.suggest(OTHER, SHOP, orders, List.of("Not ours"));
        sources.suggest(TEAM, SHOP, new TableName("public", "nothing"), List.of("Of nothing"));

        assertThat(sources.table(TEAM, SHOP, orders).orElseThrow().sampleQuestions())
                .containsExactly("How late are they?");
        assertThat(sources.table(OTHER, SHOP, orders)).isEmpty();
        assertThat(sources.table(TEAM, SHOP, new TableName("public", "users"))).contains(table("users", 5));
    }

    @Test
    void storesFiveThousandTablesInASecondOrSo() {
        sources.register(registration(TEAM, "shop"));
        List<TableMetadata> tables = IntStream.range(0, 5_000)
                .mapToObj(number -> table("table_%04d".formatted(number), 1))
                .toList();

        long started = System.nanoTime();
        sources.introspected(TEAM, SHOP, new Introspection("many", tables));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
        assertThat(sources.tables(TEAM, SHOP)).isEqualTo(tables);
    }
}

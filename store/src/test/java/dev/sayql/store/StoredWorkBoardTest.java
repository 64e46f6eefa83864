package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.WorkBoard.Kind;
import dev.sayql.core.team.WorkBoard.Posted;
import dev.sayql.core.team.WorkBoard.Report;
import dev.sayql.testkit.TestDatabase;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class StoredWorkBoardTest {
    private static final TeamId TEAM = new TeamId("team");
    private static final TeamId OTHERS = new TeamId("others");
    private static final Report RUNNING = new Report("running", "[1]");
    private static final Report ENDED = new Report("ended", "[1,2]");
    private static final Idempotency.Reply REPLY =
            new Idempotency.Reply(200, "application/json", Map.of("a", "b"), "{\"rows\": \"secret\"}");

    private final TestDatabase test = TestDatabase.create("board");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final SecureRandom random = new SecureRandom();
    private final MasterKeys master =
            MasterKeys.only(MasterKey.of(MasterKey.random(random)).orElseThrow());
    private final StoredWorkBoard ours = new StoredWorkBoard(database, master, random);
    private final StoredWorkBoard anothers = new StoredWorkBoard(database, master, random);
    private UUID id = UUID.randomUUID();

    @BeforeEach
    void post() {
        id = UUID.randomUUID();
        ours.post(TEAM, Kind.QUESTION, id);
    }

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private Posted seen() {
        return anothers.find(TEAM, Kind.QUESTION, id).orElseThrow();
    }

    @Test
    void everyServerSeesHowFarWorkHasCome() {
        assertThat(seen().report()).isEqualTo(new Report("waiting", "[]"));
        assertThat(ours.report(Map.of(id, RUNNING))).isEmpty();
        assertThat(seen()).isEqualTo(new Posted(RUNNING, false, Optional.empty()));
        ours.end(TEAM, id, ENDED, Optional.of(REPLY));
        assertThat(seen()).isEqualTo(new Posted(ENDED, false, Optional.of(REPLY)));
    }

    @Test
    void whoeverIsAskedTheWorkIsStoppedWhereItIsDone() {
        assertThat(anothers.askToStop(TEAM, Kind.QUESTION, id)).isTrue();
        UUID other = UUID.randomUUID();
        ours.post(TEAM, Kind.UPLOAD, other);
        assertThat(ours.report(Map.of(id, RUNNING, other, RUNNING))).containsExactly(id);
        assertThat(ours.report(Map.of(id, RUNNING))).as("until it has stopped").containsExactly(id);
    }

    @Test
    void whatHasEndedIsNotStoppedAndTakesNoLateReport() {
        ours.end(TEAM, id, ENDED, Optional.empty());
        assertThat(anothers.askToStop(TEAM, Kind.QUESTION, id)).isFalse();
        ours.report(Map.of(id, RUNNING));
        assertThat(seen().report()).isEqualTo(ENDED);
    }

    @Test
    void anotherTeamsWorkIsAsUnknownAsWorkOfAnotherKind() {
        assertThat(ours.find(OTHERS, Kind.QUESTION, id)).isEmpty();
        assertThat(ours.find(TEAM, Kind.UPLOAD, id)).isEmpty();
        assertThat(ours.askToStop(OTHERS, Kind.QUESTION, id)).isFalse();
        assertThat(ours.askToStop(TEAM, Kind.UPLOAD, id)).isFalse();
        assertThat(ours.find(TEAM, Kind.QUESTION, UUID.randomUUID())).isEmpty();
    }

    @Test
    void repliesAreNotThereForWhoeverReadsTheDatabase() {
        ours.end(TEAM, id, ENDED, Optional.of(REPLY));
        String stored = database.runOne(
                        "look",
                        connection -> Sql.first(
                                connection,
                                "SELECT encode(encrypted_reply, 'escape') AS text FROM work_underway WHERE work_id = ?",
                                row -> row.uuid(id),
                                row -> row.text("text")))
                .orElseThrow();
        assertThat(stored).doesNotContain("secret");
    }

    @Test
    void workOfAServerThatIsNotHeardOfIsLostAndForgottenLater() {
        TestDatabase.run(test.owner(), "UPDATE work_underway SET seen_at = now() - interval '16 seconds'");
        assertThat(seen().lost()).isTrue();
        assertThat(anothers.askToStop(TEAM, Kind.QUESTION, id)).isFalse();

        TestDatabase.run(test.owner(), "UPDATE work_underway SET seen_at = now() - interval '11 minutes'");
        ours.post(TEAM, Kind.QUESTION, UUID.randomUUID());
        assertThat(anothers.find(TEAM, Kind.QUESTION, id)).isEmpty();
    }
}

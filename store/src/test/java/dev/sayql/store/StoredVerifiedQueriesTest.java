package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.history.VerifiedQuery.Status;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredVerifiedQueriesTest {
    private static final SourceId SHOP = new SourceId("shop");
    private static final Instant MADE = Instant.parse("2026-03-15T09:00:00Z");

    private final TestDatabase test = TestDatabase.create("verified");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final VerifiedQueries verified = new StoredVerifiedQueries(database);

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private VerifiedQuery propose(String team, String question) {
        VerifiedQuery query = new VerifiedQuery(
                UUID.randomUUID(),
                new TeamId(team),
                SHOP,
                question,
                "SELECT 1",
                "One.",
                Optional.of(new QueryId(UUID.randomUUID())),
                Optional.of("f1"),
                Status.PROPOSED,
                Optional.empty(),
                MADE,
                MADE);
        assertThat(verified.propose(query)).isTrue();
        return query;
    }

    @Test
    void aProposalWaitsUntilItIsApproved() {
        VerifiedQuery query = propose("alpha", "How many  orders are there?");
        assertThat(verified.propose(query)).isFalse();
        assertThat(verified.list(query.team(), Status.PROPOSED)).containsExactly(query);
        assertThat(verified.find(query.team(), query.id())).contains(query);
        assertThat(verified.approved(query.team(), SHOP, query.question())).isEmpty();

        assertThat(verified.approve(query.team(), query.id(), "key-1", "f2")).isTrue();

        VerifiedQuery approved = verified.approved(query.team(), SHOP, " how many ORDERS are there ")
                .orElseThrow();
        assertThat(approved.id()).isEqualTo(query.id());
        assertThat(approved.status()).isEqualTo(Status.APPROVED);
        assertThat(approved.reviewer()).contains("key-1");
        assertThat(approved.fingerprint()).contains("f2");
        assertThat(verified.approved(query.team(), new SourceId("clinic"), query.question()))
                .isEmpty();
        assertThat(verified.approved(query.team(), SHOP, "How many orders were there?"))
                .isEmpty();
        assertThat(verified.list(query.team(), Status.PROPOSED)).isEmpty();
        assertThat(verified.of(query.team(), SHOP)).hasSize(1);
    }

    @Test
    void ofAQuestionOneIsApproved() {
        VerifiedQuery first = propose("beta", "How many users?");
        VerifiedQuery second = propose("beta", "how many users");
        verified.approve(first.team(), first.id(), "key-1", "f1");
        verified.approve(second.team(), second.id(), "key-2", "f1");

        assertThat(verified.approved(first.team(), SHOP, "How many users?").map(VerifiedQuery::id))
                .contains(second.id());
        assertThat(verified.find(first.team(), first.id()).map(VerifiedQuery::status))
                .contains(Status.REJECTED);
        assertThat(verified.approve(second.team(), second.id(), "key-1", "f1"))
                .as("once more does no harm")
                .isTrue();
    }

    @Test
    void isRejectedAndForgotten() {
        VerifiedQuery query = propose("gamma", "How many users?");
        assertThat(verified.reject(query.team(), query.id(), "key-1")).isTrue();
        assertThat(verified.list(query.team(), Status.REJECTED)).hasSize(1);
        assertThat(verified.remove(query.team(), query.id())).isTrue();
        assertThat(verified.find(query.team(), query.id())).isEmpty();
        assertThat(verified.remove(query.team(), query.id())).isFalse();
    }

    @Test
    void anotherTeamSeesAndChangesNothing() {
        VerifiedQuery query = propose("delta", "How many users?");
        verified.approve(query.team(), query.id(), "key-1", "f1");
        TeamId other = new TeamId("other");

        assertThat(verified.find(other, query.id())).isEmpty();
        assertThat(verified.approved(other, SHOP, query.question())).isEmpty();
        assertThat(verified.of(other, SHOP)).isEmpty();
        assertThat(verified.list(other, Status.APPROVED)).isEmpty();
        assertThat(verified.approve(other, query.id(), "key-9", "f9")).isFalse();
        assertThat(verified.reject(other, query.id(), "key-9")).isFalse();
        assertThat(verified.remove(other, query.id())).isFalse();
        assertThat(verified.approved(query.team(), SHOP, query.question())).isPresent();
    }
}

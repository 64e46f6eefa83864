package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.history.Ending;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.Feedback;
import dev.sayql.core.history.HistoryCursor;
import dev.sayql.core.history.HistoryFilter;
import dev.sayql.core.history.HistoryPages.Page;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredHistoryPagesTest {
    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    private final TestDatabase test = TestDatabase.create("pages");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final StoredHistory history = new StoredHistory(database, FixedClock.at("2026-03-15T13:00:00Z"));

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    private Exchange record(Exchange exchange) {
        history.record(exchange);
        return exchange;
    }

    private List<QueryId> ids(TeamId team, HistoryFilter filter) {
        return history.page(team, filter, Optional.empty(), 500).exchanges().stream()
                .map(Recorded::id)
                .toList();
    }

    private static QueryId id(Exchange exchange) {
        return exchange.question().id();
    }

    @Test
    void pagesMissNothingAndRepeatNothingWhateverIsRecordedMeanwhile() {
        PastExchanges past = PastExchanges.of("walker");
        // Ten at the same moment, so that a page ends amid them.
        List<QueryId> recorded = new ArrayList<>(IntStream.range(0, 25)
                .mapToObj(number -> id(record(past.at(
                        NOON.plusSeconds(number < 10 ? 0 : number), PastExchanges.declined(), Optional.empty()))))
                .toList());

        List<QueryId> walked = new ArrayList<>();
        Optional<HistoryCursor> after = Optional.empty();
        do {
            Page page = history.page(past.team(), HistoryFilter.all(), after, 4);
            page.exchanges().forEach(exchange -> walked.add(exchange.id()));
            after = page.next()
                    .map(cursor -> HistoryCursor.parse(cursor.toString()).orElseThrow());
            record(past.at(NOON.plusSeconds(1_000), PastExchanges.declined(), Optional.empty()));
        } while (after.isPresent());

        assertThat(walked).containsExactlyInAnyOrderElementsOf(recorded);
    }

    @Test
    void theLastPageIsKnownAsTheLast() {
        PastExchanges past = PastExchanges.of("short");
        record(past.at("2026-03-15T12:00:00Z"));
        record(past.at("2026-03-15T12:00:01Z"));

        assertThat(history.page(past.team(), HistoryFilter.all(), Optional.empty(), 2)
                        .next())
                .isEmpty();
        assertThat(history.page(past.team(), HistoryFilter.all(), Optional.empty(), 1)
                        .next())
                .isPresent();
        assertThat(history.page(new TeamId("nobody"), HistoryFilter.all(), Optional.empty(), 1))
                .isEqualTo(new Page(List.of(), Optional.empty()));
        assertThatThrownBy(() -> history.page(past.team(), HistoryFilter.all(), Optional.empty(), 501))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsWhatMeetsEverythingThatIsAsked() {
        PastExchanges past = PastExchanges.of("filtering");
        Exchange declined = record(past.at("2026-03-15T12:00:00Z"));
        Exchange failed = record(past.at(NOON.plusSeconds(1), new Answer.Failed("e"), Optional.empty()));
        Exchange elsewhere = record(past.withSource("clinic").at("2026-03-15T12:00:02Z"));
        Exchange refined = record(
                past.at(NOON.plusSeconds(3), PastExchanges.declined(), Optional.of(new Refinement(id(failed), 2, ""))));
        history.give(past.team(), id(declined), thumb(Feedback.Thumb.DOWN));
        HistoryFilter all = HistoryFilter.all();

        assertThat(ids(past.team(), all)).containsExactly(id(refined), id(elsewhere), id(failed), id(declined));
        assertThat(ids(past.team(), with(Optional.of("clinic"), Set.of()))).containsExactly(id(elsewhere));
        assertThat(ids(past.team(), with(Optional.empty(), Set.of(Ending.FAILED))))
                .containsExactly(id(failed));
        assertThat(ids(past.team(), with(Optional.of("shop"), Set.of(Ending.FAILED, Ending.DECLINED))))
                .containsExactly(id(refined), id(failed), id(declined));
        assertThat(ids(past.team(), between(NOON.plusSeconds(1), NOON.plusSeconds(3))))
                .containsExactly(id(elsewhere), id(failed));
        assertThat(ids(past.team(), judged(Feedback.Thumb.DOWN))).containsExactly(id(declined));
        assertThat(ids(past.team(), judged(Feedback.Thumb.UP))).isEmpty();
        assertThat(ids(
                        past.team(),
                        new HistoryFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(),
                                Optional.empty(),
                                Optional.of(id(failed)))))
                .containsExactly(id(refined));
        assertThat(ids(new TeamId("other"), all)).isEmpty();
    }

    private static HistoryFilter with(Optional<String> source, Set<Ending> endings) {
        return new HistoryFilter(
                source.map(SourceId::new),
                Optional.empty(),
                Optional.empty(),
                endings,
                Optional.empty(),
                Optional.empty());
    }

    private static HistoryFilter between(Instant from, Instant until) {
        return new HistoryFilter(
                Optional.empty(), Optional.of(from), Optional.of(until), Set.of(), Optional.empty(), Optional.empty());
    }

    private static HistoryFilter judged(Feedback.Thumb thumb) {
        return new HistoryFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.of(thumb), Optional.empty());
    }

    private static Feedback thumb(Feedback.Thumb thumb) {
        return new Feedback(OptionalInt.empty(), Optional.of(thumb), List.of(), Optional.empty(), Optional.empty());
    }

    @Test
    void everyFilterWalksAnIndexInItsOrderAndSortsNothing() {
        TestDatabase.run(test.owner(), """
                INSERT INTO query_history (query_id, team_id, source_id, natural_language_query, explanation, ending,
                    success, started_at, duration_us, trust, user_feedback_type, parent_query_id)
                SELECT gen_random_uuid(), 'team-' || n % 10, CASE WHEN n % 500 = 0 THEN 'rare' ELSE 'shop' END, 'q', 'e',
                    CASE WHEN n % 50 = 0 THEN 'failed' ELSE 'answered' END, true,
                    timestamptz '2026-03-15' - n * interval '1 minute', n, 'checked',
                    CASE WHEN n % 200 = 0 THEN 'thumbs_up' END, CASE WHEN n % 20 = 0 THEN gen_random_uuid() END
                FROM generate_series(1, 20000) n
                """);
        TestDatabase.run(test.owner(), "ANALYZE query_history");
        Optional<HistoryCursor> middle = Optional.of(new HistoryCursor(NOON, new QueryId(UUID.randomUUID())));

        for (HistoryFilter filter : List.of(
                HistoryFilter.all(),
                with(Optional.of("rare"), Set.of()),
                with(Optional.empty(), Set.of(Ending.FAILED)),
                with(Optional.empty(), Set.of(Ending.FAILED, Ending.DECLINED)),
                between(NOON.minusSeconds(500_000), NOON),
                judged(Feedback.Thumb.UP))) {
            HistoryQuery query = new HistoryQuery(new TeamId("team-0"), filter, middle, 51);
            List<String> plan = database.run("explain", connection -> {
                // What few rows make tempting: the question is whether it is needed.
                Sql.all(
                        connection,
                        "SELECT set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)",
                        row -> {},
                        row -> "");
                return Sql.all(
                        connection,
                        "EXPLAIN (COSTS OFF) SELECT * FROM query_history " + query.conditions(),
                        query::fill,
                        row -> row.text("QUERY PLAN"));
            });

            assertThat(String.join("\n", plan))
                    .as(filter.toString())
                    .contains("Index Scan using query_history_")
                    .doesNotContain("Sort", "Bitmap", "Seq Scan");
        }
    }

    @Test
    void feedbackAddsToWhatWasSaidBefore() {
        PastExchanges past = PastExchanges.of("feedback");
        Exchange exchange = record(past.at("2026-03-15T12:00:00Z"));
        assertThat(found(exchange).feedback()).isEmpty();

        history.give(
                past.team(),
                id(exchange),
                new Feedback(
                        OptionalInt.of(2),
                        Optional.of(Feedback.Thumb.DOWN),
                        List.of(Feedback.Reason.WRONG_FILTER, Feedback.Reason.OTHER),
                        Optional.empty(),
                        Optional.empty()));
        history.give(
                past.team(),
                id(exchange),
                new Feedback(
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of("Ünclear"),
                        Optional.of("SELECT 1")));

        assertThat(found(exchange).feedback())
                .contains(new Feedback(
                        OptionalInt.of(2),
                        Optional.of(Feedback.Thumb.DOWN),
                        List.of(Feedback.Reason.WRONG_FILTER, Feedback.Reason.OTHER),
                        Optional.of("Ünclear"),
                        Optional.of("SELECT 1")));

        history.give(past.team(), id(exchange), thumb(Feedback.Thumb.UP));
        assertThat(found(exchange).feedback().orElseThrow().reasons())
                .as("a thumb comes with its own reasons")
                .isEmpty();
    }

    @Test
    void anotherTeamHasNoSayOnAnExchange() {
        Exchange exchange = record(PastExchanges.of("owner").at("2026-03-15T12:00:00Z"));

        assertThat(history.give(new TeamId("other"), id(exchange), thumb(Feedback.Thumb.UP)))
                .isFalse();
        assertThat(history.give(new TeamId("owner"), new QueryId(UUID.randomUUID()), thumb(Feedback.Thumb.UP)))
                .isFalse();
        assertThat(found(exchange).feedback()).isEmpty();
    }

    private Recorded found(Exchange exchange) {
        return history.find(exchange.question().team(), id(exchange)).orElseThrow();
    }

    @Test
    void whatIsNoCursorIsNone() {
        String good = new HistoryCursor(NOON, new QueryId(UUID.randomUUID())).toString();

        assertThat(HistoryCursor.parse(good)).map(HistoryCursor::toString).contains(good);
        for (String bad : List.of("", "x", "%%%", good.substring(2), good + "AA", good + "=", "A".repeat(500))) {
            assertThat(HistoryCursor.parse(bad)).as(bad).isEmpty();
        }
    }
}

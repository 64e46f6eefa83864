package dev.sayql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheStatistics;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every home of remembered answers keeps to; each has a test that extends this. */
public abstract class AnswerCacheContract {

    protected static final FixedClock CLOCK = FixedClock.at("2026-03-15T09:00:00Z");
    private static final TeamId TEAM = new TeamId("sales");
    private static final TeamId OTHER_TEAM = new TeamId("support");
    private static final SourceId SOURCE = new SourceId("shop");
    private static final SourceId OTHER_SOURCE = new SourceId("store");
    private static final String SQL = "SELECT pg_catalog.count(*) AS \"count\" FROM public.orders";

    /** An empty cache that goes by {@link #CLOCK}. */
    protected abstract AnswerCache cache();

    private static CacheKey key(TeamId team, SourceId source, String question) {
        return new CacheKey(team, source, "basis", question);
    }

    private static CacheKey key(String question) {
        return key(TEAM, SOURCE, question);
    }

    private static CachedAnswer answer(CacheKey key) {
        return new CachedAnswer(
                key,
                Optional.empty(),
                SQL,
                "A language model wrote this SQL. It assumed: größer is \"more\".",
                0.5,
                "clever-1",
                Optional.empty(),
                new BigDecimal("0.004321"),
                CLOCK.instant(),
                CLOCK.instant().plus(Duration.ofDays(7)),
                0);
    }

    private static CachedAnswer meaning(CacheKey key, String meaning, String sql) {
        CachedAnswer plain = answer(key);
        return new CachedAnswer(
                key,
                Optional.of(meaning),
                sql,
                plain.explanation(),
                plain.confidence(),
                plain.model(),
                Optional.of(LocalDate.parse("2026-03-15")),
                plain.cost(),
                plain.created(),
                plain.expires(),
                0);
    }

    @Test
    void findsWhatItKept() {
        AnswerCache cache = cache();
        CachedAnswer plain = answer(key("how many orders"));
        CachedAnswer full = meaning(key("how many orders this year"), "count(orders)", "SELECT 1");

        assertThat(cache.keep(plain)).isTrue();
        assertThat(cache.keep(full)).isTrue();

        assertThat(cache.find(plain.key())).contains(plain);
        assertThat(cache.find(full.key())).contains(full);
    }

    @Test
    void findsNothingForAKeyThatDiffersInAnything() {
        AnswerCache cache = cache();
        cache.keep(answer(key("how many orders")));

        assertThat(cache.find(key("how many order"))).isEmpty();
        assertThat(cache.find(key(OTHER_TEAM, SOURCE, "how many orders"))).isEmpty();
        assertThat(cache.find(key(TEAM, OTHER_SOURCE, "how many orders"))).isEmpty();
        assertThat(cache.find(new CacheKey(TEAM, SOURCE, "basis 2", "how many orders")))
                .isEmpty();
    }

    @Test
    void findsNothingThatIsOver() {
        AnswerCache cache = cache();
        CachedAnswer answer = meaning(key("how many orders"), "count(orders)", SQL);
        cache.keep(answer);

        CLOCK.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(cache.find(answer.key())).isPresent();
        assertThat(cache.statistics(TEAM).entries()).isEqualTo(1);

        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(cache.find(answer.key())).isEmpty();
        assertThat(cache.findMeaning(answer.key(), "count(orders)")).isEmpty();
        assertThat(cache.statistics(TEAM).entries()).isZero();
    }

    @Test
    void findsTheNewestOfAMeaningFirst() {
        AnswerCache cache = cache();
        cache.keep(meaning(key("how many orders"), "count(orders)", "SELECT 1"));
        CLOCK.advance(Duration.ofSeconds(1));
        cache.keep(meaning(key("number of orders"), "count(orders)", "SELECT 2"));

        assertThat(cache.findMeaning(key("orders, counted"), "count(orders)"))
                .extracting(CachedAnswer::sql)
                .containsExactly("SELECT 2", "SELECT 1");
    }

    @Test
    void findsNoMoreOfAMeaningThanAFewOfTheNewest() {
        AnswerCache cache = cache();
        for (int i = 0; i <= AnswerCache.MOST_OF_A_MEANING; i++) {
            cache.keep(meaning(key("orders " + i), "count(orders)", "SELECT " + i));
            CLOCK.advance(Duration.ofSeconds(1));
        }

        assertThat(cache.findMeaning(key("orders, counted"), "count(orders)"))
                .extracting(CachedAnswer::sql)
                .containsExactly("SELECT 5", "SELECT 4", "SELECT 3", "SELECT 2", "SELECT 1");
    }

    @Test
    void findsNoMeaningOfAnotherTeamOrSourceOrBasis() {
        AnswerCache cache = cache();
        cache.keep(meaning(key("how many orders"), "count(orders)", SQL));
        cache.keep(answer(key("how many users")));

        assertThat(cache.findMeaning(key("x"), "count(users)")).isEmpty();
        assertThat(cache.findMeaning(key(OTHER_TEAM, SOURCE, "x"), "count(orders)"))
                .isEmpty();
        assertThat(cache.findMeaning(key(TEAM, OTHER_SOURCE, "x"), "count(orders)"))
                .isEmpty();
        assertThat(cache.findMeaning(new CacheKey(TEAM, SOURCE, "basis 2", "x"), "count(orders)"))
                .isEmpty();
    }

    @Test
    void putsANewerAnswerInPlaceOfAnOlderOneAndNeverTheOtherWayRound() {
        AnswerCache cache = cache();
        CachedAnswer old = answer(key("how many orders"));
        CLOCK.advance(Duration.ofSeconds(1));
        CachedAnswer young = meaning(key("how many orders"), "count(orders)", "SELECT 2");

        assertThat(cache.keep(young)).isTrue();
        assertThat(cache.keep(old)).isFalse();
        assertThat(cache.find(old.key())).contains(young);
    }

    @Test
    void countsHitsAndMissesByTeam() {
        AnswerCache cache = cache();
        CachedAnswer answer = answer(key("how many orders"));
        cache.countMiss(TEAM);
        cache.keep(answer);
        cache.countHit(answer);
        cache.countHit(answer);
        cache.countMiss(OTHER_TEAM);

        assertThat(cache.find(answer.key()).map(CachedAnswer::hits)).contains(2L);
        assertThat(cache.statistics(TEAM)).isEqualTo(new CacheStatistics(1, 2, 1, new BigDecimal("0.008642")));
        assertThat(cache.statistics(OTHER_TEAM)).isEqualTo(new CacheStatistics(0, 0, 1, BigDecimal.ZERO));
        assertThat(cache.statistics(new TeamId("nobody"))).isEqualTo(CacheStatistics.none());
    }

    @Test
    void countsAHitOfAnAnswerThatIsGoneForItsTeamAlone() {
        AnswerCache cache = cache();
        CachedAnswer gone = answer(key("how many orders"));

        cache.countHit(gone);

        assertThat(cache.find(gone.key())).isEmpty();
        assertThat(cache.statistics(TEAM).hits()).isEqualTo(1);
        assertThat(cache.statistics(TEAM).entries()).isZero();
    }

    @Test
    void losesNoCountUnderManyThreads() throws Exception {
        AnswerCache cache = cache();
        CachedAnswer answer = answer(key("how many orders"));
        cache.keep(answer);
        List<Future<?>> counted = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                counted.add(threads.submit(() -> cache.countHit(answer)));
            }
        }
        for (Future<?> one : counted) {
            one.get();
        }

        assertThat(cache.find(answer.key()).map(CachedAnswer::hits)).contains(40L);
        assertThat(cache.statistics(TEAM).hits()).isEqualTo(40);
    }

    @Test
    void forgetsATeamAndLeavesTheOthers() {
        AnswerCache cache = cache();
        cache.keep(answer(key("how many orders")));
        cache.keep(answer(key(TEAM, OTHER_SOURCE, "how many orders")));
        cache.keep(answer(key(OTHER_TEAM, SOURCE, "how many orders")));

        assertThat(cache.forget(TEAM)).isEqualTo(2);
        assertThat(cache.forget(TEAM)).isZero();
        assertThat(cache.find(key("how many orders"))).isEmpty();
        assertThat(cache.find(key(OTHER_TEAM, SOURCE, "how many orders"))).isPresent();
    }

    @Test
    void forgetsASourceAndLeavesTheOthers() {
        AnswerCache cache = cache();
        cache.keep(answer(key("how many orders")));
        cache.keep(answer(key(TEAM, OTHER_SOURCE, "how many orders")));

        assertThat(cache.forget(TEAM, SOURCE)).isEqualTo(1);
        assertThat(cache.find(key("how many orders"))).isEmpty();
        assertThat(cache.find(key(TEAM, OTHER_SOURCE, "how many orders"))).isPresent();
    }

    @Test
    void forgetsAStatementUnderEveryQuestion() {
        AnswerCache cache = cache();
        cache.keep(answer(key("how many orders")));
        cache.keep(answer(key("number of orders")));
        cache.keep(answer(key(TEAM, OTHER_SOURCE, "how many orders")));
        cache.keep(meaning(key("how many users"), "count(users)", "SELECT 2"));

        assertThat(cache.forgetSql(TEAM, SOURCE, SQL)).isEqualTo(2);
        assertThat(cache.find(key("how many orders"))).isEmpty();
        assertThat(cache.find(key("number of orders"))).isEmpty();
        assertThat(cache.find(key(TEAM, OTHER_SOURCE, "how many orders"))).isPresent();
        assertThat(cache.find(key("how many users"))).isPresent();
    }

    @Test
    void keepsAStatementOfTheGreatestLength() {
        AnswerCache cache = cache();
        CachedAnswer answer = meaning(key("q".repeat(4_000)), "m".repeat(2_000), "SELECT '" + "ä".repeat(30_000) + "'");

        assertThat(cache.keep(answer)).isTrue();
        assertThat(cache.find(answer.key())).contains(answer);
        assertThat(cache.findMeaning(answer.key(), "m".repeat(2_000))).contains(answer);
    }
}

package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.AnswerCacheContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersInMemoryTest extends AnswerCacheContract {

    @Override
    protected AnswerCache cache() {
        return new AnswersInMemory(CLOCK);
    }

    @Test
    void holdsNoMoreThanItMay() {
        AnswersInMemory few = new AnswersInMemory(CLOCK, 100);
        TeamId team = new TeamId("sales");
        for (int i = 0; i < 1_000; i++) {
            few.keep(new CachedAnswer(
                    new CacheKey(team, new SourceId("shop"), "basis", "question " + i),
                    Optional.empty(),
                    "SELECT 1",
                    "One.",
                    0.5,
                    "clever-1",
                    Optional.empty(),
                    BigDecimal.ONE,
                    CLOCK.instant(),
                    CLOCK.instant().plus(Duration.ofDays(1)),
                    0));
        }

        // What is too much goes shortly after, on another thread.
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (few.statistics(team).entries() > 100 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(few.statistics(team).entries()).isLessThanOrEqualTo(100);
    }
}

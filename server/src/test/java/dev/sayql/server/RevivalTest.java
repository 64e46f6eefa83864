package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RevivalTest {

    @Test
    void triesAgainAfterAFailureAndNotAfterTheEnd() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        Semaphore third = new Semaphore(0);
        try (Revival _ = Revival.start(
                () -> {
                    if (attempts.incrementAndGet() == 3) {
                        third.release();
                    }
                    throw new IllegalStateException("still down");
                },
                Duration.ofMillis(5))) {
            assertThat(third.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        }
        int atTheEnd = attempts.get();
        Thread.sleep(50);
        assertThat(attempts).hasValue(atTheEnd);
    }
}

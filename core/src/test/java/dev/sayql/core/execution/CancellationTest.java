package dev.sayql.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void runsWhatWasRegisteredOnce() {
        Cancellation cancellation = new Cancellation();
        Cancellation.Registration first = cancellation.onRequest(runs::incrementAndGet);
        cancellation.request();
        cancellation.request();
        first.close();

        assertThat(runs).hasValue(1);
        assertThat(cancellation.isRequested()).isTrue();
    }

    @Test
    void runsNothingThatWasTakenBack() {
        Cancellation cancellation = new Cancellation();
        cancellation.onRequest(runs::incrementAndGet).close();
        cancellation.request();

        assertThat(runs).hasValue(0);
    }

    @Test
    void runsAtOnceWhatComesLate() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        cancellation.onRequest(runs::incrementAndGet).close();

        assertThat(runs).hasValue(1);
    }

    @Test
    void bringsWhatOthersBring() {
        assertThat(Cancellation.never().await(CompletableFuture.completedFuture("it")))
                .contains("it");
    }

    @Test
    void waitsNoLongerOnceItIsRequested() {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<String> others = new CompletableFuture<>();
        Thread.ofVirtual().start(cancellation::request);

        assertThat(cancellation.await(others)).isEmpty();
        assertThat(others).isNotDone();
    }
}

package dev.sayql.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.generation.ModelReply;
import dev.sayql.core.generation.Spending;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private static final Spending COST = new Spending(10, 1, BigDecimal.ONE);
    private static final ModelReply REPLY =
            new ModelReply.Unclear(new Clarification("Which?", List.of("a", "b")), COST);
    private static final ModelReply TAKEN_BACK = new ModelReply.Failed(ModelFault.CANCELLED, Spending.none());

    private final Flights<String> flights = new Flights<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<ModelReply> provider = new CompletableFuture<>();
    private final AtomicInteger calls = new AtomicInteger();

    private ModelReply share(Cancellation cancellation) {
        return flights.share("same", cancellation, () -> {
            calls.incrementAndGet();
            begun.countDown();
            return provider.join();
        });
    }

    @Test
    void theFirstAskerPaysForAll() throws Exception {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ModelReply> first = askers.submit(() -> share(Cancellation.never()));
            begun.await();
            Future<ModelReply> second = askers.submit(() -> share(Cancellation.never()));
            provider.complete(REPLY);

            assertThat(first.get().spent()).isEqualTo(COST);
            assertThat(second.get()).isInstanceOf(ModelReply.Unclear.class);
        }
    }

    @Test
    void whoeverWaitsMayLeaveAndTheCallGoesOn() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ModelReply> first = askers.submit(() -> share(Cancellation.never()));
            begun.await();
            Future<ModelReply> waiting = askers.submit(() -> share(cancellation));
            cancellation.request();

            assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo(TAKEN_BACK);
            assertThat(first).isNotDone();
            provider.complete(REPLY);
            assertThat(first.get()).isEqualTo(REPLY);
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatTheFirstAskerTookBackIsAskedAnewByTheNext() throws Exception {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ModelReply> first = askers.submit(() -> flights.share("same", Cancellation.never(), () -> {
                begun.countDown();
                return provider.join();
            }));
            begun.await();
            Future<ModelReply> second = askers.submit(() -> flights.share("same", Cancellation.never(), () -> REPLY));
            provider.complete(TAKEN_BACK);

            assertThat(first.get()).isEqualTo(TAKEN_BACK);
            assertThat(second.get()).isEqualTo(REPLY);
        }
    }

    @Test
    void nothingIsAskedForWhoLeftBefore() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();

        assertThat(share(cancellation)).isEqualTo(TAKEN_BACK);
        assertThat(calls).hasValue(0);
    }
}

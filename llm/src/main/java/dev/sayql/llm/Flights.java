package dev.sayql.llm;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.generation.ModelReply;
import dev.sayql.core.generation.Spending;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one call of several equal ones at the same time. The first asker pays; the others get the same reply for nothing. One
 * whose first asker took it back is made anew by the next; who waits may leave. Thread-safe.
 */
final class Flights<K> {

    private final ConcurrentMap<K, CompletableFuture<ModelReply>> underway = new ConcurrentHashMap<>();

    ModelReply share(K key, Cancellation cancellation, Supplier<ModelReply> call) {
        while (!cancellation.isRequested()) {
            CompletableFuture<ModelReply> own = new CompletableFuture<>();
            @Nullable CompletableFuture<ModelReply> other = underway.putIfAbsent(key, own);
            if (other == null) {
                return fly(key, own, call);
            }
            Optional<ModelReply> reply = cancellation.await(other).filter(brought -> !isTakenBack(brought));
            if (reply.isPresent()) {
                return free(reply.get());
            }
        }
        return new ModelReply.Failed(ModelFault.CANCELLED, Spending.none());
    }

    private static boolean isTakenBack(ModelReply reply) {
        return reply instanceof ModelReply.Failed(ModelFault fault, Spending _) && fault == ModelFault.CANCELLED;
    }

    private ModelReply fly(K key, CompletableFuture<ModelReply> own, Supplier<ModelReply> call) {
        ModelReply reply = new ModelReply.Failed(ModelFault.CANCELLED, Spending.none());
        try {
            reply = call.get();
            return reply;
        } finally {
            underway.remove(key, own);
            own.complete(reply);
        }
    }

    private static ModelReply free(ModelReply reply) {
        return switch (reply) {
            case ModelReply.Wrote(var candidate, Spending _) -> new ModelReply.Wrote(candidate, Spending.none());
            case ModelReply.Unclear(var question, Spending _) -> new ModelReply.Unclear(question, Spending.none());
            case ModelReply.Declined(var decline, Spending _) -> new ModelReply.Declined(decline, Spending.none());
            case ModelReply.Failed(var fault, Spending _) -> new ModelReply.Failed(fault, Spending.none());
        };
    }
}

package dev.sayql.jdbc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host. Thread-safe. */
@FunctionalInterface
interface Resolver {

    /** All of them, at least one; {@link UnknownHostException} when there is none or the time is up. */
    List<InetAddress> resolve(String host, Duration within) throws UnknownHostException;

    /** Asks as the operating system does, on a thread of its own: that question cannot be given a time limit. */
    static Resolver ofSystem() {
        return (host, within) -> {
            CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("sayql-resolver").start(() -> {
                try {
                    found.complete(List.of(InetAddress.getAllByName(host)));
                } catch (UnknownHostException | RuntimeException unknown) {
                    found.completeExceptionally(unknown);
                }
            });
            try {
                return found.get(within.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException unknown) {
                // Told below in one way.
            }
            throw new UnknownHostException("the name has no address");
        };
    }
}

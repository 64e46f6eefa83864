package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.team.Idempotency;
import dev.sayql.core.team.TeamId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Works once on requests that come with the same Idempotency-Key, and gives all of them the reply to the first, over all
 * nodes together. Those that come while it is worked on wait for it. Thread-safe.
 */
final class Once {

    private static final String HEADER = "Idempotency-Key";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long PAUSE_MILLIS = 200;

    private final Idempotency idempotency;
    /** What this process works on, so that its own duplicates need not ask the database again and again. */
    private final ConcurrentMap<Local, CountDownLatch> local = new ConcurrentHashMap<>();

    private record Local(TeamId team, String key) {}

    Once(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    Reply reply(Visit visit, String route, Supplier<Reply> work) {
        Optional<String> key = visit.request().header("idempotency-key");
        if (key.isEmpty()) {
            return work.get();
        }
        if (!isKey(key.get())) {
            String message = HEADER + " must be 1 to 255 visible characters.";
            return ProblemDetails.fields(List.of(new FieldProblem(HEADER, message)))
                    .reply();
        }
        return reply(visit.teamId(), key.get(), digest(route, visit.request()), work);
    }

    private Reply reply(TeamId team, String key, String digest, Supplier<Reply> work) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            switch (idempotency.begin(team, key, digest)) {
                case Idempotency.Begun.Fresh(Idempotency.Claim claim) -> {
                    return first(claim, work);
                }
                case Idempotency.Begun.Replay(Idempotency.Reply before) -> {
                    return Reply.text(before.status(), before.contentType(), before.body())
                            .withHeaders(before.headers())
                            .withHeader("Idempotency-Replayed", "true");
                }
                case Idempotency.Begun.Mismatch() -> {
                    return ProblemDetails.of(
                                    Kind.KEY_REUSED,
                                    "This Idempotency-Key came with another request before; take another.")
                            .reply();
                }
                case Idempotency.Begun.Running() -> {
                    if (System.nanoTime() > until || !await(new Local(team, key), until)) {
                        return ProblemDetails.of(Kind.IN_PROGRESS, "The same request is still being worked on.")
                                .replyAfter(Duration.ofSeconds(5));
                    }
                }
            }
        }
    }

    private Reply first(Idempotency.Claim claim, Supplier<Reply> work) {
        Local here = new Local(claim.team(), claim.key());
        CountDownLatch ended = new CountDownLatch(1);
        local.put(here, ended);
        boolean kept = false;
        try {
            Reply reply = work.get();
            if (isFinal(reply)) {
                idempotency.complete(
                        claim,
                        new Idempotency.Reply(reply.status(), reply.contentType(), reply.headers(), reply.body()));
                kept = true;
            }
            return reply;
        } finally {
            if (!kept) {
                idempotency.abandon(claim);
            }
            local.remove(here, ended);
            ended.countDown();
        }
    }

    /** What passes by itself is no reply to keep: the same request may do better in a moment. */
    private static boolean isFinal(Reply reply) {
        boolean passes = reply.status() == 429 || reply.status() == 500 || reply.status() == 503;
        return !passes && !ProblemDetails.is(reply, Kind.CANCELLED);
    }

    private boolean await(Local here, long until) {
        try {
            CountDownLatch ended = local.get(here);
            if (ended == null) {
                Thread.sleep(PAUSE_MILLIS);
                return true;
            }
            return ended.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isKey(String key) {
        return !key.isEmpty()
                && key.length() <= Idempotency.MOST_CHARACTERS
                && key.chars().allMatch(character -> character > 0x20 && character < 0x7f);
    }

    private static String digest(String route, Request request) {
        String asked = route + "\n" + new TreeMap<>(request.pathParameters()) + "\n" + new TreeMap<>(request.query())
                + "\n" + request.header("prefer").orElse("") + "\n" + request.body();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}

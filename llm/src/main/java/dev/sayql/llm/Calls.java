package dev.sayql.llm;

import dev.langchain4j.exception.ContentFilteredException;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Calls a provider so that the call ends: by a deadline, with few repetitions at growing distances, not at all while the
 * provider is known to be in trouble. Every request is recorded before it is sent and counted when it ended. Thread-safe.
 */
final class Calls implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Calls.class.getName());
    private static final int MOST_TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final ModelSettings settings;
    private final Chat chat;
    private final EgressLog log;
    private final Clock clock;
    private final DoubleSupplier chance;
    private final Breaker breaker;
    private final RetryBudget repetitions = new RetryBudget();
    private final HttpClient client;

    /** @param chance numbers from 0 to 1, so that callers who failed together do not come back together */
    Calls(ModelSettings settings, EgressLog log, Clock clock, DoubleSupplier chance) {
        this.settings = settings;
        this.chat = new Chat(settings);
        this.log = log;
        this.clock = clock;
        this.chance = chance;
        this.breaker = new Breaker(clock);
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * On whose behalf a call is made. Immutable.
     *
     * @param query the exchange it is for
     * @param budget the team's for this month
     */
    record Payer(TeamId team, Optional<QueryId> query, BigDecimal budget) {}

    /** What came of a call, and what all its tries cost. */
    sealed interface Ended {

        Spending spent();

        record Replied(String text, Spending spent) implements Ended {}

        record Failed(ModelFault fault, Spending spent) implements Ended {}
    }

    /**
     * Never throws for what a provider does.
     *
     * @param within all tries together
     */
    Ended call(Prompt prompt, Payer payer, Duration within, Cancellation cancellation) {
        Instant last = clock.instant().plus(within);
        Spending spent = Spending.none();
        repetitions.called();
        for (int tries = 1; ; tries++) {
            if (!breaker.lets()) {
                return new Ended.Failed(ModelFault.RESTING, spent);
            }
            Try one = once(prompt, payer, Duration.between(clock.instant(), last), cancellation);
            spent = spent.plus(one.spent());
            if (one.fault().isEmpty()) {
                breaker.succeeded();
                return new Ended.Replied(one.text(), spent);
            }
            ModelFault fault = one.fault().get();
            note(fault);
            int failed = tries;
            Duration pause = one.retryAfter().orElseGet(() -> pauseAfter(failed));
            boolean again = tries < MOST_TRIES
                    && mayPass(fault)
                    && clock.instant().plus(pause).isBefore(last)
                    && repetitions.take();
            if (!again) {
                return new Ended.Failed(fault, spent);
            }
            if (!paused(pause, cancellation)) {
                return new Ended.Failed(ModelFault.CANCELLED, spent);
            }
        }
    }

    /** One request and what came of it. */
    private record Try(String text, Optional<ModelFault> fault, Optional<Duration> retryAfter, Spending spent) {}

    private Try once(Prompt prompt, Payer payer, Duration patience, Cancellation cancellation) {
        UUID id = UUID.randomUUID();
        Instant started = clock.instant();
        BigDecimal most = most(prompt);
        Wire.Recorder recorder = (head, body) -> keep(
                new EgressLog.Call(id, payer.team(), payer.query(), started, settings.model(), head, body),
                most,
                payer.budget());
        Wire wire = new Wire(client, recorder, patience, cancellation, clock);
        String text = "";
        Optional<ModelFault> fault;
        try {
            Chat.Said said = chat.say(prompt, wire.builder());
            text = said.text();
            fault = fault(said);
        } catch (ContentFilteredException refused) {
            fault = Optional.of(ModelFault.REFUSED);
        } catch (RuntimeException failure) {
            fault = wire.fault().or(() -> Optional.of(ModelFault.NOT_THE_PROTOCOL));
        }
        Spending spent = Usage.of(wire.body()).at(settings.prices());
        if (wire.wasSent()) {
            BigDecimal counted = wire.mayHaveCost() ? most.max(spent.cost()) : spent.cost();
            end(id, wire, fault, spent, counted, Duration.between(started, clock.instant()));
        }
        return new Try(text, fault, wire.retryAfter(), spent);
    }

    private static Optional<ModelFault> fault(Chat.Said said) {
        if (said.refused()) {
            return Optional.of(ModelFault.REFUSED);
        }
        if (said.cutShort()) {
            return Optional.of(ModelFault.CUT_SHORT);
        }
        return said.text().isBlank() ? Optional.of(ModelFault.EMPTY) : Optional.empty();
    }

    /** The most that a call can cost: all of the prompt to be kept, and a reply as long as it may be. */
    private BigDecimal most(Prompt prompt) {
        return new Usage(0, 0, prompt.tokens(), settings.outputTokens())
                .at(settings.prices())
                .cost();
    }

    private Optional<ModelFault> keep(EgressLog.Call call, BigDecimal most, BigDecimal budget) {
        try {
            return log.keep(call, most, budget) ? Optional.empty() : Optional.of(ModelFault.BUDGET_SPENT);
        } catch (HistoryUnavailableException unavailable) {
            return Optional.of(ModelFault.NOT_RECORDED);
        }
    }

    private void end(
            UUID id, Wire wire, Optional<ModelFault> fault, Spending spent, BigDecimal counted, Duration took) {
        String outcome = fault.map(ModelFault::id).orElse("replied");
        LOG.log(
                System.Logger.Level.DEBUG,
                "model_call={0} outcome={1} input_tokens={2} output_tokens={3} took_ms={4}",
                id,
                outcome,
                spent.inputTokens(),
                spent.outputTokens(),
                took.toMillis());
        try {
            log.ended(id, new EgressLog.End(outcome, wire.status(), spent, counted, took));
        } catch (HistoryUnavailableException unavailable) {
            // It stays counted with the most that it can have cost.
            LOG.log(System.Logger.Level.WARNING, "model_call=" + id + " end=not_recorded", unavailable);
        }
    }

    /** What the provider did counts against it; what was decided here, or said by the model, does not. */
    private void note(ModelFault fault) {
        switch (fault) {
            case WRONG_KEY,
                    UNKNOWN_MODEL,
                    RATE_LIMITED,
                    OVERLOADED,
                    SERVER_ERROR,
                    UNREACHABLE,
                    TIMED_OUT,
                    BROKEN_OFF,
                    TOO_LARGE,
                    NOT_THE_PROTOCOL -> breaker.failed();
            case REFUSED, EMPTY, CUT_SHORT, UNREADABLE, BAD_REQUEST -> breaker.succeeded();
            case SWITCHED_OFF, BUDGET_SPENT, CANCELLED, RESTING, NOT_RECORDED -> {}
        }
    }

    /** Whether the same request may succeed in a moment. */
    private static boolean mayPass(ModelFault fault) {
        return switch (fault) {
            case RATE_LIMITED, OVERLOADED, SERVER_ERROR, UNREACHABLE, BROKEN_OFF -> true;
            case WRONG_KEY,
                    UNKNOWN_MODEL,
                    TIMED_OUT,
                    TOO_LARGE,
                    NOT_THE_PROTOCOL,
                    REFUSED,
                    EMPTY,
                    CUT_SHORT,
                    UNREADABLE,
                    BAD_REQUEST,
                    SWITCHED_OFF,
                    BUDGET_SPENT,
                    CANCELLED,
                    RESTING,
                    NOT_RECORDED -> false;
        };
    }

    /** Twice as long after each try, and somewhere between half of it and all of it. */
    private Duration pauseAfter(int tries) {
        double millis = FIRST_PAUSE.toMillis() * Math.pow(2, tries - 1.0);
        return Duration.ofMillis((long) (millis * (0.5 + chance.getAsDouble() / 2)));
    }

    /** Waits; false when the question was taken back meanwhile. */
    private static boolean paused(Duration pause, Cancellation cancellation) {
        CountDownLatch takenBack = new CountDownLatch(1);
        try (Cancellation.Registration _ = cancellation.onRequest(takenBack::countDown)) {
            return !takenBack.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

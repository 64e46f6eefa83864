package dev.sayql.jdbc;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Judges connection strings as if teams had given them, and dials nothing. Names are looked up, many at once, for two
 * seconds in all; one that has no address by then is judged by its text. Used by one thread.
 */
public final class TeamUrls implements AutoCloseable {
    private static final Duration LOOKING_UP = Duration.ofSeconds(2);
    private static final int AT_ONCE = 64;

    private final AddressPolicy policy;
    private final Resolver resolver;
    private final ExecutorService askers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("sayql-names-", 0).factory());
    private final Map<String, Optional<List<InetAddress>>> known = new HashMap<>();
    private long nanosLeft = LOOKING_UP.toNanos();

    public TeamUrls(AddressPolicy policy) {
        this(policy, Resolver.ofSystem());
    }

    TeamUrls(AddressPolicy policy, Resolver resolver) {
        this.policy = policy;
        this.resolver = resolver;
    }

    /** What is thought of one string. */
    public sealed interface Verdict {

        /**
         * It would be dialled.
         *
         * @param resolved whether the host's addresses were seen
         */
        record Accepted(boolean resolved) implements Verdict {}

        /**
         * It would not.
         *
         * @param code stable, in small letters
         */
        record Refused(String code, String sentence) implements Verdict {}
    }

    /** One verdict for each text, in order. Never throws for any text. */
    public List<Verdict> judge(List<String> texts) {
        return judgeParsed(texts.stream().map(ConnectionString::parse).toList());
    }

    /** The verdict on settings that came as fields, by the same rules. */
    public Verdict judge(ConnectionSettings settings) {
        return judgeParsed(List.of(new ConnectionString.Parsed.Accepted(settings)))
                .getFirst();
    }

    private List<Verdict> judgeParsed(List<ConnectionString.Parsed> parsed) {
        Set<String> names = new HashSet<>();
        for (ConnectionString.Parsed each : parsed) {
            if (each instanceof ConnectionString.Parsed.Accepted(ConnectionSettings settings)
                    && policy.judge(settings).isEmpty()
                    && HostText.address(settings.host()).isEmpty()) {
                names.add(settings.host());
            }
        }
        lookUp(names);
        return parsed.stream().map(this::verdict).toList();
    }

    private Verdict verdict(ConnectionString.Parsed parsed) {
        return switch (parsed) {
            case ConnectionString.Parsed.Refused(var code, String sentence) -> refused(code, sentence);
            case ConnectionString.Parsed.Accepted(ConnectionSettings settings) -> {
                Optional<List<InetAddress>> addresses = HostText.address(settings.host())
                        .map(List::of)
                        .or(() -> known.getOrDefault(settings.host(), Optional.empty()));
                yield policy.judge(settings)
                        .or(() -> addresses.map(policy::judge).orElseGet(() -> policy.judgeUnresolved(settings)))
                        .<Verdict>map(refusal -> refused(refusal.code(), refusal.sentence()))
                        .orElseGet(() -> new Verdict.Accepted(addresses.isPresent()));
            }
        };
    }

    private static Verdict.Refused refused(Enum<?> code, String sentence) {
        return new Verdict.Refused(code.name().toLowerCase(Locale.ROOT), sentence);
    }

    private void lookUp(Set<String> names) {
        long started = System.nanoTime();
        Duration within = Duration.ofNanos(nanosLeft);
        Map<String, Future<List<InetAddress>>> asked = new HashMap<>();
        for (String name : names) {
            if (!known.containsKey(name) && nanosLeft > 0) {
                asked.put(name, askers.submit(() -> resolver.resolve(name, within)));
            }
        }
        long until = started + nanosLeft;
        asked.forEach((name, answer) -> known.put(name, addresses(answer, until)));
        nanosLeft -= System.nanoTime() - started;
    }

    private static Optional<List<InetAddress>> addresses(Future<List<InetAddress>> answer, long until) {
        try {
            return Optional.of(answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unknown) {
            answer.cancel(true);
        }
        return Optional.empty();
    }

    /** Ends looking up. */
    @Override
    public void close() {
        askers.shutdownNow();
    }
}

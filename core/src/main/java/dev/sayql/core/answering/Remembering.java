package dev.sayql.core.answering;

import dev.sayql.core.generation.Meaning;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.Question;
import dev.sayql.sql.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Remembers what language models wrote, so that a question asked again costs nothing. Of equal questions at the same time one
 * goes to a model, and the others take what it brought. A cache that cannot be reached is left alone for a while, and no question
 * fails for it. Thread-safe.
 */
public final class Remembering {

    private static final Duration REST = Duration.ofSeconds(10);
    /** Answers that were written together are not all over together. */
    private static final double MOST_JITTER = 0.1;

    private final AnswerCache cache;
    private final String writer;
    private final Meaning meaning;
    private final Duration lifetime;
    private final Clock clock;
    private final DoubleSupplier chance;
    private final Consumer<CacheUnavailableException> failures;
    private final ConcurrentMap<CacheKey, CompletableFuture<Optional<CachedAnswer>>> underway =
            new ConcurrentHashMap<>();
    private volatile Instant restsUntil = Instant.MIN;

    /**
     * @param writer who writes: the model and the version of its prompt; another one's answers are not used
     * @param meaning finds answers to questions in other words
     * @param lifetime of an answer, at most
     * @param chance numbers from 0 to 1
     * @param failures told whenever the cache cannot be reached
     */
    public Remembering(
            AnswerCache cache,
            String writer,
            Meaning meaning,
            Duration lifetime,
            Clock clock,
            DoubleSupplier chance,
            Consumer<CacheUnavailableException> failures) {
        this.cache = cache;
        this.writer = writer;
        this.meaning = meaning;
        this.lifetime = lifetime;
        this.clock = clock;
        this.chance = chance;
        this.failures = failures;
    }

    /** Remembers nothing. */
    public static Remembering nothing() {
        return new Remembering(
                AnswerCache.NONE,
                "",
                Meaning.UNKNOWN,
                Duration.ofSeconds(1),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                () -> 0,
                failure -> {});
    }

    /** What a question may need: nothing is looked up before it asks. Follow-ups have an answer of their own each time. */
    Turn turn(Question question, SourceContext context, Rules rules) {
        return new Turn(this, question, context, rules);
    }

    boolean serves(Question question) {
        return !cache.equals(AnswerCache.NONE) && question.refinement().isEmpty();
    }

    CacheKey key(Question question, SourceContext context, Rules rules) {
        return CacheKeys.of(question, context, rules, writer);
    }

    Optional<String> meaning(Question question, SourceContext context) {
        return meaning.of(question, context);
    }

    /** What the equal question that is underway will bring; empty when there is none, and this one is now underway. */
    Optional<CompletableFuture<Optional<CachedAnswer>>> join(
            CacheKey key, CompletableFuture<Optional<CachedAnswer>> own) {
        return Optional.ofNullable(underway.putIfAbsent(key, own));
    }

    void leave(CacheKey key, CompletableFuture<Optional<CachedAnswer>> own) {
        underway.remove(key, own);
    }

    /** What is kept for a key, or for a question that is proven to mean the same, and answers on the day of the question. */
    Optional<CachedAnswer> find(
            CacheKey key, Supplier<Optional<String>> meant, Question question, SourceContext context) {
        return tried(() -> cache.find(key).filter(answer -> answer.isFor(question.today())))
                .flatMap(found -> found)
                .or(() -> meant.get().flatMap(text -> findInOtherWords(key, text, question, context)));
    }

    private Optional<CachedAnswer> findInOtherWords(
            CacheKey key, String meant, Question question, SourceContext context) {
        return tried(() -> cache.findMeaning(key, meant)).stream()
                .flatMap(List::stream)
                .filter(answer -> answer.isFor(question.today()))
                .filter(answer -> meaning.areSame(question.inWords(answer.key().question()), question, context))
                .findFirst();
    }

    void keep(CachedAnswer answer) {
        tried(() -> cache.keep(answer));
    }

    void countHit(CachedAnswer answer) {
        tried(() -> {
            cache.countHit(answer);
            return true;
        });
    }

    void countMiss(Question question) {
        tried(() -> {
            cache.countMiss(question.team());
            return true;
        });
    }

    Instant now() {
        return clock.instant();
    }

    /** When an answer of now is over. */
    Instant end(Instant now) {
        long millis = lifetime.toMillis();
        return now.plusMillis(Math.max(1, millis - (long) (millis * MOST_JITTER * chance.getAsDouble())));
    }

    private <T> Optional<T> tried(Supplier<T> work) {
        if (clock.instant().isBefore(restsUntil)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } catch (CacheUnavailableException unavailable) {
            restsUntil = clock.instant().plus(REST);
            failures.accept(unavailable);
            return Optional.empty();
        }
    }
}

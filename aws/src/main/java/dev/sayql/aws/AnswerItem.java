package dev.sayql.aws;

import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A remembered answer as an item of the table. */
final class AnswerItem {

    static final String KEY = "cache_key";
    static final String TEAM = "team_id";
    static final String SOURCE = "source_id";
    static final String MEANING_KEY = "meaning_key";
    static final String CREATED = "created_at";
    static final String EXPIRES = "expires_at";
    static final String TTL = "ttl";
    static final String HITS = "hit_count";
    static final String SQL = "generated_sql";
    private static final String BASIS = "basis";
    private static final String QUESTION = "question";
    private static final String MEANING = "meaning";
    private static final String EXPLANATION = "explanation";
    private static final String CONFIDENCE = "confidence";
    private static final String MODEL = "model";
    private static final String ONLY_ON = "only_on";
    private static final String COST = "cost_usd";

    private AnswerItem() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue number(BigDecimal value) {
        return AttributeValue.fromN(value.toPlainString());
    }

    /** Microseconds since 1970, which compare as numbers. */
    static AttributeValue moment(Instant value) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    static Map<String, AttributeValue> of(CachedAnswer answer) {
        CacheKey key = answer.key();
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(KEY, text(key.digest()));
        item.put(TEAM, text(key.team().value()));
        item.put(SOURCE, text(key.source().value()));
        item.put(BASIS, text(key.basis()));
        item.put(QUESTION, text(key.question()));
        answer.meaning().ifPresent(meaning -> {
            item.put(MEANING_KEY, text(key.digestOf(meaning)));
            item.put(MEANING, text(meaning));
        });
        item.put(SQL, text(answer.sql()));
        item.put(EXPLANATION, text(answer.explanation()));
        item.put(CONFIDENCE, number(BigDecimal.valueOf(answer.confidence())));
        item.put(MODEL, text(answer.model()));
        answer.onlyOn().ifPresent(day -> item.put(ONLY_ON, text(day.toString())));
        item.put(COST, number(answer.cost()));
        item.put(CREATED, moment(answer.created()));
        item.put(EXPIRES, moment(answer.expires()));
        // DynamoDB deletes by whole seconds, some time after.
        item.put(TTL, number(answer.expires().getEpochSecond() + 1));
        item.put(HITS, number(0));
        return item;
    }

    static CachedAnswer read(Map<String, AttributeValue> item) {
        return new CachedAnswer(
                new CacheKey(
                        new TeamId(text(item, TEAM)),
                        new SourceId(text(item, SOURCE)),
                        text(item, BASIS),
                        text(item, QUESTION)),
                optional(item, MEANING),
                text(item, SQL),
                text(item, EXPLANATION),
                decimal(item, CONFIDENCE).doubleValue(),
                text(item, MODEL),
                optional(item, ONLY_ON).map(LocalDate::parse),
                decimal(item, COST),
                moment(item, CREATED),
                moment(item, EXPIRES),
                decimal(item, HITS).longValue());
    }

    /** Zero when the item has no such number. */
    static BigDecimal decimal(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(value -> new BigDecimal(value.n()).stripTrailingZeros())
                .orElse(BigDecimal.ZERO);
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return optional(item, name).orElseThrow(() -> new IllegalStateException("an item has no " + name));
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static Instant moment(Map<String, AttributeValue> item, String name) {
        return Instant.EPOCH.plus(decimal(item, name).longValue(), ChronoUnit.MICROS);
    }
}

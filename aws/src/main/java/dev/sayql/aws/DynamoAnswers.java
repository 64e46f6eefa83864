package dev.sayql.aws;

import static dev.sayql.aws.AnswerItem.moment;
import static dev.sayql.aws.AnswerItem.number;
import static dev.sayql.aws.AnswerItem.text;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CacheStatistics;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Remembered answers in a table of DynamoDB, for all nodes together. Its indexes follow within moments, so that forgetting may miss
 * what was kept in the last of them. A call takes two seconds at most. Thread-safe.
 */
public final class DynamoAnswers implements AnswerCache, AutoCloseable {

    static final String TEAM_INDEX = "team_id-index";
    static final String MEANING_INDEX = "meaning_key-index";

    private static final Duration MOST = Duration.ofSeconds(2);
    private static final Duration MOST_OF_AN_ATTEMPT = Duration.ofSeconds(1);

    private static final String HITS = "hits";
    private static final String MISSES = "misses";
    private static final String SAVED = "saved_usd";

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    DynamoAnswers(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Makes a client; nothing is called yet. Credentials come from where the SDK looks for them.
     *
     * @param region such as eu-central-1
     * @param endpoint in place of the region's own; empty for that
     */
    public static DynamoAnswers open(String table, String region, Optional<URI> endpoint, Clock clock) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        settings -> settings.apiCallTimeout(MOST).apiCallAttemptTimeout(MOST_OF_AN_ATTEMPT));
        endpoint.ifPresent(builder::endpointOverride);
        return new DynamoAnswers(builder.build(), table, clock);
    }

    /** What is missing of the table, in sentences; empty when it is as it must be. */
    public List<String> problems() {
        return called(() -> CacheTable.problems(client, table));
    }

    @Override
    public Optional<CachedAnswer> find(CacheKey key) {
        // A stale read would have a model asked twice.
        Map<String, AttributeValue> item = item(key.digest());
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(AnswerItem.read(item)).filter(this::counts);
    }

    private Map<String, AttributeValue> item(String key) {
        return called(() -> client.getItem(
                        request -> request.tableName(table).key(key(key)).consistentRead(true))
                .item());
    }

    private boolean counts(CachedAnswer answer) {
        return !answer.isOver(clock.instant());
    }

    private static Map<String, AttributeValue> key(String digest) {
        return Map.of(AnswerItem.KEY, text(digest));
    }

    @Override
    public List<CachedAnswer> findMeaning(CacheKey key, String meaning) {
        return called(() -> client.query(request -> request.tableName(table)
                        .indexName(MEANING_INDEX)
                        .keyConditionExpression("meaning_key = :meaning")
                        .expressionAttributeValues(Map.of(":meaning", text(key.digestOf(meaning))))
                        .scanIndexForward(false)
                        .limit(MOST_OF_A_MEANING)))
                .items()
                .stream()
                .map(AnswerItem::read)
                .filter(this::counts)
                .toList();
    }

    @Override
    public boolean keep(CachedAnswer answer) {
        return changed(() -> client.putItem(request -> request.tableName(table)
                .item(AnswerItem.of(answer))
                .conditionExpression("attribute_not_exists(cache_key) OR created_at < :created")
                .expressionAttributeValues(Map.of(":created", moment(answer.created())))));
    }

    @Override
    public void countHit(CachedAnswer answer) {
        changed(() -> client.updateItem(request -> request.tableName(table)
                .key(key(answer.key().digest()))
                .updateExpression("ADD hit_count :one")
                .conditionExpression("created_at = :created")
                .expressionAttributeValues(Map.of(":one", number(1), ":created", moment(answer.created())))));
        count(answer.key().team(), HITS, answer.cost());
    }

    @Override
    public void countMiss(TeamId team) {
        count(team, MISSES, BigDecimal.ZERO);
    }

    private void count(TeamId team, String what, BigDecimal saved) {
        changed(() -> client.updateItem(request -> request.tableName(table)
                .key(key(counts(team)))
                .updateExpression("ADD #what :one, saved_usd :saved")
                .expressionAttributeNames(Map.of("#what", what))
                .expressionAttributeValues(Map.of(":one", number(1), ":saved", number(saved)))));
    }

    /** An item beside the answers; it has no team of its own, so that no index shows it among them. */
    private static String counts(TeamId team) {
        return "counts of " + team.value();
    }

    @Override
    public CacheStatistics statistics(TeamId team) {
        Map<String, AttributeValue> counted = item(counts(team));
        long entries = called(() -> client
                .queryPaginator(ofTeam(team)
                        .select(Select.COUNT)
                        .filterExpression("expires_at > :now")
                        .expressionAttributeValues(Map.of(":team", text(team.value()), ":now", moment(clock.instant())))
                        .build())
                .stream()
                .mapToLong(QueryResponse::count)
                .sum());
        return new CacheStatistics(
                entries,
                AnswerItem.decimal(counted, HITS).longValue(),
                AnswerItem.decimal(counted, MISSES).longValue(),
                AnswerItem.decimal(counted, SAVED));
    }

    private QueryRequest.Builder ofTeam(TeamId team) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(TEAM_INDEX)
                .keyConditionExpression("team_id = :team")
                .expressionAttributeValues(Map.of(":team", text(team.value())));
    }

    private QueryRequest.Builder ofSource(TeamId team, SourceId source, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> values = new HashMap<>(more);
        values.put(":team", text(team.value()));
        values.put(":source", text(source.value()));
        return ofTeam(team)
                .keyConditionExpression("team_id = :team AND source_id = :source")
                .expressionAttributeValues(values);
    }

    @Override
    public int forget(TeamId team) {
        return forget(ofTeam(team));
    }

    @Override
    public int forget(TeamId team, SourceId source) {
        return forget(ofSource(team, source, Map.of()));
    }

    @Override
    public int forgetSql(TeamId team, SourceId source, String sql) {
        return forget(ofSource(team, source, Map.of(":sql", text(sql))).filterExpression("generated_sql = :sql"));
    }

    /** Forgets one by one: what is kept anew meanwhile stays. */
    private int forget(QueryRequest.Builder unwanted) {
        return called(() -> {
            List<String> digests = client.queryPaginator(unwanted.build()).items().stream()
                    .map(item -> AnswerItem.text(item, AnswerItem.KEY))
                    .toList();
            digests.forEach(digest ->
                    client.deleteItem(request -> request.tableName(table).key(key(digest))));
            return digests.size();
        });
    }

    /** False when the condition did not hold. */
    private static boolean changed(Runnable call) {
        return called(() -> {
            try {
                call.run();
                return true;
            } catch (ConditionalCheckFailedException otherwise) {
                return false;
            }
        });
    }

    private static <T> T called(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw new CacheUnavailableException(failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package dev.sayql.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** What the table of remembered answers must look like. */
final class CacheTable {

    private static final Set<TimeToLiveStatus> ON = Set.of(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);

    private CacheTable() {}

    /** In sentences; none when all is as it must be. */
    static List<String> problems(DynamoDbClient client, String name) {
        TableDescription table;
        TimeToLiveDescription lifetime;
        try {
            table = client.describeTable(request -> request.tableName(name)).table();
            lifetime = client.describeTimeToLive(request -> request.tableName(name))
                    .timeToLiveDescription();
        } catch (ResourceNotFoundException missing) {
            return List.of("There is no table " + name + ".");
        }
        List<String> problems = new ArrayList<>();
        if (!keys(table.keySchema()).equals(List.of(AnswerItem.KEY))) {
            problems.add("Its key must be the text cache_key alone.");
        }
        if (!hasIndex(table, DynamoAnswers.TEAM_INDEX, List.of(AnswerItem.TEAM, AnswerItem.SOURCE))) {
            problems.add("It needs the index " + DynamoAnswers.TEAM_INDEX + " on team_id and source_id.");
        }
        if (!hasIndex(table, DynamoAnswers.MEANING_INDEX, List.of(AnswerItem.MEANING_KEY, AnswerItem.CREATED))) {
            problems.add("It needs the index " + DynamoAnswers.MEANING_INDEX + " on meaning_key and created_at.");
        }
        if (!ON.contains(lifetime.timeToLiveStatus()) || !AnswerItem.TTL.equals(lifetime.attributeName())) {
            problems.add("Its time to live must be switched on for the attribute ttl.");
        }
        return problems;
    }

    private static boolean hasIndex(TableDescription table, String name, List<String> keys) {
        return table.globalSecondaryIndexes().stream()
                .filter(index -> index.indexName().equals(name))
                .map(GlobalSecondaryIndexDescription::keySchema)
                .anyMatch(schema -> keys(schema).equals(keys));
    }

    private static List<String> keys(List<KeySchemaElement> schema) {
        return schema.stream().map(KeySchemaElement::attributeName).collect(Collectors.toList());
    }
}

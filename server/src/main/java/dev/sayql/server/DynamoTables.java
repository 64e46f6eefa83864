package dev.sayql.server;

import dev.sayql.app.AnswerCacheConfig;
import dev.sayql.app.AnswerTables;
import dev.sayql.aws.DynamoAnswers;
import dev.sayql.core.history.AnswerCache;
import java.time.Clock;
import java.util.List;

/** Remembered answers in DynamoDB. Nothing of Amazon's is loaded before a table is opened. Thread-safe. */
public final class DynamoTables implements AnswerTables {

    @Override
    public Opened open(AnswerCacheConfig.Table table, Clock clock) {
        return new OpenedTable(DynamoAnswers.open(table.name(), table.region(), table.endpoint(), clock));
    }

    private record OpenedTable(DynamoAnswers answers) implements Opened {

        @Override
        public AnswerCache cache() {
            return answers;
        }

        @Override
        public List<String> problems() {
            return answers.problems();
        }

        @Override
        public void close() {
            answers.close();
        }
    }
}

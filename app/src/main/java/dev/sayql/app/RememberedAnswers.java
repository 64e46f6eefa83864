package dev.sayql.app;

import dev.sayql.core.history.AnswerCache;
import dev.sayql.store.AnswersInMemory;
import dev.sayql.store.StoredAnswers;
import dev.sayql.store.SystemDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What language models wrote, remembered where the configuration says, until closed. Immutable; thread-safe as its parts are.
 *
 * @param table present when they are in DynamoDB
 */
record RememberedAnswers(AnswerCache cache, Optional<AnswerTables.Opened> table) implements AutoCloseable {

    static RememberedAnswers of(AnswerCacheConfig config, SystemDatabase system, AnswerTables tables, Clock clock) {
        return switch (config.home()) {
            case DATABASE -> new RememberedAnswers(new StoredAnswers(system, clock), Optional.empty());
            case MEMORY -> new RememberedAnswers(new AnswersInMemory(clock), Optional.empty());
            case NONE -> new RememberedAnswers(AnswerCache.NONE, Optional.empty());
            case DYNAMODB -> {
                AnswerTables.Opened opened = tables.open(config.table().orElseThrow(), clock);
                yield new RememberedAnswers(opened.cache(), Optional.of(opened));
            }
        };
    }

    /** What is missing of the home, in sentences. */
    List<String> problems() {
        return table.map(AnswerTables.Opened::problems).orElse(List.of());
    }

    @Override
    public void close() {
        table.ifPresent(AnswerTables.Opened::close);
    }
}

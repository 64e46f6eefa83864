package dev.sayql.app;

import dev.sayql.core.history.AnswerCache;
import java.time.Clock;
import java.util.List;

/** Remembered answers in DynamoDB, as a face brings them. Thread-safe. */
@FunctionalInterface
public interface AnswerTables {

    /** A client of the table; nothing is called yet. */
    Opened open(AnswerCacheConfig.Table table, Clock clock);

    /** A table that can be used, until closed. Thread-safe. */
    interface Opened extends AutoCloseable {

        AnswerCache cache();

        /**
         * What is missing of the table, in sentences; empty when it is as it must be.
         *
         * @throws dev.sayql.core.history.CacheUnavailableException when it cannot be reached
         */
        List<String> problems();

        @Override
        void close();
    }
}

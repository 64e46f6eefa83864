package dev.sayql.app;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where what language models wrote is remembered. Immutable.
 *
 * @param lifetime of an answer, at most
 * @param table present exactly when the home is {@link Home#DYNAMODB}
 */
public record AnswerCacheConfig(Home home, Duration lifetime, Optional<Table> table) {

    static final Duration WEEK = Duration.ofDays(7);

    /** The homes there are. */
    public enum Home {
        /** The system database, for all servers together. */
        DATABASE,
        /** Each process for itself, until it ends. */
        MEMORY,
        /** A table of DynamoDB, for all servers together. */
        DYNAMODB,
        /** Nothing is remembered. */
        NONE
    }

    /**
     * A table of DynamoDB.
     *
     * @param region such as eu-central-1
     * @param endpoint in place of the region's own
     */
    public record Table(String name, String region, Optional<URI> endpoint) {}

    /** {@link IllegalArgumentException} when there is a table without DynamoDB, or the other way round. */
    public AnswerCacheConfig {
        if (table.isPresent() != (home == Home.DYNAMODB) || !lifetime.isPositive()) {
            throw new IllegalArgumentException("a table goes with DynamoDB, and answers are kept for a while");
        }
    }

    /** The system database, for a week. */
    public static AnswerCacheConfig defaults() {
        return new AnswerCacheConfig(Home.DATABASE, WEEK, Optional.empty());
    }
}

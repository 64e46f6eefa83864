package dev.sayql.jdbc;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.core.team.TeamId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The connections to every source, at most four each. Nothing is opened before it is needed. When a source's settings
 * change, its old connections are given up. Thread-safe.
 */
public final class SourcePools implements AutoCloseable {
    private final JdbcSources sources;
    private final Connector connector;
    private final ConcurrentMap<Key, SourcePool> pools = new ConcurrentHashMap<>();

    private record Key(TeamId team, SourceId source) {}

    public SourcePools(JdbcSources sources) {
        this(sources, Cancellation.never());
    }

    /** Pools for one piece of work: when it is taken back, whatever they dial, wait for or run ends within a second. */
    public SourcePools(JdbcSources sources, Cancellation cancellation) {
        this(sources, Connector.endedBy(cancellation));
    }

    SourcePools(JdbcSources sources, Connector connector) {
        this.sources = sources;
        this.connector = connector;
    }

    /**
     * Connects once, or uses a connection that is there, to see whether the source can be used.
     *
     * @return what its role may do beyond reading, when it is trusted all the same
     * @throws SourceUnavailableException with the reason when it cannot be used
     */
    public Optional<String> check(Source source) {
        SourcePool pool = of(source);
        ReadOnlySession.open(pool, ReadOnlySession.SHORT).close();
        return pool.warning();
    }

    /** What {@link #check} would say, as seen when a connection was last opened; opens none. */
    Optional<String> warning(Source source) {
        return Optional.ofNullable(pools.get(keyOf(source))).flatMap(SourcePool::warning);
    }

    /** Closes the connections of a source that was taken away. */
    public void forget(Source source) {
        Optional.ofNullable(pools.remove(keyOf(source))).ifPresent(SourcePool::close);
    }

    SourcePool of(Source source) {
        JdbcSource current = sources.of(source)
                .orElseThrow(() -> SourceFailures.of(Reason.NOT_ALLOWED, "This source has no connection any more."));
        return pools.compute(keyOf(source), (key, pool) -> {
            if (pool != null && pool.source().equals(current)) {
                return pool;
            }
            if (pool != null) {
                pool.close();
            }
            return new SourcePool(current, connector);
        });
    }

    private static Key keyOf(Source source) {
        return new Key(source.team(), source.id());
    }

    @Override
    public void close() {
        pools.values().forEach(SourcePool::close);
        pools.clear();
    }
}

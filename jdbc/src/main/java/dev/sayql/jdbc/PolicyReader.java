package dev.sayql.jdbc;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.RulesReader;
import dev.sayql.core.schema.Schema;
import dev.sayql.sql.Rules;
import java.sql.SQLException;
import java.util.function.Function;

/** Holds policies of sources against their servers' catalogues, in one read-only transaction. Thread-safe. */
public final class PolicyReader implements RulesReader {

    private final SourcePools pools;
    private final Function<Source, SourcePolicy> policies;

    /** The pools are closed by whoever made them. */
    public PolicyReader(SourcePools pools, Function<Source, SourcePolicy> policies) {
        this.pools = pools;
        this.policies = policies;
    }

    @Override
    public SourcePolicy policy(Source source) {
        return policies.apply(source);
    }

    @Override
    public Rules of(Source source, Schema schema, SourcePolicy policy) {
        if (policy.equals(SourcePolicy.NONE)) {
            return NO_POLICY.of(source, schema, policy);
        }
        try (ReadOnlySession session = ReadOnlySession.open(pools.of(source), ReadOnlySession.SHORT)) {
            try {
                return new PolicyReading(session, schema, policy).rules();
            } catch (SQLException failure) {
                session.discard();
                throw SourceFailures.of(failure);
            }
        }
    }
}

package dev.sayql.app;

import dev.sayql.core.connection.SourceDesk.Decided;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.question.PolicyVersion;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import dev.sayql.store.PolicyYaml;
import dev.sayql.store.StoredPolicies;
import java.util.List;

/** What may be read of each source: the operator's as configured, a team's as the team decided. Thread-safe. */
final class Policies {

    private final Source operators;
    private final SourcePolicy configured;
    private final StoredPolicies stored;

    Policies(Source operators, SourcePolicy configured, StoredPolicies stored) {
        this.operators = operators;
        this.configured = configured;
        this.stored = stored;
    }

    PolicyVersion of(Source source) {
        return isOfOperator(source) ? new PolicyVersion(0, configured) : stored.of(source);
    }

    private boolean isOfOperator(Source source) {
        return operators.team().equals(source.team()) && operators.id().equals(source.id());
    }

    /** Takes over what a team decides about a source that is connected, once the database was seen to allow it. */
    Decided decide(Source source, String document, Contexts contexts) {
        if (isOfOperator(source)) {
            return new Decided.NotOurs();
        }
        return switch (PolicyYaml.read(document)) {
            case PolicyYaml.Read.Faulty(List<String> problems) -> new Decided.Faulty(problems);
            case PolicyYaml.Read.Understood(SourcePolicy policy) -> {
                try {
                    contexts.tryOn(source, policy);
                    yield new Decided.Stored(stored.replace(source, policy));
                } catch (SourceUnavailableException unusable) {
                    yield faulty(unusable);
                }
            }
        };
    }

    private static Decided faulty(SourceUnavailableException unusable) {
        if (unusable.reason() != Reason.FAULTY_POLICY) {
            throw unusable;
        }
        return new Decided.Faulty(List.of(unusable.sentence()));
    }

    /** Takes over what was held against the database already. */
    void keep(Source source, SourcePolicy policy) {
        stored.replace(source, policy);
    }
}

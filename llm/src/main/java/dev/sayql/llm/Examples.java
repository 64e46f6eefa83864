package dev.sayql.llm;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.team.TeamId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions of a team that are most like one, with the SQL that its people approved for the schema as it is. Thread-safe. */
final class Examples {

    private static final int MOST = 3;
    private static final double LEAST_LIKENESS = 0.25;

    private final VerifiedQueries verified;

    Examples(VerifiedQueries verified) {
        this.verified = verified;
    }

    /** The likest first; the same for the same question, whatever order they are stored in. */
    List<VerifiedQuery> of(TeamId team, SourceContext context, String question) {
        Set<String> wanted = new HashSet<>(Words.of(question));
        return verified.of(team, context.source().id()).stream()
                .filter(query -> query.status() == VerifiedQuery.Status.APPROVED)
                .filter(query ->
                        query.fingerprint().equals(Optional.of(context.schema().fingerprint())))
                .filter(query -> likeness(wanted, query) >= LEAST_LIKENESS)
                .sorted(Comparator.comparingDouble((VerifiedQuery query) -> -likeness(wanted, query))
                        .thenComparing(VerifiedQuery::question))
                .limit(MOST)
                .toList();
    }

    /** The share of words that both have, of all that either has. */
    private static double likeness(Set<String> wanted, VerifiedQuery query) {
        Set<String> words = new HashSet<>(Words.of(query.question()));
        Set<String> all = new HashSet<>(words);
        all.addAll(wanted);
        words.retainAll(wanted);
        return all.isEmpty() ? 0 : (double) words.size() / all.size();
    }
}

package dev.sayql.training;

import dev.sayql.core.generation.Finding;
import dev.sayql.engine.CandidatePool;
import dev.sayql.engine.EngineModels;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The candidates for many questions, each with what it finds and marked as right or wrong by it. */
final class Pools {
    private Pools() {}

    /** @param today what relative dates refer to, also in the known answers */
    static <Q extends KnownAnswer> Groups of(
            Benches<Q> benches, Predicate<String> databases, EngineModels models, LocalDate today) throws SQLException {
        Groups groups = new Groups();
        benches.each(databases, open -> {
            CandidatePool pool = new CandidatePool(open.bench().context(), models);
            for (Q question : open.questions()) {
                List<float[]> features = new ArrayList<>();
                List<Boolean> right = new ArrayList<>();
                List<Finding> found = new ArrayList<>();
                for (CandidatePool.Candidate candidate : pool.of(question.text(), today)) {
                    features.add(candidate.features());
                    right.add(open.oracle().isRight(candidate.sql().text(), question));
                    found.add(open.oracle().finding(candidate.sql().text()));
                }
                groups.add(features, right, found, open.database());
                open.oracle().forget();
            }
        });
        return groups;
    }
}

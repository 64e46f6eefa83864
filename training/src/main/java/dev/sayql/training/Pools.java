package dev.sayql.training;

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
                List<Groups.Line> lines = new ArrayList<>();
                for (CandidatePool.Candidate candidate : pool.of(question.text(), today)) {
                    lines.add(new Groups.Line(
                            candidate.features(),
                            open.oracle().isRight(candidate.sql().text(), question),
                            open.oracle().finding(candidate.sql().text()),
                            candidate.said()));
                }
                groups.addLines(lines, open.database(), question.text());
                open.oracle().forget();
            }
        });
        return groups;
    }
}

package dev.sayql.training;

import dev.sayql.engine.CandidatePool;
import dev.sayql.engine.EngineModels;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.Verdict;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the questions about some databases teach, in both of their wordings. */
record Lessons(List<SketchTrainer.Example> sketches, Groups slots) {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    static Lessons of(Benches<BenchQuestion> benches, Predicate<String> databases) throws SQLException {
        List<SketchTrainer.Example> sketches = new ArrayList<>();
        Groups slots = new Groups();
        benches.each(databases, open -> {
            CandidatePool pool = new CandidatePool(open.bench().context(), EngineModels.none());
            for (BenchQuestion question : open.questions()) {
                Verdict verdict = open.workbench()
                        .validator()
                        .validate(
                                new SqlText(question.sql()),
                                open.bench().context().rules());
                if (verdict instanceof Verdict.Allowed(var answer)) {
                    Stream.of(Optional.of(question.text()), question.reworded())
                            .flatMap(Optional::stream)
                            .flatMap(text -> pool.lesson(text, TODAY, answer).stream())
                            .forEach(lesson -> {
                                sketches.add(new SketchTrainer.Example(open.database(), lesson));
                                lesson.slots().forEach(choices -> add(choices, slots));
                            });
                }
            }
        });
        return new Lessons(sketches, slots);
    }

    private static void add(CandidatePool.Choices choices, Groups slots) {
        List<Boolean> right = new ArrayList<>();
        for (int index = 0; index < choices.features().size(); index++) {
            right.add(index == choices.right());
        }
        slots.add(choices.features(), right);
    }
}

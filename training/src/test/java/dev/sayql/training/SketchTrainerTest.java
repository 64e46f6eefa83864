package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.engine.CandidatePool;
import dev.sayql.engine.learned.LogLinear;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SketchTrainerTest {
    private static final SketchTrainer.Settings SETTINGS = new SketchTrainer.Settings(20, 0.2, 1e-4, 2, 0.1, 1);

    @Test
    void aShapeIsKnownByThePartsThatItsWordsCallFor() {
        List<SketchTrainer.Example> examples = new ArrayList<>();
        for (int database = 0; database < 5; database++) {
            examples.add(example(database, "count", List.of("counts", "flat", "whole count"), 1, 7));
            examples.add(example(database, "list", List.of("lists", "flat", "whole list"), 2, 7));
            examples.add(example(database, "top", List.of("lists", "cut", "whole top"), 2, 3, 100 + database));
        }

        LogLinear model = SketchTrainer.train(examples, SETTINGS);

        assertThat(best(model, 1, 7)).contains("count");
        double[] scores = model.logProbabilities(new int[] {2, 3});
        assertThat(scores[model.classes().indexOf("cut")])
                .isGreaterThan(scores[model.classes().indexOf("flat")]);
    }

    @Test
    void wordsOfFewDatabasesAreNotLearned() {
        List<SketchTrainer.Example> examples = List.of(
                example(1, "count", List.of("counts", "flat", "whole count"), 5),
                example(1, "list", List.of("lists", "flat", "whole list"), 6));

        LogLinear model = SketchTrainer.train(examples, SETTINGS);

        assertThat(model.logProbabilities(new int[] {5})).isEqualTo(model.logProbabilities(new int[] {6}));
    }

    private static String best(LogLinear model, int... words) {
        double[] scores = model.logProbabilities(words);
        int best = 0;
        for (int index = 0; index < scores.length; index++) {
            boolean other = model.classes().get(index).equals("flat");
            best = !other && scores[index] > scores[best] ? index : best;
        }
        return model.classes().get(best);
    }

    private static SketchTrainer.Example example(int database, String sketch, List<String> parts, int... words) {
        return new SketchTrainer.Example("db" + database, new CandidatePool.Lesson(sketch, parts, words, List.of()));
    }
}

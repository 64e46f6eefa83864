package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.core.generation.Finding;
import dev.sayql.engine.learned.TreeEnsemble;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadGroupsTest {
    /** Rows whose first number is small come first. */
    private static final TreeEnsemble FIRST = TreeEnsemble.of(
            List.of("f0"),
            0,
            List.of(new TreeEnsemble.Split(0, 0.5f, false, new TreeEnsemble.Leaf(2), new TreeEnsemble.Leaf(0))));

    private static Groups.Line line(float feature, boolean right, String said) {
        return new Groups.Line(new float[] {feature}, right, new Finding.Untried(), said);
    }

    private static Groups groups() {
        Groups groups = new Groups();
        groups.addLines(List.of(line(1, false, "all birds"), line(0, true, "big birds")), "zoo", "Which are big?");
        groups.addLines(List.of(line(0, true, "all flights")), "flights", "List flights");
        return groups;
    }

    @Test
    void eachGroupIsReadWithItsQuestionTheLikeliestFirst() {
        Groups read = new ReadGroups(FIRST, (question, texts) -> {
                    assertThat(question)
                            .isEqualTo(texts.getFirst().equals("all flights") ? "List flights" : "Which are big?");
                    return texts.size() == 2 ? new float[] {3, 1} : new float[] {0};
                })
                .of(groups());

        assertThat(read.spans()).isEqualTo(groups().spans());
        float lost = (float) -Math.log1p(Math.exp(-2));
        assertThat(read.row(1)).containsExactly(new float[] {0, lost, 0, 0}, within(1e-5f));
        assertThat(read.row(0)).containsExactly(new float[] {1, lost - 2, 1, -2}, within(1e-5f));
        assertThat(read.isRight(1)).isTrue();
        assertThat(read.lines(read.spans().getFirst()).getFirst().said()).isEqualTo("all birds");
    }

    @Test
    void whatIsReadIsWhatIsLearnedFrom() {
        assertThat(ReadGroups.likeliest(groups(), FIRST))
                .extracting(lines -> lines.stream().map(Groups.Line::said).toList())
                .containsExactly(List.of("big birds", "all birds"), List.of("all flights"));
    }
}

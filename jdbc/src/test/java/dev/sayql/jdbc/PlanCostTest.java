package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import org.junit.jupiter.api.Test;

class PlanCostTest {

    private static final String PLAN = """
            [
              {
                "Plan": {
                  "Node Type": "Limit",
                  "Total Cost": 12.50,
                  "Plan Rows": 10,
                  "Plans": [
                    {
                      "Node Type": "Nested Loop",
                      "Filter": "(a = '\\n    \\"Plan Rows\\": 99999999999')",
                      "Total Cost": 900000.00,
                      "Plan Rows": 5000,
                    }
                  ]
                }
              }
            ]
            """;

    @Test
    void takesTheCostOfTheWholeAndTheRowsOfTheLargestStep() {
        assertThat(PlanCost.of(PLAN)).isEqualTo(new PlanCost(12.5, 5000));
    }

    @Test
    void anUnreadablePlanIsTooExpensive() {
        assertThat(PlanCost.of("[]").within(Limits.defaults())).isInstanceOf(Explanation.TooExpensive.class);
    }
}

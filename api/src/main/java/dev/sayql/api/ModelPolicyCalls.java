package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.Teams;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each team lets language models see and may spend on them, for administrators. Thread-safe. */
final class ModelPolicyCalls {

    private static final int MOST_LETTERS = 20;
    private static final BigDecimal MOST_DOLLARS = new BigDecimal(999_999);

    private final Teams teams;
    private final ModelPolicies policies;

    ModelPolicyCalls(Teams teams, ModelPolicies policies) {
        this.teams = teams;
        this.policies = policies;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.administer("GET", "/admin/teams/{team}/models", request -> of(request, this::shown)),
                reception.administer("PUT", "/admin/teams/{team}/models", this::change));
    }

    /** On the wire; no budget means what the operator lets every team spend. */
    record PolicyObject(
            String team, String sharing, @Nullable BigDecimal monthlyBudgetUsd) {}

    private Reply of(Request request, Function<Team, Reply> call) {
        return Ids.team(request.pathParameter("team"))
                .flatMap(teams::find)
                .map(call)
                .orElseGet(() -> ProblemDetails.of(Kind.NOT_FOUND, "There is no such team.")
                        .reply());
    }

    private Reply shown(Team team) {
        ModelPolicy policy = policies.of(team.id());
        return Reply.json(
                200,
                new PolicyObject(
                        team.id().value(),
                        AnswerObjects.id(policy.sharing()),
                        policy.monthlyBudget().orElse(null)));
    }

    private Reply change(Request request) {
        Optional<Fields> parsed = Fields.of(request.body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        Fields fields = parsed.get();
        ModelPolicy.Sharing sharing = sharing(fields);
        Optional<BigDecimal> budget = fields.json("monthly_budget_usd").flatMap(node -> budget(node, fields));
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        return of(request, team -> {
            policies.change(team.id(), new ModelPolicy(sharing, budget));
            return shown(team);
        });
    }

    private static ModelPolicy.Sharing sharing(Fields fields) {
        return switch (fields.requiredText("sharing", MOST_LETTERS)) {
            case "values" -> ModelPolicy.Sharing.VALUES;
            case "schema" -> ModelPolicy.Sharing.SCHEMA;
            case "nothing" -> ModelPolicy.Sharing.NOTHING;
            case "" -> ModelPolicy.Sharing.NOTHING;
            default -> {
                fields.wrong("sharing", "sharing must be values, schema or nothing.");
                yield ModelPolicy.Sharing.NOTHING;
            }
        };
    }

    private static Optional<BigDecimal> budget(JsonNode node, Fields fields) {
        if (node.isNumber()
                && node.decimalValue().signum() >= 0
                && node.decimalValue().compareTo(MOST_DOLLARS) <= 0) {
            return Optional.of(
                    node.decimalValue().setScale(6, RoundingMode.HALF_UP).stripTrailingZeros());
        }
        fields.wrong("monthly_budget_usd", "monthly_budget_usd must be an amount of US dollars, or null.");
        return Optional.empty();
    }
}

package dev.sayql.store;

import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.sql.SQLException;

/**
 * What teams let language models see, in their own rows; looked up for every question that may go to one. Thread-safe. Throws
 * {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredModelPolicies implements ModelPolicies {

    private final SystemDatabase database;

    public StoredModelPolicies(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public ModelPolicy of(TeamId team) {
        return database.runOne(
                        "look up what models may see",
                        connection -> Sql.first(
                                connection,
                                "SELECT model_sharing, model_budget_usd::text AS budget FROM teams WHERE team_id = ?",
                                row -> row.text(team.value()),
                                StoredModelPolicies::read))
                .orElseGet(ModelPolicy::defaults);
    }

    @Override
    public boolean change(TeamId team, ModelPolicy policy) {
        return database.runOne(
                        "change what models may see",
                        connection -> Sql.change(
                                connection,
                                "UPDATE teams SET model_sharing = ?, model_budget_usd = ?::numeric WHERE team_id = ?",
                                row -> row.text(Row.stored(policy.sharing()))
                                        .text(policy.monthlyBudget().map(BigDecimal::toPlainString))
                                        .text(team.value())))
                == 1;
    }

    private static ModelPolicy read(Row row) throws SQLException {
        return new ModelPolicy(
                row.value(ModelPolicy.Sharing.class, "model_sharing"),
                row.optionalText("budget").map(BigDecimal::new).map(BigDecimal::stripTrailingZeros));
    }
}

package dev.sayql.core.team;

/** What each team lets language models see, and what it may spend on them. Thread-safe. */
public interface ModelPolicies {

    /** {@link ModelPolicy#defaults()} for a team that said nothing. */
    ModelPolicy of(TeamId team);

    /** Takes it over, from the next question on; false when there is no such team. */
    boolean change(TeamId team, ModelPolicy policy);
}

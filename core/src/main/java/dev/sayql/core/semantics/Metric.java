package dev.sayql.core.semantics;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A number that a team has given a name: "revenue". Immutable.
 *
 * @param synonyms further words for it
 * @param forms how to compute it, the coarsest table first: of several forms the first is taken that reaches what the
 *     question groups and filters by without multiplying its rows
 * @param description one sentence for people
 */
public record Metric(String name, List<String> synonyms, List<Form> forms, String description) {

    public Metric {
        synonyms = List.copyOf(synonyms);
        forms = List.copyOf(forms);
        if (name.isBlank() || forms.isEmpty()) {
            throw new IllegalArgumentException("a metric has a name and at least one form");
        }
    }

    /** This metric when only these tables exist; empty when no form is left. */
    Optional<Metric> narrowedTo(Set<TableName> tables) {
        List<Form> kept =
                forms.stream().filter(form -> tables.contains(form.table())).toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Metric(name, synonyms, kept, description));
    }

    /**
     * One way to compute a metric.
     *
     * @param table the table whose rows are folded
     * @param expression arithmetic ({@code + - * /}, parentheses, numbers) over columns of the table, or over
     *     {@code table.column} of tables that its rows point to
     */
    public record Form(TableName table, Aggregation aggregation, String expression) {}
}

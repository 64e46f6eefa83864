package dev.sayql.core.question;

import dev.sayql.core.team.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A question in plain English, as it was asked. Immutable.
 *
 * @param text what was typed, of a refinement the question that it all began with; not blank, at most
 *     {@value #MAX_CHARACTERS} characters
 * @param tables when present, only these tables may be read (names with or without schema); never an empty list
 * @param execute whether the SQL shall be run or only written
 * @param maxRows how many rows to return at most; 1 to {@value #MAX_ROWS}
 * @param askedAt the moment that relative dates ("last month") refer to, read in UTC
 * @param refinement when present, this changes an earlier question
 */
public record Question(
        QueryId id,
        TeamId team,
        SourceId source,
        String text,
        Optional<List<String>> tables,
        boolean execute,
        int maxRows,
        Instant askedAt,
        Optional<Refinement> refinement) {

    public static final int MAX_CHARACTERS = 4_000;
    public static final int MAX_ROWS = 10_000;
    public static final int DEFAULT_ROWS = 1_000;

    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the question is empty");
        }
        if (text.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException("the question is longer than 4,000 characters");
        }
        if (maxRows < 1 || maxRows > MAX_ROWS) {
            throw new IllegalArgumentException("max_rows must be between 1 and 10,000");
        }
        tables = tables.map(List::copyOf);
        if (tables.filter(Collection::isEmpty).isPresent()) {
            throw new IllegalArgumentException("selected_tables must name at least one table, or be left out");
        }
    }

    /** A question of its own. */
    public Question(
            QueryId id,
            TeamId team,
            SourceId source,
            String text,
            Optional<List<String>> tables,
            boolean execute,
            int maxRows,
            Instant askedAt) {
        this(id, team, source, text, tables, execute, maxRows, askedAt, Optional.empty());
    }

    /** The same, as if it had been asked in other words. */
    public Question inWords(String words) {
        return new Question(id, team, source, words, tables, execute, maxRows, askedAt, refinement);
    }

    /** Which attempt this is in a chain of refinements; 1 for a question of its own. */
    public int attempt() {
        return refinement.map(Refinement::attempt).orElse(1);
    }

    /** The calendar day on which the question was asked, in UTC. */
    public LocalDate today() {
        return askedAt.atZone(ZoneOffset.UTC).toLocalDate();
    }
}

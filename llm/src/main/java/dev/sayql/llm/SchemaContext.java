package dev.sayql.llm;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.TextEmbedder;
import dev.sayql.core.schema.Table;
import dev.sayql.core.team.ModelPolicy.Sharing;
import dev.sayql.sql.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The part of a schema that a prompt shows: all of it when it fits, and else as much as fits of the likeliest tables – some in
 * full, more of them with names and keys only. Worked out once for a source; thread-safe.
 */
public final class SchemaContext {

    /** So much of the room is for tables in full. */
    private static final double IN_FULL = 0.5;

    private final SourceContext context;
    private final int budget;
    private final SchemaText text;
    private final Map<TableName, String> full = new HashMap<>();
    private final boolean fits;
    private final SchemaRanking ranking;

    /**
     * @param budget the most tokens that it may take, as estimated here
     * @param embedder to find tables by meaning as well as by words
     * @param background where tables are read for that, once, if not all of them fit
     */
    public SchemaContext(
            SourceContext context, Sharing sharing, int budget, Optional<TextEmbedder> embedder, Executor background) {
        this.context = context;
        this.budget = budget;
        this.text = new SchemaText(context, sharing);
        context.schema().tables().forEach(table -> full.put(table.name(), text.full(table)));
        this.fits = full.values().stream().mapToInt(TokenEstimate::of).sum() <= budget;
        this.ranking = new SchemaRanking(
                context,
                embedder.filter(any -> !fits)
                        .map(known -> new TableMeanings(context.schema().tables(), known, background)));
    }

    /**
     * What is shown for one question. Immutable.
     *
     * @param tables that are in it, in full or with names and keys
     * @param whole whether that is every table
     */
    public record Shown(String text, Set<TableName> tables, boolean whole) {
        public Shown {
            tables = Set.copyOf(tables);
        }
    }

    /** In the order of the schema, so that equal choices read the same. */
    public Shown of(String question) {
        List<Table> tables = context.schema().tables();
        if (fits) {
            return shown(tables, full, true);
        }
        Map<TableName, String> chosen = new HashMap<>();
        int left = budget;
        int leftInFull = (int) (budget * IN_FULL);
        for (Table table : ranking.ranked(question)) {
            String whole = full.getOrDefault(table.name(), "");
            int tokens = TokenEstimate.of(whole);
            String brief = text.brief(table);
            int briefTokens = TokenEstimate.of(brief);
            if (tokens <= leftInFull) {
                chosen.put(table.name(), whole);
                leftInFull -= tokens;
                left -= tokens;
            } else if (briefTokens <= left) {
                chosen.put(table.name(), brief);
                left -= briefTokens;
            }
        }
        return shown(tables, chosen, false);
    }

    private static Shown shown(List<Table> tables, Map<TableName, String> texts, boolean whole) {
        StringBuilder all = new StringBuilder();
        Set<TableName> names = new HashSet<>();
        for (Table table : tables) {
            String one = texts.get(table.name());
            if (one != null) {
                all.append(one);
                names.add(table.name());
            }
        }
        return new Shown(all.toString(), names, whole);
    }
}

package dev.sayql.core.generation;

import dev.sayql.core.question.Source;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.sql.Rules;
import dev.sayql.sql.TableName;
import java.util.Set;

/**
 * All that generators and receipts may know about a source. Immutable.
 *
 * @param schema without the columns that are kept back, and without tables that nobody may read
 * @param rules what a request may read that does not narrow them
 */
public record SourceContext(Source source, Schema schema, Values values, Semantics semantics, Rules rules) {

    /** A source of which every table may be read in full. */
    public SourceContext(Source source, Schema schema, Values values, Semantics semantics) {
        this(source, schema, values, semantics, Rules.allTablesOf(schema.catalog()));
    }

    /** The same source as if it had only these tables. */
    public SourceContext narrowedTo(Set<TableName> tables) {
        return new SourceContext(
                source,
                schema.narrowedTo(tables),
                values.narrowedTo(tables),
                semantics.narrowedTo(tables),
                rules.narrowedTo(tables));
    }
}

package dev.sayql.core.schema;

import dev.sayql.core.question.Source;

/**
 * Reads all that a person may want to know of a source's database: what {@link SchemaReader} reads for the engine, and
 * defaults, constraints, indexes, definitions, types, sizes, and what was left out and why. Only reads the catalogue, never a
 * row of a table.
 *
 * <p>Endings: {@link SourceUnavailableException} when the database cannot be reached, does not let us in, or a table is
 * locked by a change that takes long. Thread-safe.
 */
public interface SchemaInspector {

    Inspection inspect(Source source, SchemaScope scope, InspectionProgress progress);
}

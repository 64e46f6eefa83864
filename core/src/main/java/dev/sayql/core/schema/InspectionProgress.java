package dev.sayql.core.schema;

/** Is told how far reading a large schema has come. Called by the reading thread: return soon. */
@FunctionalInterface
public interface InspectionProgress {

    /** What is being read, in order. */
    enum Step {
        TABLES,
        COLUMNS,
        KEYS,
        CONSTRAINTS,
        INDEXES,
        DEFINITIONS,
        SIZES,
        /** Everything was read. */
        DONE
    }

    /** Nobody listens. */
    InspectionProgress UNHEARD = (step, rows) -> {};

    /**
     * So many rows of this step have been read; the last call of a step tells how many there were. When the step is
     * {@link Step#TABLES} those are the tables, when it is {@link Step#COLUMNS} the columns.
     */
    void reached(Step step, int rows);
}

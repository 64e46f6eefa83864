package dev.sayql.jdbc;

/**
 * Our own constant questions to the system catalogue, written so that no search path can change what they mean: they run
 * in a {@link ReadOnlySession}. Every one counts the same relations: those of the owner's schemas that the role may read,
 * without partitions and without what belongs to an extension.
 */
final class CatalogQueries {
    static final String RELATIONS_IN_SCOPE = """
            SELECT c.oid, c.relname, c.relkind, c.reltuples, c.relnatts, n.nspname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT')
              AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    /** A partitioned table itself holds nothing: its rows are those of its partitions. */
    static final String RELATIONS = """
            SELECT r.oid, r.nspname, r.relname, r.relkind,
              CASE WHEN r.relkind = 'p' THEN
                (SELECT sum(greatest(l.reltuples, 0)) FROM pg_partition_tree(r.oid) t JOIN pg_class l ON l.oid = t.relid
                  WHERE t.isleaf)
              ELSE r.reltuples END::bigint,
              obj_description(r.oid, 'pg_class'), r.relnatts
            FROM (%s) r ORDER BY r.nspname, r.relname
            """.formatted(RELATIONS_IN_SCOPE);

    static final String COLUMNS = """
            SELECT a.attrelid, a.attnum, a.attname, a.attnotnull, a.atttypid,
              format_type(a.atttypid, a.atttypmod), col_description(a.attrelid, a.attnum)
            FROM (%s) r JOIN pg_attribute a ON a.attrelid = r.oid
            WHERE a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege(a.attrelid, a.attnum, 'SELECT')
            ORDER BY a.attrelid, a.attnum
            """.formatted(RELATIONS_IN_SCOPE);

    /** The types of those columns, their elements and the types under their domains. */
    static final String TYPES = typesOf("""
            SELECT a.atttypid FROM (%s) r JOIN pg_attribute a ON a.attrelid = r.oid
            WHERE a.attnum > 0 AND NOT a.attisdropped""".formatted(RELATIONS_IN_SCOPE));

    /** The types of these numbers, their elements and the types under their domains. */
    static final String TYPES_NUMBERED = typesOf("SELECT unnest(?::oid[])");

    private static String typesOf(String numbers) {
        return """
            WITH RECURSIVE used(oid) AS (
              %s
              UNION
              SELECT CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.typelem END
              FROM used JOIN pg_type t ON t.oid = used.oid
              WHERE t.typtype = 'd' OR (t.typcategory = 'A' AND t.typelem <> 0))
            SELECT t.oid, n.nspname, t.typname, t.typtype,
              CASE WHEN t.typtype = 'd' THEN t.typbasetype WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END,
              (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
              t.typtype = 'b' AND t.typcategory <> 'A' AND NOT EXISTS (SELECT FROM pg_cast k WHERE k.castsource = t.oid
                AND k.casttarget IN ('pg_catalog.text'::regtype, 'pg_catalog.varchar'::regtype) AND k.castmethod = 'f')
            FROM used JOIN pg_type t ON t.oid = used.oid JOIN pg_namespace n ON n.oid = t.typnamespace
            """.formatted(numbers);
    }

    /** Primary and unique keys; an index over expressions, or over a part of the rows, is none. */
    static final String KEYS = """
            SELECT i.indrelid, i.indexrelid, i.indisprimary, a.attname
            FROM (%s) r JOIN pg_index i ON i.indrelid = r.oid
              CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, position)
              JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
            WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND k.position <= i.indnkeyatts
            ORDER BY i.indrelid, i.indisprimary DESC, i.indexrelid, k.position
            """.formatted(RELATIONS_IN_SCOPE);

    static final String FOREIGN_KEYS = """
            SELECT f.conrelid, f.oid, f.confrelid, here.attname, there.attname
            FROM (%s) r JOIN pg_constraint f ON f.conrelid = r.oid AND f.contype = 'f'
              CROSS JOIN LATERAL ROWS FROM (unnest(f.conkey), unnest(f.confkey)) WITH ORDINALITY AS k(here, there, position)
              JOIN pg_attribute here ON here.attrelid = f.conrelid AND here.attnum = k.here
              JOIN pg_attribute there ON there.attrelid = f.confrelid AND there.attnum = k.there
            ORDER BY f.conrelid, f.conname, f.oid, k.position
            """.formatted(RELATIONS_IN_SCOPE);

    static final String CHECKS = """
            SELECT k.conrelid, pg_get_constraintdef(k.oid)
            FROM (%s) r JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'c'
            WHERE has_table_privilege(r.oid, 'SELECT') OR NOT EXISTS (
              SELECT FROM unnest(k.conkey) AS n(attnum) WHERE NOT has_column_privilege(r.oid, n.attnum, 'SELECT'))
            """.formatted(RELATIONS_IN_SCOPE);

    /** Waits for locks on the tables that a view reads: run it last. */
    static final String DEFINITION_DIGESTS = """
            SELECT r.oid, md5(pg_get_viewdef(r.oid)) FROM (%s) r WHERE r.relkind IN ('v', 'm')
            """.formatted(RELATIONS_IN_SCOPE);

    /** How long texts are and how many differ, as far as the planner knows. */
    static final String STATISTICS = """
            SELECT s.schemaname, s.tablename, s.attname, s.avg_width, s.n_distinct
            FROM pg_stats s WHERE s.schemaname !~ '^pg_' AND s.schemaname <> 'information_schema'
            """;

    private CatalogQueries() {}
}

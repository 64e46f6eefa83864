package dev.sayql.jdbc;

/**
 * Our own constant questions to the system catalogue for what only people want to know; see {@link CatalogQueries}. What they
 * print as SQL carries its schemas, as they run in a {@link ReadOnlySession}.
 */
final class DetailQueries {
    private static final String IN_SCOPE = CatalogQueries.RELATIONS_IN_SCOPE;

    static final String NAMESPACES = """
            SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY nspname
            """;

    /** What is there and is not read, with the letter of its reason. */
    static final String LEFT_OUT = """
            SELECT s.nspname, s.relname, s.reason
            FROM (SELECT n.nspname, c.relname,
                CASE WHEN EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') THEN 'e'
                  WHEN NOT has_schema_privilege(n.oid, 'USAGE') THEN 's'
                  WHEN NOT has_any_column_privilege(c.oid, 'SELECT') THEN 'r'
                  WHEN c.relkind = 'f' THEN 'f' END AS reason
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
                AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema') s
            WHERE s.reason IS NOT NULL ORDER BY s.nspname, s.relname
            """;

    static final String HIDDEN_COLUMNS = """
            SELECT r.oid, a.attname
            FROM (%s) r JOIN pg_attribute a ON a.attrelid = r.oid
            WHERE NOT has_table_privilege(r.oid, 'SELECT') AND a.attnum > 0 AND NOT a.attisdropped
              AND NOT has_column_privilege(a.attrelid, a.attnum, 'SELECT')
            ORDER BY r.nspname, r.relname, a.attnum
            """.formatted(IN_SCOPE);

    /** Of the columns of which there is something to tell. */
    static final String FILLINGS = """
            SELECT a.attrelid, a.attname, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
              CASE WHEN a.attcollation <> t.typcollation THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END,
              x.extname, q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle
            FROM (%s) r JOIN pg_attribute a ON a.attrelid = r.oid JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_collation co ON co.oid = a.attcollation LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
              LEFT JOIN pg_depend te ON te.classid = 'pg_type'::regclass AND te.deptype = 'e'
                AND te.objid = CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem ELSE t.oid END
              LEFT JOIN pg_extension x ON x.oid = te.refobjid
              LEFT JOIN pg_depend s ON a.attidentity <> '' AND s.classid = 'pg_class'::regclass AND s.deptype = 'i'
                AND s.refclassid = 'pg_class'::regclass AND s.refobjid = a.attrelid AND s.refobjsubid = a.attnum
              LEFT JOIN pg_sequence q ON q.seqrelid = s.objid
            WHERE a.attnum > 0 AND NOT a.attisdropped
              AND (a.atthasdef OR a.attidentity <> '' OR a.attcollation <> t.typcollation OR x.oid IS NOT NULL)
            """.formatted(IN_SCOPE);

    /** Without those that a partitioned table on either side multiplies. */
    static final String CONSTRAINTS = """
            SELECT k.conrelid, k.conname, k.contype, pg_get_constraintdef(k.oid),
              array(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS n(attnum, position)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n.attnum ORDER BY n.position),
              tn.nspname, tc.relname,
              array(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS n(attnum, position)
                JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = n.attnum ORDER BY n.position),
              k.confupdtype, k.confdeltype
            FROM (%s) r JOIN pg_constraint k ON k.conrelid = r.oid
              LEFT JOIN pg_class tc ON tc.oid = k.confrelid LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
            WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
            ORDER BY k.conrelid, position(k.contype IN 'pufcx'), k.conname
            """.formatted(IN_SCOPE);

    static final String INDEXES = """
            SELECT i.indrelid, c.relname, i.indisunique, pg_get_indexdef(i.indexrelid), quote_ident(c.relname)
            FROM (%s) r JOIN pg_index i ON i.indrelid = r.oid JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indislive
              AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
              AND (has_table_privilege(r.oid, 'SELECT') OR NOT EXISTS (SELECT FROM unnest(i.indkey::int2[]) AS n(attnum)
                WHERE n.attnum > 0 AND NOT has_column_privilege(r.oid, n.attnum, 'SELECT')))
            ORDER BY i.indrelid, c.relname
            """.formatted(IN_SCOPE);

    /** What defaults draw from, with the column that owns it where that is one of the same table. */
    static final String SEQUENCES = """
            SELECT DISTINCT r.oid, n.nspname, s.relname, format_type(q.seqtypid, NULL),
              q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle,
              (SELECT a.attname FROM pg_depend o JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
                WHERE o.classid = 'pg_class'::regclass AND o.objid = s.oid AND o.deptype = 'a'
                  AND o.refclassid = 'pg_class'::regclass AND o.refobjid = r.oid)
            FROM (%s) r JOIN pg_attrdef d ON d.adrelid = r.oid
              JOIN pg_depend u ON u.classid = 'pg_attrdef'::regclass AND u.objid = d.oid AND u.refclassid = 'pg_class'::regclass
              JOIN pg_class s ON s.oid = u.refobjid AND s.relkind = 'S' JOIN pg_namespace n ON n.oid = s.relnamespace
              JOIN pg_sequence q ON q.seqrelid = s.oid
            ORDER BY r.oid, n.nspname, s.relname
            """.formatted(IN_SCOPE);

    static final String FORMS = """
            SELECT r.oid, c.reloptions, c.relpersistence = 'u', CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END
            FROM (%s) r JOIN pg_class c ON c.oid = r.oid
            WHERE c.reloptions IS NOT NULL OR c.relpersistence = 'u' OR r.relkind = 'p'
            """.formatted(IN_SCOPE);

    static final String PARENTS = """
            SELECT i.inhrelid, n.nspname, p.relname
            FROM (%s) r JOIN pg_inherits i ON i.inhrelid = r.oid JOIN pg_class p ON p.oid = i.inhparent
              JOIN pg_namespace n ON n.oid = p.relnamespace
            ORDER BY i.inhrelid, i.inhseqno
            """.formatted(IN_SCOPE);

    /** Waits for locks on the tables that a view reads. */
    static final String DEFINITIONS = """
            SELECT r.oid, pg_get_viewdef(r.oid) FROM (%s) r WHERE r.relkind IN ('v', 'm')
            """.formatted(IN_SCOPE);

    static final String READS = """
            SELECT DISTINCT r.oid, n.nspname, c.relname
            FROM (%s) r JOIN pg_rewrite w ON w.ev_class = r.oid
              JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
                AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.oid
              JOIN pg_class c ON c.oid = d.refobjid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
              JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.relkind IN ('v', 'm') ORDER BY r.oid, n.nspname, c.relname
            """.formatted(IN_SCOPE);

    /** A partitioned table itself holds nothing. */
    static final String VOLUMES = """
            SELECT r.oid, coalesce(CASE WHEN r.relkind = 'p' THEN p.bytes
              WHEN r.relkind IN ('r', 'm') THEN pg_total_relation_size(r.oid) END, 0), coalesce(p.leaves, 0)
            FROM (%s) r LEFT JOIN LATERAL (
              SELECT sum(pg_total_relation_size(t.relid))::bigint AS bytes, count(*)::int AS leaves
              FROM pg_partition_tree(r.oid) t WHERE r.relkind = 'p' AND t.isleaf AND t.relid <> r.oid) p ON r.relkind = 'p'
            """.formatted(IN_SCOPE);

    /** The owner's types that the columns use, each after those that it uses itself. */
    static final String TYPES = """
            WITH RECURSIVE used(oid, depth) AS (
              SELECT DISTINCT a.atttypid, 0 FROM (%s) r JOIN pg_attribute a ON a.attrelid = r.oid
              WHERE a.attnum > 0 AND NOT a.attisdropped
              UNION
              SELECT x.oid, used.depth + 1
              FROM used JOIN pg_type t ON t.oid = used.oid CROSS JOIN LATERAL (
                SELECT t.typbasetype WHERE t.typtype = 'd'
                UNION ALL SELECT t.typelem WHERE t.typcategory = 'A' AND t.typelem <> 0 AND t.typtype = 'b'
                UNION ALL SELECT a.atttypid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                  WHERE t.typtype = 'c' AND c.relkind = 'c' AND c.oid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
              ) AS x(oid))
            SELECT n.nspname, t.typname, t.typtype, obj_description(t.oid, 'pg_type'),
              array(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
              format_type(t.typbasetype, t.typtypmod), pg_get_expr(t.typdefaultbin, 'pg_type'::regclass), t.typnotnull,
              array(SELECT k.conname::text FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname),
              array(SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
                WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname),
              CASE WHEN b.oid IS NOT NULL AND t.typcollation <> b.typcollation
                THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END,
              array(SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum),
              array(SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)
            FROM (SELECT oid, max(depth) AS depth FROM used GROUP BY oid) u JOIN pg_type t ON t.oid = u.oid
              JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
              LEFT JOIN pg_type b ON b.oid = t.typbasetype
              LEFT JOIN pg_collation co ON co.oid = t.typcollation LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            WHERE (t.typtype IN ('e', 'd') OR c.oid IS NOT NULL) AND n.nspname !~ '^pg_'
              AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
            ORDER BY u.depth DESC, n.nspname, t.typname
            """.formatted(IN_SCOPE);

    private DetailQueries() {}
}

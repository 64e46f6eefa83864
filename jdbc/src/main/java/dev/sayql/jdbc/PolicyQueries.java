package dev.sayql.jdbc;

/** Our own constant questions about what a policy names, for a {@link ReadOnlySession}. */
final class PolicyQueries {

    /**
     * The relations that a view reads, itself and those behind other views included: of its rule every number behind
     * {@code :relid}. The recorded dependencies would leave out PostgreSQL's own relations.
     */
    private static final String REACHED = """
            WITH RECURSIVE reached(oid) AS (
              SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?
              UNION
              SELECT read[1]::oid FROM reached JOIN pg_rewrite w ON w.ev_class = reached.oid AND w.ev_type = '1'
                CROSS JOIN LATERAL regexp_matches(w.ev_action::text, ':relid ([0-9]+)', 'g') AS read)
            """;

    /**
     * Each with its kind, and whether it is a view that reads with the rights of a powerful owner: a superuser, or someone who
     * passes by row-level security, makes roles, or has one of PostgreSQL's roles for reading everything or the server.
     */
    static final String VIEW_REACHES = REACHED + """
            SELECT n.nspname, c.relname, c.relkind,
              c.relkind IN ('v', 'm')
              AND NOT coalesce((SELECT v.option_value::boolean FROM pg_options_to_table(c.reloptions) v
                WHERE v.option_name = 'security_invoker'), false)
              AND (o.rolsuper OR o.rolbypassrls OR o.rolcreaterole OR EXISTS (SELECT FROM pg_roles p
                WHERE p.rolname IN ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files',
                  'pg_execute_server_program', 'pg_monitor') AND pg_has_role(o.oid, p.oid, 'MEMBER')))
            FROM reached JOIN pg_class c ON c.oid = reached.oid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_roles o ON o.oid = c.relowner
            ORDER BY n.nspname, c.relname
            """;

    /** The functions, operators' included, that run with their owner's rights when the view is read. */
    static final String VIEW_CALLS_AS_OWNER = REACHED + """
            SELECT p.proname FROM reached JOIN pg_rewrite w ON w.ev_class = reached.oid AND w.ev_type = '1'
              JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
              LEFT JOIN pg_operator o ON d.refclassid = 'pg_operator'::regclass AND o.oid = d.refobjid
              JOIN pg_proc p ON p.oid = o.oprcode OR (d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid)
            WHERE p.prosecdef ORDER BY p.proname LIMIT 1
            """;

    /**
     * The tables that hold or show values of a column of a table, itself included: partitions and tables that inherit it, and
     * those whose rows theirs are too. PostgreSQL keeps the name of an inherited column the same.
     */
    static final String COLUMN_INHERITED = """
            WITH RECURSIVE below(oid) AS (
              SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?
              UNION
              SELECT i.inhrelid FROM below JOIN pg_inherits i ON i.inhparent = below.oid),
            related(oid) AS (
              SELECT oid FROM below
              UNION
              SELECT i.inhparent FROM related JOIN pg_inherits i ON i.inhrelid = related.oid)
            SELECT n.nspname, c.relname FROM related JOIN pg_class c ON c.oid = related.oid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped
            """;

    private static final String HAS_PSEUDO_TYPE =
            "EXISTS (SELECT FROM pg_type t WHERE t.typtype = 'p' AND (t.oid = p.prorettype OR t.oid = ANY (p.proargtypes)))";

    /**
     * A function by its signature. Code in C that is volatile can do anything, whatever the transaction says. One that returns
     * rows must say its columns; the rows of a table could have columns that are kept back.
     */
    static final String FUNCTION = """
            SELECT n.nspname, p.proname, p.prokind, p.prorettype::bigint, p.proargtypes::oid[]::bigint[],
              p.proretset, p.prorows, r.names, r.types,
              CASE
                WHEN n.nspname ~ '^pg_' OR n.nspname = 'information_schema' THEN 'it belongs to PostgreSQL itself'
                WHEN p.prokind NOT IN ('f', 'a') THEN 'it is no function'
                WHEN p.prosecdef THEN 'it runs with the rights of its owner (SECURITY DEFINER)'
                WHEN p.provariadic <> 0 THEN 'it takes any number of arguments'
                WHEN p.proretset AND '' = ANY (r.names) THEN 'its columns have no names'
                WHEN p.proretset AND t.typtype IN ('c', 'd') THEN 'it returns whole rows of a table, or a domain'
                WHEN EXISTS (SELECT FROM pg_type a WHERE a.typtype = 'p' AND a.oid = ANY (p.proargtypes))
                  OR (t.typtype = 'p' AND NOT (p.proretset AND t.typname = 'record' AND cardinality(r.names) > 1))
                  THEN 'it takes or returns no type of its own'
                WHEN p.prokind = 'a' AND g.aggkind <> 'n' THEN 'it needs WITHIN GROUP'
                WHEN l.lanname IN ('c', 'internal') AND p.provolatile = 'v' THEN 'it is C code that is not stable'
                WHEN NOT has_function_privilege(p.oid, 'EXECUTE') OR NOT has_schema_privilege(n.oid, 'USAGE')
                  THEN 'the role may not call it'
              END
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
              JOIN pg_type t ON t.oid = p.prorettype LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid
              CROSS JOIN LATERAL (SELECT coalesce(array_agg(coalesce(a.name, '') ORDER BY a.n), '{}') AS names,
                  coalesce(array_agg(a.type::bigint ORDER BY a.n), '{}') AS types
                FROM unnest(p.proargnames, p.proallargtypes, p.proargmodes) WITH ORDINALITY AS a(name, type, mode, n)
                WHERE a.mode IN ('o', 'b', 't')) AS r
            WHERE p.oid = to_regprocedure(?)
            """;

    static final String EXTENSION = "SELECT oid::bigint FROM pg_extension WHERE extname = ?";

    /** The types an extension makes. */
    static final String EXTENSION_TYPES = """
            SELECT t.oid::bigint FROM pg_depend d JOIN pg_type t ON t.oid = d.objid
            WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = ? AND d.deptype = 'e'
              AND d.classid = 'pg_type'::regclass AND t.typtype = 'b' AND t.typcategory <> 'A'
            """;

    /** Its operators that take one of them; none whose name the owner has used as well in that schema. */
    static final String EXTENSION_OPERATORS = """
            SELECT n.nspname, o.oprname, o.oprleft::bigint, o.oprright::bigint, o.oprresult::bigint
            FROM pg_depend d JOIN pg_operator o ON o.oid = d.objid JOIN pg_namespace n ON n.oid = o.oprnamespace
              JOIN pg_proc p ON p.oid = o.oprcode
            WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = ? AND d.deptype = 'e'
              AND d.classid = 'pg_operator'::regclass AND (o.oprleft = ANY (?) OR o.oprright = ANY (?))
              AND p.provolatile <> 'v' AND NOT p.prosecdef AND NOT p.proretset AND NOT %s
              AND NOT EXISTS (SELECT FROM pg_operator s WHERE s.oprname = o.oprname AND s.oprnamespace = o.oprnamespace
                AND NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = 'pg_operator'::regclass AND m.objid = s.oid
                  AND m.refclassid = 'pg_extension'::regclass AND m.deptype = 'e'))
            """.formatted(HAS_PSEUDO_TYPE);

    /** Its functions and aggregates of one value that take one of them; again none whose name the owner has used as well. */
    static final String EXTENSION_FUNCTIONS = """
            SELECT n.nspname, p.proname, p.prokind, p.prorettype::bigint, p.proargtypes::oid[]::bigint[]
            FROM pg_depend d JOIN pg_proc p ON p.oid = d.objid JOIN pg_namespace n ON n.oid = p.pronamespace
              LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid
            WHERE d.refclassid = 'pg_extension'::regclass AND d.refobjid = ? AND d.deptype = 'e'
              AND d.classid = 'pg_proc'::regclass AND p.proargtypes::oid[] && ?::oid[]
              AND p.prokind IN ('f', 'a') AND coalesce(g.aggkind, 'n') = 'n' AND p.provolatile <> 'v'
              AND NOT p.prosecdef AND NOT p.proretset AND p.provariadic = 0 AND NOT %s
              AND has_function_privilege(p.oid, 'EXECUTE') AND has_schema_privilege(n.oid, 'USAGE')
              AND NOT EXISTS (SELECT FROM pg_proc s WHERE s.proname = p.proname AND s.pronamespace = p.pronamespace
                AND NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = 'pg_proc'::regclass AND m.objid = s.oid
                  AND m.refclassid = 'pg_extension'::regclass AND m.deptype = 'e'))
            """.formatted(HAS_PSEUDO_TYPE);

    private PolicyQueries() {}
}

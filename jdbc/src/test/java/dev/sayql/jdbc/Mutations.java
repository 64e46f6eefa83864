package dev.sayql.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes statements out of statements: words deleted, doubled, swapped, put in from elsewhere; quotation and comments confused. */
final class Mutations {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\\n]*|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|[\\p{L}_][\\p{L}\\p{N}_$]*|[0-9.]+|::|[-+*/<>=~!@#%^&|`?]+|.",
            Pattern.DOTALL);

    private static final List<String> INJECTED = List.of(
            "pg_sleep(0)",
            "pg_shadow",
            "pg_catalog.pg_authid",
            "hr.salaries",
            "information_schema.tables",
            "hr",
            "public",
            "current_user",
            "session_user",
            "version()",
            "current_setting('port')",
            "::regclass",
            "::oid",
            "::text",
            "::name",
            "::xml",
            "FOR UPDATE",
            "INTO x",
            "DELETE FROM users",
            "RETURNING *",
            "UNION ALL",
            "EXCEPT",
            "; SELECT 1",
            ";",
            "/*",
            "*/",
            "--",
            "--\n",
            "'",
            "\"",
            "$$",
            "$a$",
            "E'",
            "U&'",
            "U&\"",
            "\\",
            "\\'",
            "''",
            "\"\"",
            "(",
            ")",
            "[",
            "]",
            "LATERAL",
            "WITH",
            "RECURSIVE",
            "ONLY",
            "TABLE",
            "VALUES (1)",
            "*",
            "users",
            "users.*",
            "ctid",
            "xmin",
            "tableoid",
            "salary",
            "salaries",
            "public.users",
            "OPERATOR(public.+)",
            "OPERATOR(pg_catalog.=)",
            "AS",
            "NULL",
            "DEFAULT",
            "$1",
            "COLLATE \"C\"",
            "COLLATE",
            "OVER ()",
            "FILTER (WHERE true)",
            "WITHIN GROUP (ORDER BY 1)",
            "DISTINCT",
            "VARIADIC",
            "NATURAL JOIN",
            "CROSS JOIN",
            "USING (user_id)",
            "ON true",
            "TABLESAMPLE system (1)",
            "WITH ORDINALITY",
            "GROUPING",
            "ROLLUP",
            "lo_import('x')",
            "dblink('x')",
            "nextval('s')",
            "set_config('a.b', 'c', true)",
            "txid_current()",
            "email",
            "customers",
            "(users)",
            "(u).email",
            ".email",
            ".*",
            "1e9",
            "-1",
            "0",
            "1000000",
            "||",
            "~",
            "->>",
            "@>",
            "\u200b",
            "\ufeff",
            "\u00a0",
            "\u0000",
            "é",
            "pg_temp",
            "pg_toast",
            "row_to_json",
            "query_to_xml('SELECT 1', true, true, '')");

    /** Longer seeds only take time. */
    private static final int LONGEST = 2_000;

    private final Random random;
    private final List<List<String>> seeds = new ArrayList<>();

    Mutations(List<String> statements, long seed) {
        random = new Random(seed);
        statements.stream().filter(text -> text.length() < LONGEST).forEach(text -> seeds.add(tokens(text)));
    }

    private static List<String> tokens(String statement) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(statement);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    String next() {
        List<String> tokens = new ArrayList<>(any(seeds));
        for (int left = random.nextInt(10) < 7 ? 1 : 3; left > 0 && !tokens.isEmpty(); left--) {
            mutate(tokens);
        }
        return String.join("", tokens);
    }

    private void mutate(List<String> tokens) {
        int at = random.nextInt(tokens.size());
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(8)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(other) + " ");
            case 2 -> {
                String moved = tokens.get(at);
                tokens.set(at, tokens.get(other));
                tokens.set(other, moved);
            }
            case 3 -> tokens.add(at, " " + any(INJECTED) + " ");
            case 4 -> tokens.set(at, any(INJECTED));
            case 5 -> tokens.set(at, any(any(seeds)));
            case 6 -> {
                List<String> donor = any(seeds);
                int from = random.nextInt(donor.size());
                tokens.addAll(at, donor.subList(from, Math.min(donor.size(), from + 1 + random.nextInt(8))));
            }
            default -> tokens.subList(Math.min(at, other), Math.max(at, other)).clear();
        }
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}

package dev.sayql.sql;

import java.util.Set;

/** The operators a query may use; all are PostgreSQL's own, as the query runs with pg_catalog as its only search path. */
final class AllowedOperators {

    private static final Set<String> ALL = Set.of("""
            = <> < > <= >= + - * / % ^ |/ ||/ @ & | # << >> ||
            ~~ !~~ ~~* !~~* ~ !~ ~* !~* ^@
            -> ->> #> #>> @> <@ ? ?| ?& #- @? @@
            && -|- &< &> <<= >>= <-> !!
            """.strip().split("\\s+"));

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*");
    private static final Set<String> PATTERNS = Set.of("~", "!~", "~*", "!~*");
    private static final Set<String> JSON_PATHS = Set.of("@?", "@@");

    private AllowedOperators() {}

    /** Refuses an operator that is not listed. */
    static void check(String operator) {
        if (!ALL.contains(operator)) {
            throw new Refusal(RejectionCode.OPERATOR_NOT_ALLOWED, operator);
        }
    }

    static boolean isComparison(String operator) {
        return COMPARISONS.contains(operator);
    }

    /** Whether the right side is a regular expression. */
    static boolean takesPattern(String operator) {
        return PATTERNS.contains(operator);
    }

    /** Whether the right side may be a JSON path. */
    static boolean takesJsonPath(String operator) {
        return JSON_PATHS.contains(operator);
    }
}

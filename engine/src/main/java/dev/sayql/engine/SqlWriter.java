package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.SqlQuoting;
import dev.sayql.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a query as PostgreSQL. The text is as untrusted as any other: the validator checks and prints it anew. */
final class SqlWriter {
    private final Keys keys;
    private final Scope.Names names = new Scope.Names();

    private SqlWriter(Keys keys) {
        this.keys = keys;
    }

    static SqlText write(Query query, Keys keys) {
        return new SqlText(new SqlWriter(keys).select(query));
    }

    private String select(Query query) {
        String text = alone(query);
        return query.combined()
                .map(combination -> enclosed(query, text) + "\n" + combination.operator() + "\n"
                        + enclosed(combination.other(), select(combination.other())))
                .orElse(text);
    }

    /** What is ordered or cut off must not seem to be so with the other rows. */
    private static String enclosed(Query query, String text) {
        boolean bare = query.order().isEmpty()
                && query.limit().isEmpty()
                && query.combined().isEmpty();
        return bare ? text : "(" + text + ")";
    }

    private String alone(Query query) {
        return query.firsts().map(firsts -> firstsOf(query, firsts)).orElseGet(() -> plain(query, List.of()));
    }

    /** Rows are numbered within their groups, and those with the lowest numbers are kept. */
    private String firstsOf(Query query, Query.Firsts firsts) {
        List<Query.Output> outputs = new ArrayList<>();
        for (Query.Output output : query.outputs()) {
            String name = output.name();
            for (int next = 2; taken(outputs, name); next++) {
                name = output.name() + "_" + next;
            }
            outputs.add(new Query.Output(output.expression(), name));
        }
        Query inner = new Query(
                query.subject(),
                outputs,
                query.where(),
                query.groups(),
                query.having(),
                query.order(),
                OptionalInt.empty(),
                query.distinct(),
                query.joins(),
                Optional.empty());
        String shown = outputs.stream()
                .map(output -> "ranked." + SqlQuoting.identifier(output.name()))
                .collect(Collectors.joining(", "));
        String groups = outputs.stream()
                .filter(output -> firsts.of().contains(output.expression()))
                .map(output -> "ranked." + SqlQuoting.identifier(output.name()) + ", ")
                .collect(Collectors.joining());
        return "SELECT " + shown + "\nFROM (" + plain(inner, firsts.of()) + ") AS ranked\nWHERE ranked.place <= "
                + firsts.count() + "\nORDER BY " + groups + "ranked.place";
    }

    private static boolean taken(List<Query.Output> outputs, String name) {
        return name.equals("place")
                || outputs.stream().anyMatch(output -> output.name().equals(name));
    }

    /** @param within what tells the groups apart in which rows are numbered; empty when they are not */
    private String plain(Query query, List<Expression> within) {
        Scope scope = new Scope(keys, names, Optional.empty());
        scope.start(query.subject());
        query.joins().forEach(scope::join);
        // Everything is written before the FROM clause is, for writing finds out what must be joined.
        String outputs = query.outputs().stream()
                .map(output -> expression(output.expression(), scope) + " AS " + SqlQuoting.identifier(output.name()))
                .collect(Collectors.joining(", "));
        List<String> where = query.where().stream()
                .map(condition -> condition(condition, scope))
                .toList();
        List<String> groups =
                query.groups().stream().map(group -> expression(group, scope)).toList();
        List<String> having = query.having().stream()
                .map(one -> expression(one.fold(), scope) + " " + one.operator().sql() + " "
                        + one.number().toPlainString())
                .toList();
        List<String> order = query.order().stream()
                .map(key -> orderKey(key.expression(), query, scope) + (key.descending() ? " DESC NULLS LAST" : ""))
                .toList();
        String place = within.isEmpty()
                ? ""
                : ", rank() OVER (PARTITION BY "
                        + within.stream().map(group -> expression(group, scope)).collect(Collectors.joining(", "))
                        + " ORDER BY " + String.join(", ", order) + ") AS place";
        List<String> lines = new ArrayList<>();
        lines.add((query.distinct() ? "SELECT DISTINCT " : "SELECT ") + outputs + place);
        lines.add(scope.text(""));
        addClause("WHERE ", where, " AND ", lines);
        addClause("GROUP BY ", groups, ", ", lines);
        addClause("HAVING ", having, " AND ", lines);
        addClause("ORDER BY ", within.isEmpty() ? order : List.of(), ", ", lines);
        query.limit().ifPresent(limit -> lines.add("LIMIT " + limit));
        if (query.skipped() > 0) {
            lines.add("OFFSET " + query.skipped());
        }
        return String.join("\n", lines);
    }

    /** A subquery that is shown is called by its name. */
    private String orderKey(Expression key, Query query, Scope scope) {
        return query.outputs().stream()
                .filter(output ->
                        key instanceof Expression.Tally && output.expression().equals(key))
                .map(output -> SqlQuoting.identifier(output.name()))
                .findFirst()
                .orElseGet(() -> expression(key, scope));
    }

    private static void addClause(String word, List<String> parts, String joint, List<String> lines) {
        if (!parts.isEmpty()) {
            lines.add(word + String.join(joint, parts));
        }
    }

    private String expression(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Column(Expression.Range range, String name, var _) ->
                scope.alias(range) + "." + SqlQuoting.identifier(name);
            case Expression.Constant(var value) -> value.toPlainString();
            case Expression.Arithmetic(char operator, Expression left, Expression right) ->
                "(" + expression(left, scope) + " " + operator + " " + expression(right, scope) + ")";
            case Expression.Bucket(TimeUnit unit, Expression date) ->
                "CAST(date_trunc('" + unit.sql() + "', " + expression(date, scope) + ") AS date)";
            case Expression.DatePart(TimeUnit unit, Expression date) ->
                "extract(" + unit.sql() + " FROM " + expression(date, scope) + ")";
            case Expression.Fold fold -> fold(fold, scope);
            case Expression.Percentage(Expression.Fold part, Optional<Expression.Fold> whole) -> {
                String some = fold(part, scope);
                String all = whole.map(found -> fold(found, scope)).orElse("sum(" + some + ") OVER ()");
                yield "100.0 * " + some + " / nullif(" + all + ", 0)";
            }
            case Expression.Tally tally -> tally(tally, scope);
            case Expression.Ratio(Expression.Fold part, Expression.Fold each) ->
                "1.0 * " + fold(part, scope) + " / nullif(" + fold(each, scope) + ", 0)";
        };
    }

    private String fold(Expression.Fold fold, Scope scope) {
        String over =
                fold.over().map(found -> unwrapped(expression(found, scope))).orElse("*");
        String call = switch (fold.aggregation()) {
            case COUNT -> "count(" + over + ")";
            case COUNT_DISTINCT -> "count(DISTINCT " + over + ")";
            case SUM -> "sum(" + over + ")";
            case AVERAGE -> "avg(" + over + ")";
            case MINIMUM -> "min(" + over + ")";
            case MAXIMUM -> "max(" + over + ")";
        };
        scope.alias(fold.rows());
        if (fold.only().isEmpty()) {
            return call;
        }
        return call + " FILTER (WHERE "
                + fold.only().stream().map(one -> condition(one, scope)).collect(Collectors.joining(" AND ")) + ")";
    }

    private static String unwrapped(String text) {
        return text.startsWith("(") && text.endsWith(")") && matchesAtEnd(text)
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static boolean matchesAtEnd(String text) {
        int depth = 0;
        for (int index = 0; index < text.length(); index++) {
            depth += text.charAt(index) == '(' ? 1 : text.charAt(index) == ')' ? -1 : 0;
            if (depth == 0) {
                return index == text.length() - 1;
            }
        }
        return false;
    }

    private String condition(Condition condition, Scope scope) {
        return switch (condition) {
            case Condition.Comparison(Expression left, Operator operator, Condition.Literal right) ->
                comparison(left, operator, right, scope);
            case Condition.Columns(Expression left, Operator operator, Expression right) ->
                expression(left, scope) + " " + operator.sql() + " " + expression(right, scope);
            case Condition.OneOf(Expression left, List<Condition.Literal> values, boolean negated) ->
                expression(left, scope) + (negated ? " NOT IN (" : " IN (")
                        + values.stream().map(SqlWriter::literal).collect(Collectors.joining(", ")) + ")";
            case Condition.Between(Expression left, var low, var high) ->
                expression(left, scope) + " BETWEEN " + low.toPlainString() + " AND " + high.toPlainString();
            case Condition.During(Expression date, DateRange range) -> during(expression(date, scope), range);
            case Condition.IsNull(Expression left, boolean negated) ->
                expression(left, scope) + (negated ? " IS NOT NULL" : " IS NULL");
            case Condition.Matches(Expression left, TextMatch match, String text, boolean negated) ->
                expression(left, scope) + (negated ? " NOT ILIKE " : " ILIKE ") + pattern(match, text);
            case Condition.AgainstAll(Expression left, Operator operator, Aggregation aggregation) ->
                expression(left, scope) + " " + operator.sql() + " " + overAll(left, aggregation);
            case Condition.AgainstQuery(Expression left, Operator operator, Query query) ->
                expression(left, scope) + " " + operator.sql() + " (" + select(query) + ")";
            case Condition.InQuery(Expression left, Query query, boolean negated) ->
                expression(left, scope) + (negated ? " NOT IN (" : " IN (") + select(query) + ")";
            case Condition.BestOf best -> bestOf(best, scope);
            case Condition.AnyOf(List<Condition> conditions) ->
                conditions.stream().map(one -> condition(one, scope)).collect(Collectors.joining(" OR ", "(", ")"));
            case Condition.AllOf(List<Condition> conditions) ->
                conditions.stream().map(one -> condition(one, scope)).collect(Collectors.joining(" AND ", "(", ")"));
            case Condition.InTree(Condition named, List<Condition> above) ->
                Stream.concat(Stream.of(named), above.stream())
                        .map(one -> condition(one, scope))
                        .collect(Collectors.joining(" OR ", "(", ")"));
            case Condition.Exists exists -> exists(exists, scope);
            case Condition.Folded folded -> folded(folded, scope);
            case Condition.FoldedAgainstMean mean -> againstMean(mean, scope);
        };
    }

    private String comparison(Expression left, Operator operator, Condition.Literal right, Scope scope) {
        if (right instanceof Condition.Literal.Truth(boolean value) && operator == Operator.EQUAL) {
            return (value ? "" : "NOT ") + expression(left, scope);
        }
        return expression(left, scope) + " " + operator.sql() + " " + literal(right);
    }

    private static String literal(Condition.Literal literal) {
        return switch (literal) {
            case Condition.Literal.Text(String value) -> SqlQuoting.literal(value);
            case Condition.Literal.Numeric(var value) -> value.toPlainString();
            case Condition.Literal.Truth(boolean value) -> Boolean.toString(value);
        };
    }

    private static String during(String date, DateRange range) {
        List<String> parts = new ArrayList<>();
        range.from().ifPresent(day -> parts.add(date + " >= DATE '" + day + "'"));
        range.until().ifPresent(day -> parts.add(date + " < DATE '" + day + "'"));
        return String.join(" AND ", parts);
    }

    private static String pattern(TextMatch match, String text) {
        String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return SqlQuoting.literal(
                switch (match) {
                    case EQUALS -> escaped;
                    case CONTAINS -> "%" + escaped + "%";
                    case STARTS_WITH -> escaped + "%";
                    case ENDS_WITH -> "%" + escaped;
                });
    }

    private String overAll(Expression of, Aggregation aggregation) {
        Scope inner = new Scope(keys, names, Optional.empty());
        Expression.Range range = ((Expression.Column) of).range();
        inner.start(range);
        String fold = fold(Expression.Fold.of(aggregation, of, range), inner);
        return "(SELECT " + fold + " " + inner.text("") + ")";
    }

    private String bestOf(Condition.BestOf best, Scope outer) {
        Scope inner = new Scope(keys, names, Optional.empty());
        inner.start(best.value().range());
        String first = (best.highest() ? "max(" : "min(") + expression(best.value(), inner) + ")";
        List<String> where = new ArrayList<>();
        best.groups().forEach(group -> where.add(expression(group, inner) + " = " + expression(group, outer)));
        best.among().forEach(one -> where.add(condition(one, inner)));
        return expression(best.value(), outer) + " = (SELECT " + first + " " + inner.text("  ") + " WHERE "
                + String.join(" AND ", where) + ")";
    }

    private String exists(Condition.Exists exists, Scope outer) {
        Scope inner = new Scope(keys, names, Optional.of(outer));
        String tie = startBeyond(exists.path(), inner, outer);
        List<String> where = new ArrayList<>(List.of(tie));
        exists.conditions().forEach(one -> where.add(condition(one, inner)));
        return (exists.negated() ? "NOT " : "") + "EXISTS (SELECT 1 " + inner.text("  ") + " WHERE "
                + String.join(" AND ", where) + ")";
    }

    private String tally(Expression.Tally tally, Scope outer) {
        Scope inner = new Scope(keys, names, Optional.of(outer));
        String tie = startBeyond(tally.path(), inner, outer);
        List<String> where = new ArrayList<>(List.of(tie));
        tally.only().forEach(one -> where.add(condition(one, inner)));
        return "(SELECT " + fold(tally.fold(), inner) + " " + inner.text("  ") + " WHERE " + String.join(" AND ", where)
                + ")";
    }

    /** Begins the FROM clause of a subquery at the far end of the first step; gives back what ties it to the outer row. */
    private static String startBeyond(Path path, Scope inner, Scope outer) {
        Path.Step first = path.steps().getFirst();
        String outside = outer.alias(first.from());
        inner.start(first.to());
        path.steps().stream().skip(1).forEach(inner::join);
        return Scope.equalities(outside, first.fromColumns(), inner.alias(first.to()), first.toColumns());
    }

    /**
     * {@code key IN (SELECT … GROUP BY … HAVING …)}; where having no row at all would satisfy the comparison, the rows that
     * do not satisfy it are left out instead.
     */
    private String folded(Condition.Folded folded, Scope outer) {
        Path.Step first = folded.path().steps().getFirst();
        String outside = outer.alias(first.from());
        Scope inner = new Scope(keys, names, Optional.empty());
        inner.start(first.to());
        folded.path().steps().stream().skip(1).forEach(inner::join);
        boolean additive = folded.fold().aggregation() == Aggregation.COUNT
                || folded.fold().aggregation() == Aggregation.COUNT_DISTINCT
                || folded.fold().aggregation() == Aggregation.SUM;
        boolean complement = additive && folded.operator().holdsForZero(folded.number());
        Operator operator = complement ? folded.operator().negated() : folded.operator();
        List<String> where = new ArrayList<>();
        folded.conditions().forEach(one -> where.add(condition(one, inner)));
        String keyColumns = columns(inner.alias(first.to()), first.toColumns());
        if (complement) {
            first.toColumns()
                    .forEach(column ->
                            where.add(inner.alias(first.to()) + "." + SqlQuoting.identifier(column) + " IS NOT NULL"));
        }
        String having = fold(folded.fold(), inner) + " " + operator.sql() + " "
                + folded.number().toPlainString();
        return tuple(columns(outside, first.fromColumns()), first.fromColumns().size())
                + (complement ? " NOT IN (SELECT " : " IN (SELECT ") + keyColumns + " " + inner.text("  ")
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where)) + " GROUP BY " + keyColumns
                + " HAVING " + having + ")";
    }

    private String againstMean(Condition.FoldedAgainstMean mean, Scope outer) {
        Path.Step first = mean.path().steps().getFirst();
        String outside = columns(outer.alias(first.from()), first.fromColumns());
        String all = "SELECT avg(each_one.amount) FROM (" + perKey(mean, true) + ") AS each_one";
        return tuple(outside, first.fromColumns().size()) + " IN (" + perKey(mean, false) + " "
                + mean.operator().sql() + " (" + all + "))";
    }

    /** The fold for each row that the path starts from: its amount alone, or the key and the beginning of what compares it. */
    private String perKey(Condition.FoldedAgainstMean mean, boolean amount) {
        Path.Step first = mean.path().steps().getFirst();
        Scope inner = new Scope(keys, names, Optional.empty());
        inner.start(first.to());
        mean.path().steps().stream().skip(1).forEach(inner::join);
        String fold = fold(mean.fold(), inner);
        String key = columns(inner.alias(first.to()), first.toColumns());
        return "SELECT " + (amount ? fold + " AS amount" : key) + " " + inner.text("  ") + " GROUP BY " + key
                + (amount ? "" : " HAVING " + fold);
    }

    private static String columns(String alias, List<String> columns) {
        return columns.stream()
                .map(column -> alias + "." + SqlQuoting.identifier(column))
                .collect(Collectors.joining(", "));
    }

    private static String tuple(String columns, int count) {
        return count == 1 ? columns : "(" + columns + ")";
    }
}

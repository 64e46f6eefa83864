package dev.sayql.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is gathered over a whole statement while it is checked: problems, tables, shapes, and how much it asks for. */
final class StatementCheck {

    private static final int MAXIMUM_PROBLEMS = 10;

    private final Rules rules;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<TableName> tables = new TreeSet<>();
    private final Map<Range, Set<String>> uses = new LinkedHashMap<>();
    private final List<ShapeBuilder> shapes = new ArrayList<>();
    private final ResourceRules resources = new ResourceRules();
    private final Links links = new Links();
    private final boolean settlesDomains;
    private boolean usesDomains;
    private boolean keepsTypes;
    private int complexity;
    private int reads;

    StatementCheck(Rules rules) {
        this(rules, false);
    }

    private StatementCheck(Rules rules, boolean settlesDomains) {
        this.rules = rules;
        this.settlesDomains = settlesDomains;
    }

    /**
     * What to begin anew with, when the statement uses columns of the owner's domains together with something that would give
     * a bare literal the type of such a column: the domain's conditions would run on it, which are code of the owner.
     */
    Optional<StatementCheck> settled() {
        return usesDomains && keepsTypes && !settlesDomains
                ? Optional.of(new StatementCheck(rules, true))
                : Optional.empty();
    }

    /** Whether columns of domains are read as the type that their values have. */
    boolean settlesDomains() {
        return settlesDomains;
    }

    /** Notes something that gives other values the type of one, as arrays do. */
    void keepTypes() {
        keepsTypes = true;
    }

    boolean usesDomains() {
        return usesDomains;
    }

    /** Takes back what was noted of domains since. */
    void usesDomains(boolean before) {
        usesDomains = before;
    }

    Rules rules() {
        return rules;
    }

    ResourceRules resources() {
        return resources;
    }

    Links links() {
        return links;
    }

    /** Notes a problem and goes on, so that one answer names several. */
    void report(RejectionCode code, String detail) {
        report(new Problem(code, detail));
    }

    void report(Problem problem) {
        if (problems.size() < MAXIMUM_PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** Notes that the statement names a column; of no interest when the range is no relation. */
    void use(Range range, Range.Column column) {
        usesDomains |= column.domain();
        range.table()
                .ifPresent(table ->
                        uses.computeIfAbsent(range, key -> new TreeSet<>()).add(column.name()));
    }

    /** Which columns of which relations are named; every one where they got other names. */
    Map<TableName, Set<String>> columns() {
        Map<TableName, Set<String>> columns = new TreeMap<>();
        uses.forEach((range, names) -> range.table().ifPresent(table -> {
            Set<String> used = columns.computeIfAbsent(table, key -> new TreeSet<>());
            if (range.isRewritten()) {
                rules.catalog()
                        .find(table)
                        .ifPresent(
                                relation -> rules.visibleColumns(relation).forEach(column -> used.add(column.name())));
            } else {
                used.addAll(names);
            }
        }));
        return columns;
    }

    void read(TableName table) {
        tables.add(table);
        reads++;
    }

    /** How many uses of relations have been seen so far. */
    int reads() {
        return reads;
    }

    /** Ends the check when a relation is missing, as then every column of it would be reported too. */
    void stopIfTablesAreMissing() {
        if (!problems.isEmpty()) {
            throw new Refusal(problems.getFirst().code(), problems.getFirst().detail());
        }
    }

    Set<TableName> tables() {
        return tables;
    }

    /** Begins the shape of the next SELECT, in the order of the text. */
    ShapeBuilder newShape() {
        ShapeBuilder shape = new ShapeBuilder();
        shapes.add(shape);
        return shape;
    }

    QueryShape shape() {
        return new QueryShape(shapes.stream().map(ShapeBuilder::build).toList());
    }

    void addComplexity(int points) {
        complexity += points;
    }

    /** From 1 to 10: a table alone is 1; joins, subqueries, grouping, windows and set operations each add. */
    int complexity() {
        return Math.clamp(1 + complexity, 1, 10);
    }
}

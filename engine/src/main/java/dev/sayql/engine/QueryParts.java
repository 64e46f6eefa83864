package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a query compares, folds, combines and leaves out, inner queries included. For one use by one thread. */
final class QueryParts {

    /** Something compared with a number that is written into the query. */
    record Test(Expression tested, Operator operator, String number) {}

    /** Something compared with a text that is written into the query. */
    record Text(Expression tested, String text) {}

    private final List<Test> tests = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Expression.Fold> folds = new ArrayList<>();
    private final Set<Query.SetOperator> combinations = new HashSet<>();
    private final Set<TableName> without = new HashSet<>();

    private QueryParts() {}

    static QueryParts of(Query query) {
        QueryParts parts = new QueryParts();
        parts.add(query);
        return parts;
    }

    List<Test> tests() {
        return tests;
    }

    List<Text> texts() {
        return texts;
    }

    /** In the order in which they are shown, tested or ordered by. */
    List<Expression.Fold> folds() {
        return folds;
    }

    boolean combines(Query.SetOperator operator) {
        return combinations.contains(operator);
    }

    /** The tables of which there must be no row. */
    Set<TableName> without() {
        return without;
    }

    private void add(Query query) {
        query.outputs().forEach(output -> add(output.expression()));
        query.having().forEach(having -> {
            add(having.fold());
            tests.add(new Test(having.fold(), having.operator(), having.number().toPlainString()));
        });
        query.order().forEach(order -> add(order.expression()));
        query.where().forEach(this::add);
        query.combined().ifPresent(combination -> {
            combinations.add(combination.operator());
            if (combination.operator() == Query.SetOperator.EXCEPT) {
                without.add(combination.other().subject().table());
            }
            add(combination.other());
        });
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Fold fold -> {
                folds.add(fold);
                fold.only().forEach(this::add);
            }
            case Expression.Percentage(Expression.Fold part, var _) -> add(part);
            case Expression.Ratio(Expression.Fold part, var _) -> add(part);
            case Expression.Tally tally -> {
                add(tally.fold());
                tally.only().forEach(this::add);
            }
            case Expression.Arithmetic(char _, Expression left, Expression right) -> {
                add(left);
                add(right);
            }
            case Expression.Column _, Expression.Constant _, Expression.Bucket _, Expression.DatePart _ -> {}
        }
    }

    private void add(Expression tested, Operator operator, Condition.Literal literal) {
        switch (literal) {
            case Condition.Literal.Numeric(var value) -> tests.add(new Test(tested, operator, value.toPlainString()));
            case Condition.Literal.Text(String value) -> texts.add(new Text(tested, value));
            case Condition.Literal.Truth _ -> {}
        }
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Comparison(Expression left, Operator operator, Condition.Literal right) ->
                add(left, operator, right);
            case Condition.OneOf(Expression left, List<Condition.Literal> values, boolean negated) ->
                values.forEach(value -> add(left, negated ? Operator.NOT_EQUAL : Operator.EQUAL, value));
            case Condition.Between(Expression left, var low, var high) -> {
                tests.add(new Test(left, Operator.EQUAL, low.toPlainString()));
                tests.add(new Test(left, Operator.EQUAL, high.toPlainString()));
            }
            case Condition.Matches(Expression left, var _, String text, boolean _) -> texts.add(new Text(left, text));
            case Condition.AgainstQuery(Expression _, Operator _, Query query) -> add(query);
            case Condition.InQuery(Expression _, Query query, boolean negated) -> {
                addWithout(query.subject().table(), negated);
                add(query);
            }
            case Condition.Exists(Path path, List<Condition> conditions, boolean negated) -> {
                addWithout(path.to().table(), negated);
                conditions.forEach(this::add);
            }
            case Condition.Folded folded -> {
                add(folded.fold());
                tests.add(new Test(
                        folded.fold(), folded.operator(), folded.number().toPlainString()));
                folded.conditions().forEach(this::add);
            }
            case Condition.FoldedAgainstMean folded -> add(folded.fold());
            case Condition.AnyOf(List<Condition> conditions) -> conditions.forEach(this::add);
            case Condition.AllOf(List<Condition> conditions) -> conditions.forEach(this::add);
            case Condition.InTree(Condition named, var _) -> add(named);
            case Condition.Columns _,
                    Condition.During _,
                    Condition.IsNull _,
                    Condition.AgainstAll _,
                    Condition.BestOf _ -> {}
        }
    }

    private void addWithout(TableName table, boolean negated) {
        if (negated) {
            without.add(table);
        }
    }
}

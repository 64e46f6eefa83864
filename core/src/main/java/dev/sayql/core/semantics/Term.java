package dev.sayql.core.semantics;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A phrase and what it means in this source: "customer" is the table {@code users}. Immutable.
 *
 * @param phrase one or several words in their dictionary form; inflections are understood
 */
public record Term(String phrase, Target target) {

    public Term {
        if (phrase.isBlank()) {
            throw new IllegalArgumentException("a term has a phrase");
        }
    }

    /** What a phrase can stand for. */
    public sealed interface Target {

        /** The table in which the meaning lies. */
        TableName table();

        /** Rows of a table: "customers". */
        record OfTable(TableName table) implements Target {}

        /** A link through a table, not something to list: "bought" leads through {@code order_items}. */
        record Via(TableName table) implements Target {}

        /** A column: "mail" is {@code users.email}. */
        record OfColumn(ColumnName column) implements Target {
            @Override
            public TableName table() {
                return column.table();
            }
        }

        /** What a column must be. */
        sealed interface Condition extends Target {

            ColumnName column();

            /** The condition as it is written after the column: {@code > 0}, {@code <> 'paid'}, {@code is null}. */
            String is();

            @Override
            default TableName table() {
                return column().table();
            }
        }

        /**
         * A column compared with a number: "in stock" is {@code products.stock_quantity > 0}.
         *
         * @param operator one of {@code = <> < <= > >=}
         */
        record OfComparison(ColumnName column, String operator, BigDecimal number) implements Condition {
            public OfComparison {
                if (!Set.of("=", "<>", "<", "<=", ">", ">=").contains(operator)) {
                    throw new IllegalArgumentException("an operator is one of = <> < <= > >=");
                }
            }

            @Override
            public String is() {
                return operator + " " + number.toPlainString();
            }
        }

        /** A true-or-false column: "wheelchair accessible" is {@code rooms.wheelchair_access}. */
        record OfTruth(ColumnName column, boolean value) implements Condition {
            @Override
            public String is() {
                return "= " + value;
            }
        }

        /** Any stored value but one: "unpaid" is {@code sales.payment <> 'paid'}. */
        record OtherThan(ColumnName column, String value) implements Condition {
            @Override
            public String is() {
                return "<> " + quoted(value);
            }
        }

        /**
         * One of several stored values: "serious" is {@code defects.severity in ('major', 'critical')}.
         *
         * @param values at least one
         */
        record OneOf(ColumnName column, List<String> values) implements Condition {
            public OneOf {
                values = List.copyOf(values);
                if (values.isEmpty()) {
                    throw new IllegalArgumentException("one of no values is none");
                }
            }

            @Override
            public String is() {
                return values.stream().map(Target::quoted).collect(Collectors.joining(", ", "in (", ")"));
            }
        }

        /**
         * No value at all: "unpaid" is {@code invoices.paid_on is null}.
         *
         * @param missing false for any value: "returned" is {@code loans.returned_on is not null}
         */
        record OfMissing(ColumnName column, boolean missing) implements Condition {
            @Override
            public String is() {
                return missing ? "is null" : "is not null";
            }
        }

        /** A stored value: "called off" is {@code orders.status = 'cancelled'}. */
        record OfValue(ColumnName column, String value) implements Target {
            @Override
            public TableName table() {
                return column.table();
            }
        }

        private static String quoted(String value) {
            return "'" + value.replace("'", "''") + "'";
        }
    }
}

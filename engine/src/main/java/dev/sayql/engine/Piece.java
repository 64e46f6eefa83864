package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A phrase of the question with one reading: a stretch of tokens that does one job. A reading of the whole question is a
 * row of pieces without gaps.
 */
sealed interface Piece {

    /** Where it stands and how good a fit it is: about 1 for each word that is well explained. */
    record Span(int start, int end, double score) {}

    Span span();

    /** What is measured, shown, grouped or ordered by. */
    sealed interface Target {

        record OfColumn(Mention.OfColumn column) implements Target {}

        record OfMetric(Mention.OfMetric metric) implements Target {}

        /** A number of rows. */
        record OfCount(Mention.OfTable table) implements Target {}

        /** An aggregate of a column: "average price". */
        record OfFold(Aggregation aggregation, Mention.OfColumn column) implements Target {}

        /** The thing itself, by its label. */
        record OfTable(Mention.OfTable table) implements Target {}

        /** The date of a thing: "when was the first order". */
        record OfDate(Mention.OfTable table) implements Target {}

        /** The row above in a tree: "its parent category". */
        record OfParent(Mention.OfTable table) implements Target {}

        /** How often something occurs: "most common". */
        record OfFrequency() implements Target {}

        /** Whatever an adjective grades: "expensive". */
        record OfAdjective(English.Adjective adjective) implements Target {}
    }

    /** A word with nothing to say. {@code joint}: it puts two things side by side. */
    record Filler(Span span, boolean joint) implements Piece {}

    /** "who": the persons nearest to what else is said. */
    record Who(Span span) implements Piece {}

    /** "what has", "what did" before somebody and a verb: whatever it was done to. */
    record WhatDid(Span span) implements Piece {}

    /** What a number was said to be. */
    enum Unit {
        NONE,
        MONEY,
        PERCENT,
        SECONDS,
        MINUTES,
        HOURS;

        /** The unit of time that the word names. */
        static Optional<Unit> ofTime(String word) {
            return switch (NamePhrases.unit(word)) {
                case "second" -> Optional.of(SECONDS);
                case "minute" -> Optional.of(MINUTES);
                case "hour" -> Optional.of(HOURS);
                default -> Optional.empty();
            };
        }

        /** How many seconds it has; 0 for what is no time. */
        int seconds() {
            return switch (this) {
                case SECONDS -> 1;
                case MINUTES -> 60;
                case HOURS -> 3_600;
                case NONE, MONEY, PERCENT -> 0;
            };
        }
    }

    /** "how many", "number of" before the thing that is counted. */
    record Counting(Span span) implements Piece {}

    /** "new" in "new users last month": only right beside a date. */
    record Fresh(Span span) implements Piece {}

    /** Words that no rule explains. */
    record Unknown(Span span) implements Piece {}

    /** "how many", "how much" before a metric that says what is counted: "how many laptops were sold". */
    record Quantity(Span span, boolean money) implements Piece {}

    /** A column or metric to show. {@code beside}: "customers with their phone" shows both. */
    record Pick(Span span, Target target, boolean distinct, boolean beside) implements Piece {}

    /** A table named as such. {@code each}: "each customer". */
    record Entity(Span span, Mention.OfTable table, boolean each) implements Piece {}

    /** "how many customers", "number of orders". */
    record Count(Span span, Mention.OfTable table, boolean distinct) implements Piece {}

    /** "how many different countries". */
    record CountColumn(Span span, Mention.OfColumn column) implements Piece {}

    /** "total revenue", "the average and the highest price". */
    record Folds(Span span, List<Aggregation> aggregations, Target target) implements Piece {}

    /** "by region", "for each customer". {@code each}: the latter. */
    record Group(Span span, List<Target> targets, Manner manner) implements Piece {

        /** How it is said: "by", "for each", "across". */
        enum Manner {
            BY,
            EACH,
            ACROSS
        }
    }

    /** "monthly", "by week". */
    record GroupByTime(Span span, TimeUnit unit, Optional<Mention.OfColumn> column) implements Piece {}

    /** "the five cheapest", "with the highest price", "top 3 … by revenue". */
    record Rank(Span span, boolean ascending, int count, Optional<Target> target) implements Piece {}

    /** "the most" before what narrows the things that are counted: "the most cancelled orders". */
    record MostOf(Span span, boolean ascending, int count) implements Piece {}

    /** The first of every group: "the cheapest product in each category". */
    record Best(Span span, boolean ascending, Target by, Target group) implements Piece {}

    /** "by revenue" after "top 3", "sorted by name". */
    record Sort(Span span, Target target, boolean descending) implements Piece {}

    /** Says the direction alone: "in descending order". */
    record Direction(Span span, boolean descending) implements Piece {}

    /** Stored values. {@code column}: when the question names it. */
    record HasValue(Span span, List<Mention.OfValue> values, Optional<Mention.OfColumn> column, boolean negated)
            implements Piece {}

    /** Text that is not known to be stored. */
    record HasText(Span span, Mention.OfColumn column, TextMatch match, String text, boolean negated)
            implements Piece {}

    /** "active". */
    record Flag(Span span, Mention.OfFlag flag, boolean negated) implements Piece {}

    /** "price over 100". Without a target the subject's own measure is meant. */
    record Compare(
            Span span,
            Optional<Target> target,
            Operator operator,
            BigDecimal number,
            Optional<BigDecimal> upTo,
            Unit unit)
            implements Piece {}

    /** "a height above 200 or below 190": one of several narrowing pieces holds. */
    record Either(Span span, List<Piece> alternatives) implements Piece {
        public Either {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** "support rate lower than oppose rate": two columns of the same rows. */
    record CompareColumns(Span span, Mention.OfColumn left, Operator operator, Mention.OfColumn right)
            implements Piece {}

    /** "more than three orders". */
    record CompareCount(Span span, Mention.OfTable table, Operator operator, BigDecimal number) implements Piece {}

    /** "more than two" before what narrows the things that are counted: "more than two cancelled orders". */
    record CompareMany(Span span, Operator operator, BigDecimal number) implements Piece {}

    /** "at least three direct reports": how many rows stand below a row of a tree. */
    record CompareChildren(Span span, Mention.OfTable table, Operator operator, BigDecimal number) implements Piece {}

    /** "managers": rows of a tree that others point to. */
    record Parents(Span span, Mention.OfTable table) implements Piece {}

    /** "captains": whoever, or whatever, a true-or-false column of rows between things says it of. */
    record Bearers(Span span, Mention.OfFlag flag) implements Piece {}

    /** "everything we sell", "the cheapest thing in Audio": whatever else is said must tell what things. */
    record Anything(Span span) implements Piece {}

    /** "which models are not used": rows that no others point to. */
    record Unused(Span span) implements Piece {}

    /** "average" before what narrows the thing that is measured: "average ozone reading". */
    record Folding(Span span, Aggregation aggregation) implements Piece {}

    /** "second" before what is ranked: not the first of the order. */
    record Nth(Span span, int place) implements Piece {}

    /** "average number of orders per customer": how much of something there is for each thing or stretch of days. */
    record PerEach(Span span, Target measure, Optional<Mention.OfTable> each, Optional<TimeUnit> unit)
            implements Piece {}

    /** "price above the average". */
    record CompareToAverage(Span span, Optional<Target> target, Operator operator) implements Piece {}

    /** "earn more than their manager": compared with the same of the row above. */
    record CompareToParent(Span span, Mention.OfTable table, Target target, Operator operator) implements Piece {}

    /** "last month". */
    record During(Span span, DateRange range, Optional<Mention.OfColumn> column) implements Piece {}

    /** "in 2025 but not in 2026": the second of these. */
    record NotDuring(Span span, DateRange range) implements Piece {}

    /** "without orders", "never reviewed", "without cancelled orders". */
    record Without(Span span, Mention.OfTable table, List<Mention.OfValue> values) implements Piece {}

    /** "categories that have subcategories". */
    record HasChildren(Span span, Mention.OfTable table, boolean negated) implements Piece {}

    /** "last" in "when did Jane Smith last place an order". */
    record LastTime(Span span, boolean first) implements Piece {}

    /** "in total" behind what is meant. */
    record InTotal(Span span) implements Piece {}

    /** "made more than 25 times": how many rows of the one kind that points to the thing. */
    record CompareTimes(Span span, Operator operator, BigDecimal number) implements Piece {}

    /** "on average" behind what is meant. */
    record OnAverage(Span span) implements Piece {}

    /** "without a phone", "with a phone". */
    record Missing(Span span, Mention.OfColumn column, boolean negated) implements Piece {}

    /**
     * "what share of the orders", "percentage of revenue". {@code partBefore}: what narrows stands before the thing, as in
     * "share of cancelled orders".
     */
    record Share(Span span, Target target, boolean partBefore) implements Piece {}

    /** "share of" before what narrows the thing. */
    record Sharing(Span span) implements Piece {}

    /** A word that recalls a name or a comment of the source: right only when that has a part in the answer. */
    record Echo(Span span, Set<TableName> tables, Set<ColumnName> columns) implements Piece {
        public Echo {
            tables = Set.copyOf(tables);
            columns = Set.copyOf(columns);
        }
    }

    /** "subcategories of Electronics", "parent of Laptops". */
    record Kin(Span span, Mention.OfTable table, List<Mention.OfValue> of, boolean children) implements Piece {}
}

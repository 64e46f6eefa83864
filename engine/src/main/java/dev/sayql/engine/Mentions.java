package dev.sayql.engine;

import java.util.List;

/**
 * Everything in the source that the words from one token on could name, the longest phrases first. Immutable.
 *
 * @param trees rows below others of their table: "subcategories"
 * @param roles the row that a row of the same table points to: "manager"
 * @param others what the team called any value but one
 * @param terms what the team called stored values
 */
record Mentions(
        List<Mention.OfColumn> columns,
        List<Mention.OfTable> tables,
        List<Mention.OfTable> trees,
        List<Mention.OfTable> roles,
        List<Mention.OfEvent> events,
        List<Mention.OfComparison> comparisons,
        List<Mention.OtherThan> others,
        List<Mention.OfMetric> metrics,
        List<Mention.OfFlag> flags,
        List<Mention.OfValue> terms) {}

package dev.sayql.engine;

import java.util.List;

/**
 * Everything in the source that the words from one token on could name, the longest phrases first. Immutable.
 *
 * @param trees rows below others of their table: "subcategories"
 * @param roles the row that a row of the same table points to: "manager"
 * @param taught conditions that the team gave a name
 * @param terms what the team called stored values
 */
record Mentions(
        List<Mention.OfColumn> columns,
        List<Mention.OfTable> tables,
        List<Mention.OfTable> trees,
        List<Mention.OfTable> roles,
        List<Mention.OfEvent> events,
        List<Mention.OfTaught> taught,
        List<Mention.OfMetric> metrics,
        List<Mention.OfFlag> flags,
        List<Mention.OfValue> terms) {}

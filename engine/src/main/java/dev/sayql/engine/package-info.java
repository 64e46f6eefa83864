/**
 * Answers questions locally, with no model and no network: words are tied to the schema, phrases become pieces, pieces
 * become a typed query, the query becomes SQL and a restatement in English. What it does not understand it declines,
 * naming the words. Read {@link dev.sayql.engine.LocalEngine#propose} downwards.
 */
@NullMarked
package dev.sayql.engine;

import org.jspecify.annotations.NullMarked;

/**
 * Learns the engine's models from questions with known answers, and measures how good the engine is. Never part of the
 * product: nothing depends on it.
 */
@NullMarked
package dev.sayql.training;

import org.jspecify.annotations.NullMarked;

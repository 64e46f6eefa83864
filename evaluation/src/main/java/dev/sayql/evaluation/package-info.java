/**
 * Asks sets of questions through the same door as users and scores what comes back against gold SQL: what was right,
 * what was wrong, and what was answered although it should have been declined.
 */
@NullMarked
package dev.sayql.evaluation;

import org.jspecify.annotations.NullMarked;

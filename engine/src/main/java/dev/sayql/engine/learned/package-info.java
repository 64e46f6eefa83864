/**
 * Trained models as the engine reads them: small, immutable, of plain Java. They are fitted elsewhere and hold numbers
 * only, no text of what they learned from but the names of their features and classes.
 */
@NullMarked
package dev.sayql.engine.learned;

import org.jspecify.annotations.NullMarked;

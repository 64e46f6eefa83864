/**
 * The one composition root: reads the configuration once and wires engine, customers' databases and our own database
 * into {@link dev.sayql.core.answering.Answering}, by hand.
 */
@NullMarked
package dev.sayql.app;

import org.jspecify.annotations.NullMarked;

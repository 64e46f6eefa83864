/**
 * What questions mean, told so that two of them say the same only where that is proven. Read
 * {@link dev.sayql.engine.meaning.ProvenMeaning#of} downwards.
 */
@NullMarked
package dev.sayql.engine.meaning;

import org.jspecify.annotations.NullMarked;

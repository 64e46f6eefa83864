/** What a team has taught about its source: words, metrics, labels and default dates. */
@NullMarked
package dev.sayql.core.semantics;

import org.jspecify.annotations.NullMarked;

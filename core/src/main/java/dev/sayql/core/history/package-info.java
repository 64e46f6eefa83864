/** What happened, kept: every exchange, failures too. */
@NullMarked
package dev.sayql.core.history;

import org.jspecify.annotations.NullMarked;

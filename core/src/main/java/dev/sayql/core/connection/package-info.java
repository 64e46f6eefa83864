/** The databases of teams: connecting them, looking whether they changed, teaching what their words mean. */
@NullMarked
package dev.sayql.core.connection;

import org.jspecify.annotations.NullMarked;

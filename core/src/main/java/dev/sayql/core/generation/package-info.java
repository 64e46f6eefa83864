/** From a question to proven SQL: the generator port and the one drafting loop. */
@NullMarked
package dev.sayql.core.generation;

import org.jspecify.annotations.NullMarked;

/** Running checked SQL: the port, its limits and its endings. */
@NullMarked
package dev.sayql.core.execution;

import org.jspecify.annotations.NullMarked;

/** What a source's database looks like: tables, columns, keys, and the values that questions may name. */
@NullMarked
package dev.sayql.core.schema;

import org.jspecify.annotations.NullMarked;

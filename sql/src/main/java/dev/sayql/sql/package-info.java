@NullMarked
package dev.sayql.sql;

import org.jspecify.annotations.NullMarked;

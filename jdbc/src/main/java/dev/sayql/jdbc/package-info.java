@NullMarked
package dev.sayql.jdbc;

import org.jspecify.annotations.NullMarked;

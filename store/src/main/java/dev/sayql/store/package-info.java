@NullMarked
package dev.sayql.store;

import org.jspecify.annotations.NullMarked;

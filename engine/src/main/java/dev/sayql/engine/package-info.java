@NullMarked
package dev.sayql.engine;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.sayql.app;

import org.jspecify.annotations.NullMarked;

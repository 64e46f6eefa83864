@NullMarked
package dev.sayql.testkit;

import org.jspecify.annotations.NullMarked;

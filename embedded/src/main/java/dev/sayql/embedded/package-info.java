@NullMarked
package dev.sayql.embedded;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.sayql.cli;

import org.jspecify.annotations.NullMarked;

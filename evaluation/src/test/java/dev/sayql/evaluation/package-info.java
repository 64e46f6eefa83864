@NullMarked
package dev.sayql.evaluation;

import org.jspecify.annotations.NullMarked;

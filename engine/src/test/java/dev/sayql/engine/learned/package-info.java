/** Tests of the trained models' reading, writing and arithmetic. */
@NullMarked
package dev.sayql.engine.learned;

import org.jspecify.annotations.NullMarked;

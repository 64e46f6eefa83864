/** Tests of the trained models' reading, writing and arithmetic. */
@NullMarked
package dev.sayql.engine.model;

import org.jspecify.annotations.NullMarked;

/** The flow: read {@link dev.sayql.core.answering.Answering} downwards, it is the whole product. */
@NullMarked
package dev.sayql.core.answering;

import org.jspecify.annotations.NullMarked;

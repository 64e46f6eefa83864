/** What a person gets back: the answer, where it came from, and how far to trust it. */
@NullMarked
package dev.sayql.core.answer;

import org.jspecify.annotations.NullMarked;

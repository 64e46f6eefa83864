/** What is asked, and of which source. */
@NullMarked
package dev.sayql.core.question;

import org.jspecify.annotations.NullMarked;

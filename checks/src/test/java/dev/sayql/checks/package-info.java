/** The house's rules, applied to every module, and the proof that each check of the build fires. */
@NullMarked
package dev.sayql.checks;

import org.jspecify.annotations.NullMarked;

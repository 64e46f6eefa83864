/**
 * What the modules' tests share: one embedded server for the whole build with the sample shop in it, databases of a test's own,
 * and a clock that stands still. Test scope only; nothing here is part of a release.
 */
@NullMarked
package dev.sayql.testkit;

import org.jspecify.annotations.NullMarked;

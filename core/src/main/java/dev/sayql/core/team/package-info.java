/** Who asks: teams, their keys, and how much they may ask. Lowest package of core; uses nothing above it. */
@NullMarked
package dev.sayql.core.team;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.sayql.api;

import org.jspecify.annotations.NullMarked;

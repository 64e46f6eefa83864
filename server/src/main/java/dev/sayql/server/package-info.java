@NullMarked
package dev.sayql.server;

import org.jspecify.annotations.NullMarked;

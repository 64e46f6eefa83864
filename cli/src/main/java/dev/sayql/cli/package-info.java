/** The command line: turns arguments into calls of the other modules, and their endings into text and exit codes. */
@NullMarked
package dev.sayql.cli;

import org.jspecify.annotations.NullMarked;

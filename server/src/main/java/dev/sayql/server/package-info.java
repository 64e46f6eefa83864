/** The HTTP face: routes to {@link dev.sayql.api.Api} over a web server, and brings the embedded databases. */
@NullMarked
package dev.sayql.server;

import org.jspecify.annotations.NullMarked;

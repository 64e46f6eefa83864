package dev.sayql.jdbc;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a connection says of itself when it signs in. Immutable.
 *
 * @param applicationName what the server shows as the name of our sessions
 * @param route which of many databases behind one host is meant, where a provider asks for it: {@code endpoint=ep-cool-1};
 *     nothing else can be told to the server this way
 */
public record Greeting(String applicationName, Optional<String> route) {

    private static final Pattern ROUTE = Pattern.compile("(?:endpoint|project|reference)=[a-z0-9][a-z0-9-]{0,62}");

    public Greeting {
        if (!ConnectionSettings.isPlain(applicationName)) {
            throw new IllegalArgumentException("the application name is too long or holds a control character");
        }
        if (route.isPresent() && !isRoute(route.get())) {
            throw new IllegalArgumentException("the route is not of the form endpoint=name");
        }
    }

    /** What is said when nothing else is asked for. */
    public static Greeting usual() {
        return new Greeting(ConnectionSettings.APPLICATION_NAME, Optional.empty());
    }

    static boolean isRoute(String text) {
        return ROUTE.matcher(text).matches();
    }
}

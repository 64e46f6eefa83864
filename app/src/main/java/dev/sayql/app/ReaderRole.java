package dev.sayql.app;

import dev.sayql.jdbc.ConnectionSettings;
import dev.sayql.jdbc.ConnectionString;
import dev.sayql.jdbc.GrantScript;
import java.util.List;
import java.util.Optional;

/** The role that the owner of a database should give us. */
public final class ReaderRole {

    private ReaderRole() {}

    /**
     * SQL for psql that makes the role; connects to nothing.
     *
     * @param url names the database; its user and password are not used
     * @throws ConfigurationException when the URL is refused, or a name can be none
     */
    public static String script(Optional<Secret> url, String role, List<String> schemas) {
        return switch (GrantScript.write(url.map(ReaderRole::database), role, schemas)) {
            case GrantScript.Written.Script(String text) -> text;
            case GrantScript.Written.Refused(String sentence) -> throw new ConfigurationException(List.of(sentence));
        };
    }

    private static String database(Secret url) {
        return switch (ConnectionString.parse(url.value())) {
            case ConnectionString.Parsed.Accepted(ConnectionSettings settings) -> settings.database();
            case ConnectionString.Parsed.Refused(var _, String sentence) ->
                throw new ConfigurationException(List.of(sentence));
        };
    }
}

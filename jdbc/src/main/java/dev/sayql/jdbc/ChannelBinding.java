package dev.sayql.jdbc;

import java.util.Arrays;
import java.util.Optional;

/** Whether the password's proof is tied to the encrypted connection it travels on, as PostgreSQL names it. */
public enum ChannelBinding {
    DISABLE("disable"),
    /** Tied when the server can. */
    PREFER("prefer"),
    /** A server that cannot is not signed in to: nobody can sit in between with a certificate of their own. */
    REQUIRE("require");

    private final String id;

    ChannelBinding(String id) {
        this.id = id;
    }

    /** The spelling of PostgreSQL. */
    public String id() {
        return id;
    }

    /** The setting of this spelling; empty for every other text. */
    public static Optional<ChannelBinding> of(String id) {
        return Arrays.stream(values()).filter(binding -> binding.id.equals(id)).findFirst();
    }
}

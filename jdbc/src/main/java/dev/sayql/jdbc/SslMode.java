package dev.sayql.jdbc;

import java.util.Arrays;
import java.util.Optional;

/** Whether and how a connection is encrypted, as PostgreSQL names it. */
public enum SslMode {
    DISABLE("disable"),
    /** Encrypted when the server insists. */
    ALLOW("allow"),
    /** Encrypted when the server can; a certificate is not looked at. */
    PREFER("prefer"),
    /** Always encrypted; a certificate is not looked at. */
    REQUIRE("require"),
    /** The certificate must come from an authority that the Java runtime trusts. */
    VERIFY_CA("verify-ca"),
    /** The certificate must come from a trusted authority and name the host. */
    VERIFY_FULL("verify-full");

    private final String id;

    SslMode(String id) {
        this.id = id;
    }

    /** The spelling of PostgreSQL: {@code verify-full}. */
    public String id() {
        return id;
    }

    /** The mode of this spelling; empty for every other text. */
    public static Optional<SslMode> of(String id) {
        return Arrays.stream(values()).filter(mode -> mode.id.equals(id)).findFirst();
    }

    boolean checksCertificate() {
        return this == VERIFY_CA || this == VERIFY_FULL;
    }
}

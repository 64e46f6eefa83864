package dev.sayql.jdbc;

import dev.sayql.jdbc.ConnectionString.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A connection as the fields of a form, held to the same rules as {@link ConnectionString}. Immutable. {@link #toString()}
 * hides the password.
 *
 * @param host a DNS name, an IPv4 address, or an IPv6 address with or without brackets
 * @param port empty means PostgreSQL's own
 * @param password may be empty when the server asks for none
 * @param sslMode as PostgreSQL spells it; empty means {@code prefer}
 */
public record ConnectionFields(
        String host, Optional<Integer> port, String database, String user, String password, Optional<String> sslMode) {

    /** How reading ended. */
    public sealed interface Read {

        record Accepted(ConnectionSettings settings) implements Read {}

        /** Not accepted: every field that is wrong. */
        record Refused(List<FieldProblem> problems) implements Read {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param field {@code host}, {@code port}, {@code database}, {@code user}, {@code password} or {@code sslmode}
     * @param sentence for whoever filled it in; quotes nothing of it
     */
    public record FieldProblem(String field, Code code, String sentence) {}

    /** Never throws. */
    public Read read() {
        List<FieldProblem> problems = new ArrayList<>();
        String plainHost = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (!HostText.isHost(plainHost) || (!plainHost.equals(host) && plainHost.indexOf(':') < 0)) {
            String sentence = host.indexOf(',') >= 0
                    ? "Only one host can be given."
                    : "The host must be a DNS name, an IPv4 address or an IPv6 address.";
            problems.add(
                    new FieldProblem("host", host.indexOf(',') >= 0 ? Code.SEVERAL_HOSTS : Code.BAD_HOST, sentence));
        }
        int number = port.orElse(ConnectionSettings.DEFAULT_PORT);
        if (number < 1 || number > 65_535) {
            problems.add(new FieldProblem("port", Code.BAD_PORT, "The port must be a number from 1 to 65535."));
        }
        judgeName("database", database, Code.MISSING_DATABASE, problems);
        judgeName("user", user, Code.MISSING_USER, problems);
        if (!ConnectionSettings.isPassword(password)) {
            problems.add(new FieldProblem(
                    "password", Code.FORBIDDEN_CHARACTER, "The password is too long or holds a control character."));
        }
        Optional<SslMode> mode = sslMode.isEmpty() ? Optional.of(SslMode.PREFER) : sslMode.flatMap(SslMode::of);
        if (mode.isEmpty()) {
            problems.add(new FieldProblem(
                    "sslmode",
                    Code.BAD_PROPERTY,
                    "sslmode is one of disable, allow, prefer, require, verify-ca and verify-full."));
        }
        return problems.isEmpty() ? accepted(plainHost, number, mode.orElseThrow()) : new Read.Refused(problems);
    }

    private static void judgeName(String field, String value, Code missing, List<FieldProblem> problems) {
        if (value.isEmpty()) {
            problems.add(new FieldProblem(field, missing, "The " + field + " must be named."));
        } else if (!ConnectionSettings.isPlain(value)) {
            problems.add(new FieldProblem(
                    field, Code.FORBIDDEN_CHARACTER, "The " + field + " is too long or holds a control character."));
        }
    }

    private Read accepted(String plainHost, int number, SslMode mode) {
        return new Read.Accepted(new ConnectionSettings(
                plainHost,
                number,
                database,
                user,
                password,
                new Encryption(mode, ChannelBinding.PREFER),
                Greeting.usual()));
    }

    @Override
    public String toString() {
        return "ConnectionFields[host=" + host + ", port=" + port + ", database=" + database + ", user=" + user
                + ", password=***, sslMode=" + sslMode + "]";
    }
}

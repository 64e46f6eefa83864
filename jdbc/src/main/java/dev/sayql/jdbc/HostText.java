package dev.sayql.jdbc;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells names of hosts from addresses, with one spelling for each address. {@code 127.1}, {@code 0x7f.0.0.1} and
 * {@code 2130706433} are neither: resolvers read them as addresses, and do not agree on which.
 */
final class HostText {
    private static final int MOST_CHARACTERS = 253;
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String DOTTED = OCTET + "(?:\\." + OCTET + "){3}";
    private static final Pattern IPV4 = Pattern.compile(DOTTED);
    private static final Pattern IPV6_LETTERS = Pattern.compile("[0-9A-Fa-f:]{1,39}(?::" + DOTTED + ")?");
    private static final Pattern NAME = Pattern.compile("(?!-)[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})*\\.?");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    private HostText() {}

    /** Whether this is a DNS name, an IPv4 address in four decimal numbers, or an IPv6 address without brackets. */
    static boolean isHost(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return false;
        }
        boolean isName =
                NAME.matcher(text).matches() && !ENDS_IN_A_NUMBER.matcher(text).matches();
        return isName || address(text).isPresent();
    }

    /** The address that a host spells; empty for a name. Asks nobody. */
    static Optional<InetAddress> address(String host) {
        boolean spelled = IPV4.matcher(host).matches()
                || (host.indexOf(':') >= 0 && IPV6_LETTERS.matcher(host).matches());
        if (!spelled) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The name in lower case, without the dot that ends an absolute name. */
    static String plainName(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}

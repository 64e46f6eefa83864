package dev.sayql.jdbc;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A range of addresses: {@code 10.0.0.0/8}, {@code fd12::/16}. Immutable.
 *
 * @param network the first address, as hexadecimal bytes: 8 digits of IPv4, 32 of IPv6
 * @param length how many bits are fixed
 */
public record Cidr(String network, int length) {

    private static final HexFormat HEX = HexFormat.of();

    public Cidr {
        byte[] bytes = HEX.parseHex(network);
        if ((bytes.length != 4 && bytes.length != 16) || length < 0 || length > bytes.length * 8) {
            throw new IllegalArgumentException("a range is 4 or 16 bytes and a length within them");
        }
        for (int bit = length; bit < bytes.length * 8; bit++) {
            if (bit(bytes, bit)) {
                throw new IllegalArgumentException("a range has no bit set after its length");
            }
        }
    }

    /** Reads a range, or one address; empty for every other text, also when bits after the length are set. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> network =
                HostText.address(slash < 0 ? text : text.substring(0, slash)).map(InetAddress::getAddress);
        String length = slash < 0 ? "" : text.substring(slash + 1);
        if (network.isEmpty() || (slash >= 0 && !length.matches("0|[1-9][0-9]{0,2}"))) {
            return Optional.empty();
        }
        int bits = network.get().length * 8;
        try {
            return Optional.of(new Cidr(HEX.formatHex(network.get()), slash < 0 ? bits : Integer.parseInt(length)));
        } catch (IllegalArgumentException notARange) {
            return Optional.empty();
        }
    }

    static Cidr of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no range"));
    }

    /** An address of the other version of IP is not in it. */
    boolean contains(InetAddress address) {
        byte[] own = HEX.parseHex(network);
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (bit(own, bit) != bit(other, bit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is exactly one address. */
    boolean isOneAddress() {
        return length == network.length() * 4;
    }

    private static boolean bit(byte[] bytes, int index) {
        return (bytes[index / 8] >> (7 - index % 8) & 1) == 1;
    }
}

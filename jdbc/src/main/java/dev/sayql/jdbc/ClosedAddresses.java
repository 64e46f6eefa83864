package dev.sayql.jdbc;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Addresses and names behind which nothing public can be: IANA's registries of special-purpose addresses, what clouds tell
 * their machines, and names that only mean something inside a network.
 */
final class ClosedAddresses {

    private static final List<Cidr> V4 = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind a carrier's NAT
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    private static final Cidr V6_GLOBAL = Cidr.of("2000::/3");
    private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");

    /** Within {@link #V6_GLOBAL}. */
    private static final List<Cidr> V6 = ranges(
            "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which wraps an IPv4 address
            "3ffe::/16", // given back
            "3fff::/20"); // documentation

    /** Where clouds tell a machine its keys: not even a wide range of the operator opens them. */
    private static final List<Cidr> METADATA = ranges(
            "169.254.169.254",
            "169.254.169.253",
            "169.254.170.2",
            "169.254.170.23",
            "169.254.0.23",
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd00:ec2::253",
            "fd00:ec2::23",
            "fd20:ce::254");

    /** Names of one word, of networks' own domains, and of services that turn a name into the address it spells. */
    private static final Pattern NAMES = Pattern.compile("[^.]*"
            + "|(?:.*\\.)?(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\\.arpa|onion)"
            + "|(?:.*\\.)?(?:nip\\.io|sslip\\.io|xip\\.io|localtest\\.me|lvh\\.me|vcap\\.me|rbndr\\.us)"
            + "|metadata\\.(?:tencentyun|azure|packet|platformequinix)\\.(?:com|net)");

    private ClosedAddresses() {}

    private static List<Cidr> ranges(String... texts) {
        return Stream.of(texts).map(Cidr::of).toList();
    }

    static boolean isClosed(InetAddress address) {
        if (isMetadata(address)) {
            return true;
        }
        if (!(address instanceof Inet6Address)) {
            return isIn(V4, address);
        }
        Optional<InetAddress> wrapped = wrapped(address);
        return wrapped.map(ClosedAddresses::isClosed)
                .orElseGet(() -> !V6_GLOBAL.contains(address) || isIn(V6, address) || isLinkOfIpv4(address));
    }

    static boolean isMetadata(InetAddress address) {
        return isIn(METADATA, address);
    }

    /** The IPv4 address that a translator of the network would dial for this one. */
    static Optional<InetAddress> wrapped(InetAddress address) {
        return NAT64.contains(address) ? Optional.of(lastFour(address)) : Optional.empty();
    }

    /** A name that means something only inside a network, or is made to hide an address. */
    static boolean isClosedName(String plainName) {
        return NAMES.matcher(plainName).matches();
    }

    /** ISATAP: a tunnel to the IPv4 address in the last four bytes. */
    private static boolean isLinkOfIpv4(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isatap = (bytes[8] & 0xfc) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
        return isatap && isClosed(lastFour(address));
    }

    private static boolean isIn(List<Cidr> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static InetAddress lastFour(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}

package dev.sayql.jdbc;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts, addresses and ports may be dialled for a source that a team has given. Without more, public addresses and
 * the ports on which PostgreSQL is offered; the operator may open ranges and ports. Immutable.
 */
public final class AddressPolicy {
    private static final int FIRST_HIGH_PORT = 10_000;

    /** PostgreSQL's own ports and those of its poolers. */
    private static final Set<Integer> PORTS = Set.of(
            5430, 5431, 5432, 5433, 5434, 5435, 5436, 5437, 5438, 5439, 5440, 5441, 5442, 5443, 5444, 5445, 6432, 6433,
            6543);

    /** High ports on which something else is usually found; providers hand out the others at random. */
    private static final Set<Integer> OTHERS_PORTS = Set.of(
            10_000, 10_050, 10_051, 10_248, 10_249, 10_250, 10_255, 10_256, 10_257, 10_259, 11_211, 11_214, 11_215,
            11_311, 11_434, 15_671, 15_672, 15_692, 16_379, 16_443, 16_686, 18_080, 19_999, 22_222, 25_565, 25_672,
            26_379, 27_015, 27_017, 27_018, 27_019, 27_020, 28_015, 28_017, 32_400, 33_060, 44_818, 47_808, 50_000,
            50_010, 50_030, 50_060, 50_070, 50_075, 50_090, 61_613, 61_616, 62_078);

    private final List<Cidr> openRanges;
    private final Set<Integer> openPorts;

    private AddressPolicy(List<Cidr> openRanges, Set<Integer> openPorts) {
        this.openRanges = List.copyOf(openRanges);
        this.openPorts = Set.copyOf(openPorts);
    }

    /** What is wrong with where a connection string leads. */
    public enum Code {
        FORBIDDEN_HOST,
        FORBIDDEN_ADDRESS,
        FORBIDDEN_PORT
    }

    /**
     * Not to be dialled.
     *
     * @param sentence for whoever gave the source; quotes nothing
     */
    public record Refusal(Code code, String sentence) {}

    /** Nothing opened by the operator. */
    public static AddressPolicy publicOnly() {
        return new AddressPolicy(List.of(), Set.of());
    }

    /** The same, with these opened by the operator. An address where a cloud keeps its keys must be named by itself. */
    public AddressPolicy opening(Collection<Cidr> ranges, Collection<Integer> ports) {
        return new AddressPolicy(List.copyOf(ranges), Set.copyOf(ports));
    }

    /** Judges port, name and spelled address without asking anybody; the addresses of a name are judged when known. */
    public Optional<Refusal> judge(ConnectionSettings settings) {
        int port = settings.port();
        boolean usual = PORTS.contains(port) || (port >= FIRST_HIGH_PORT && !OTHERS_PORTS.contains(port));
        if (!usual && !openPorts.contains(port)) {
            return Optional.of(new Refusal(
                    Code.FORBIDDEN_PORT,
                    "This port is not one on which PostgreSQL is offered; the operator of this server may open it."));
        }
        Optional<InetAddress> spelled = HostText.address(settings.host());
        if (spelled.isPresent()) {
            return judge(List.of(spelled.get()));
        }
        return openRanges.isEmpty() && isClosedName(settings) ? Optional.of(closedName()) : Optional.empty();
    }

    /** Judges a name whose addresses cannot be found: one that means something only inside a network leads nowhere. */
    Optional<Refusal> judgeUnresolved(ConnectionSettings settings) {
        return isClosedName(settings) ? Optional.of(closedName()) : Optional.empty();
    }

    /** Judges all addresses of a host: one that may not be dialled is enough to refuse. */
    public Optional<Refusal> judge(Collection<InetAddress> addresses) {
        return addresses.stream().allMatch(this::isOpen)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Code.FORBIDDEN_ADDRESS,
                        "The host's address is not a public one; the operator of this server may open its range."));
    }

    private boolean isOpen(InetAddress address) {
        boolean metadata = ClosedAddresses.isMetadata(address)
                || ClosedAddresses.wrapped(address)
                        .filter(ClosedAddresses::isMetadata)
                        .isPresent();
        return !ClosedAddresses.isClosed(address)
                || openRanges.stream()
                        .filter(range -> !metadata || range.isOneAddress())
                        .anyMatch(range -> range.contains(address));
    }

    private static boolean isClosedName(ConnectionSettings settings) {
        return HostText.address(settings.host()).isEmpty()
                && ClosedAddresses.isClosedName(HostText.plainName(settings.host()));
    }

    private static Refusal closedName() {
        return new Refusal(
                Code.FORBIDDEN_HOST,
                "This name only means something inside a network; the operator of this server may open its range.");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressPolicy same
                && openRanges.equals(same.openRanges)
                && openPorts.equals(same.openPorts);
    }

    @Override
    public int hashCode() {
        return 31 * openRanges.hashCode() + openPorts.hashCode();
    }
}

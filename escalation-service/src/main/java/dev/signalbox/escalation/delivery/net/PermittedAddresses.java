package dev.signalbox.escalation.delivery.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom a request may reach: addresses of the public internet, and those that the configuration allows. Refused are
 * private, shared, loopback, link-local, documentation, multicast and reserved ones (IANA special-purpose registries,
 * RFC 6890), and the forms of IPv6 that carry such an IPv4 address.
 */
public final class PermittedAddresses {

    private static final List<AddressBlock> NOT_PUBLIC = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23", // Teredo, ORCHID and other protocol assignments
            "2001:db8::/32",
            "2002::/16", // 6to4
            "2620:4f:8000::/48",
            "3fff::/20");

    /** All that is public in IPv6; local, mapped and other special forms lie outside. */
    private static final AddressBlock PUBLIC_IPV6 = AddressBlock.parse("2000::/3");

    /** RFC 6052: the last 32 bits are an IPv4 address, and that is who is reached. */
    private static final AddressBlock NAT64 = AddressBlock.parse("64:ff9b::/96");

    private static final int IPV4_IN_NAT64 = 12;

    private final List<AddressBlock> allowed;

    /** @param allowed blocks that may be reached although they are not public */
    public PermittedAddresses(List<AddressBlock> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Whether the address may be connected to. */
    public boolean permits(InetAddress address) {
        return allows(address) || isPublic(address);
    }

    /** Whether the configuration names the address; only there may a request go unencrypted. */
    public boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        if (NAT64.contains(address)) {
            return isPublic(carried(address));
        }
        boolean unicast = !(address instanceof Inet6Address) || PUBLIC_IPV6.contains(address);
        return unicast && NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
    }

    private static InetAddress carried(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, IPV4_IN_NAT64, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are always an address", e);
        }
    }

    private static List<AddressBlock> blocks(String... blocks) {
        return Stream.of(blocks).map(AddressBlock::parse).toList();
    }
}

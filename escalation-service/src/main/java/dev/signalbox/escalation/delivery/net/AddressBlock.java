package dev.signalbox.escalation.delivery.net;

import java.net.InetAddress;

/**
 * A block of addresses in CIDR notation (RFC 4632, RFC 4291).
 *
 * @param bits how many leading bits of {@code prefix} count
 */
public record AddressBlock(InetAddress prefix, int bits) {

    /**
     * Reads for example {@code 10.0.0.0/8}, {@code fd00::/8} or {@code 127.0.0.1}.
     *
     * @throws IllegalArgumentException if it is none; names are not looked up
     */
    public static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress prefix = Literals.address(slash < 0 ? text : text.substring(0, slash));
        if (prefix == null) {
            throw new IllegalArgumentException(text + " is no block of addresses, for example 10.0.0.0/8");
        }
        int size = prefix.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? size : bits(text.substring(slash + 1));
        if (bits < 0 || bits > size) {
            throw new IllegalArgumentException(text + " needs a length of 0.." + size);
        }
        return new AddressBlock(prefix, bits);
    }

    private static int bits(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    /** Whether the address is in the block; one of the other version never is. */
    public boolean contains(InetAddress address) {
        byte[] mine = prefix.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}

package dev.signalbox.escalation.delivery.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that are written out, so that nothing has to be looked up. */
final class Literals {

    private static final Pattern WRITTEN_OUT =
            Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Literals() {}

    /** The address; null if the text is none. An IPv4 address that is mapped into IPv6 comes as IPv4. */
    static @Nullable InetAddress address(String text) {
        if (!WRITTEN_OUT.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}

package dev.signalbox.escalation.delivery.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks a host's addresses up; blocks. */
@FunctionalInterface
public interface Resolver {

    /**
     * All addresses of a host, at least one.
     *
     * @throws UnknownHostException if it has none
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** The machine's own name service. */
    static Resolver ofTheMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}

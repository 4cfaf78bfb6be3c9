package dev.signalbox.escalation.delivery.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where a request goes: a name for the Host header and the certificate, and the one address to connect to. The address
 * that was checked is the address that is connected to, so a name that changes its meaning in between gains nothing.
 */
record Destination(String host, int port, boolean encrypted, InetAddress address) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * Resolves and checks.
     *
     * @param turn which of several addresses to take, so that the next attempt tries the next one
     * @throws RefusedDestination if any of the host's addresses is not permitted
     * @throws UnknownHostException if the host has no address now
     */
    static Destination of(URI url, Resolver resolver, PermittedAddresses permitted, int turn)
            throws UnknownHostException {
        boolean encrypted = "https".equalsIgnoreCase(url.getScheme());
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || !(encrypted || "http".equalsIgnoreCase(url.getScheme()))) {
            throw new RefusedDestination("the URL has to be https://HOST/... without a user");
        }
        List<InetAddress> addresses = resolver.addresses(withoutBrackets(host));
        for (InetAddress address : addresses) {
            if (!permitted.permits(address)) {
                throw new RefusedDestination(host + " is at an address that is not permitted");
            }
            if (!encrypted && !permitted.allows(address)) {
                throw new RefusedDestination("unencrypted requests go to allowed addresses only");
            }
        }
        int port = url.getPort() >= 0 ? url.getPort() : encrypted ? HTTPS_PORT : HTTP_PORT;
        return new Destination(host, port, encrypted, addresses.get(Math.floorMod(turn, addresses.size())));
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}

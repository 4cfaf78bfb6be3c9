package dev.signalbox.escalation.delivery.sink;

import java.net.URI;
import java.util.List;

/**
 * Where a sink sends to.
 *
 * @param secrets the current one first; what they are depends on the sink
 */
public record Target(URI url, List<String> secrets) {

    public Target {
        secrets = List.copyOf(secrets);
    }

    /** Never with the secrets, nor with a URL that is one. */
    @Override
    public String toString() {
        return url.getScheme() + "://" + url.getHost();
    }
}

package dev.signalbox.systemtests.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.decisions.policy.PolicyDocument;

/** The starter policy without closing time, so that a run comes out the same at night and on a Sunday. */
public final class RoundTheClock {

    private RoundTheClock() {}

    /** The document. */
    public static byte[] starter() {
        String starter = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);
        byte[] document =
                starter.replace("    calendar: support", "    calendar: 24x7").getBytes(UTF_8);
        if (!PolicyDocument.parse(document).policy().sla().targets().calendar().equals("24x7")) {
            throw new IllegalStateException("The starter policy names its support calendar in another way now");
        }
        return document;
    }
}

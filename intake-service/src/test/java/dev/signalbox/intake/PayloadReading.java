package dev.signalbox.intake;

import java.util.List;

/** Reading a payload, for tests of other packages. */
public final class PayloadReading {

    private PayloadReading() {}

    /** The outcome of each part, for example {@code ticket}. */
    public static List<String> outcomes(String source, String payload) {
        return Samples.read(source, payload).reading().parts().stream()
                .map(Outcomes::outcome)
                .toList();
    }
}

package dev.signalbox.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the payloads of one kind of helpdesk. */
public interface Helpdesk {

    /** The name in the headers {@code source} and {@code sourcetype}. */
    String kind();

    /** Whether a payload without such a header is surely of this kind. */
    boolean recognises(JsonNode payload);

    /**
     * What a payload comes to. Reads generously: unknown fields are ignored, missing ones get defaults.
     *
     * @throws dev.signalbox.contracts.UnreadableRecord if something without which there is no meaning is missing
     */
    Reading read(Delivery delivery);
}

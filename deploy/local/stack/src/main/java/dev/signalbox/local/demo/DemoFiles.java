package dev.signalbox.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What the demo brings along, as JSON beside these classes. */
final class DemoFiles {

    private DemoFiles() {}

    /**
     * The script.
     *
     * @param staged in the order in which they are written
     * @param pool from which more are drawn, as long as the demo lasts
     */
    record Script(List<ScriptedTicket> staged, List<ScriptedTicket> pool) {}

    static Script script() {
        return Json.decode(bytes("tickets.json"), Script.class);
    }

    static JsonNode tree(String name) {
        return Json.tree(bytes(name));
    }

    private static byte[] bytes(String name) {
        try (var in = DemoFiles.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

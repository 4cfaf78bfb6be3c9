package dev.signalbox.local.demo.helpdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A real payload of a helpdesk, to be filled with other content. */
final class Shape {

    private final ObjectNode payload;

    private Shape(ObjectNode payload) {
        this.payload = payload;
    }

    /** @param name of a file in the folder {@code demo/shapes} */
    static Shape of(String name) {
        try (var in = Shape.class.getResourceAsStream("/dev/signalbox/local/demo/shapes/" + name + ".json")) {
            return new Shape((ObjectNode) Json.tree(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode root() {
        return payload;
    }

    /** The object at that path, which must be there. */
    ObjectNode at(String... path) {
        JsonNode node = payload;
        for (String step : path) {
            node = node.path(step);
        }
        return (ObjectNode) node;
    }

    byte[] bytes() {
        return Json.encode(payload);
    }
}

package dev.signalbox.intake.nativeformat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.signalbox.edge.Fault;
import dev.signalbox.intake.reading.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A JSON object whose fields are read by type; what is not as agreed is noted, so that every fault is told at once. */
final class CheckedObject {

    private final JsonNode object;
    private final String pointer;
    private final List<Fault> faults;

    private CheckedObject(JsonNode object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    static CheckedObject root(JsonNode object, List<Fault> faults) {
        if (!object.isObject()) {
            faults.add(new Fault("", "is not an object", "one JSON object"));
        }
        return new CheckedObject(object, "", faults);
    }

    void fault(String name, String problem, String allowed) {
        faults.add(new Fault(name.isEmpty() ? pointer : pointer + "/" + name, problem, allowed));
    }

    /** Text; blank counts as missing. */
    @Nullable
    String text(String name) {
        JsonNode value = object.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            fault(name, "is not text", "text");
            return null;
        }
        return value.textValue().isBlank() ? null : value.textValue();
    }

    /** An id may be written as a number. */
    @Nullable
    String id(String name) {
        return object.path(name).isIntegralNumber() ? object.path(name).asText() : text(name);
    }

    <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
        E given = word(name, type);
        return given == null ? otherwise : given;
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        fault(name, "is not known", "one of " + Arrays.toString(type.getEnumConstants()));
        return null;
    }

    @Nullable
    Instant moment(String name) {
        JsonNode value = object.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        Instant moment = Moments.read(value);
        if (moment == null) {
            fault(name, "is not a time", "ISO 8601 with an offset, for example 2026-11-22T09:00:00Z");
        }
        return moment;
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = object.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            fault(name, "is not a flag", "true or false");
            return otherwise;
        }
        return value.booleanValue();
    }

    @Nullable
    Integer number(String name, int least, int greatest) {
        JsonNode value = object.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > greatest) {
            fault(name, "is not such a number", "a whole number from " + least + " to " + greatest);
            return null;
        }
        return value.intValue();
    }

    /** An object; a missing one is empty. */
    CheckedObject object(String name) {
        JsonNode value = object.path(name);
        if (!value.isObject() && !value.isNull() && !value.isMissingNode()) {
            fault(name, "is not an object", "an object");
        }
        return new CheckedObject(value, pointer + "/" + name, faults);
    }

    List<CheckedObject> objects(String name) {
        List<CheckedObject> all = new ArrayList<>();
        JsonNode list = list(name);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isObject()) {
                all.add(new CheckedObject(list.get(i), pointer + "/" + name + "/" + i, faults));
            } else {
                fault(name + "/" + i, "is not an object", "an object");
            }
        }
        return all;
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        JsonNode list = list(name);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isTextual()) {
                all.add(list.get(i).textValue());
            } else {
                fault(name + "/" + i, "is not text", "text");
            }
        }
        return all;
    }

    JsonNode json() {
        return object;
    }

    private JsonNode list(String name) {
        JsonNode value = object.path(name);
        if (!value.isArray() && !value.isNull() && !value.isMissingNode()) {
            fault(name, "is not a list", "a list");
        }
        return value.isArray() ? value : MissingNode.getInstance();
    }
}

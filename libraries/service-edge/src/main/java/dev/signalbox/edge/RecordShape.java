package dev.signalbox.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds JSON against the shape of a record and finds every fault, where decoding would stop at the first. Unknown fields
 * are no fault; a field may be missing where it is {@code @Nullable} or a collection.
 */
public final class RecordShape {

    private static final int QUOTED = 40;

    private final List<Fault> faults = new ArrayList<>();

    private RecordShape() {}

    /** Every place where the JSON is not what the record takes; empty if it can be decoded. */
    public static List<Fault> faults(JsonNode json, Class<? extends Record> type) {
        RecordShape shape = new RecordShape();
        shape.check("", json, type);
        return List.copyOf(shape.faults);
    }

    private void check(String pointer, JsonNode json, Type type) {
        if (type instanceof ParameterizedType generic) {
            checkCollection(pointer, json, generic);
        } else if (type instanceof Class<?> plain) {
            Optional<Kind> value = Kind.of(plain);
            value.filter(kind -> !kind.fits().test(json)).ifPresent(kind -> add(pointer, json, kind.allowed()));
            if (value.isEmpty() && plain.isRecord()) {
                checkRecord(pointer, json, plain);
            }
        }
    }

    private void checkCollection(String pointer, JsonNode json, ParameterizedType type) {
        boolean isMap = type.getRawType() == Map.class;
        Type element = type.getActualTypeArguments()[isMap ? 1 : 0];
        if (isMap ? !json.isObject() : !json.isArray()) {
            add(pointer, json, isMap ? "an object" : "a list");
        } else if (isMap) {
            json.properties()
                    .forEach(entry -> check(pointer + "/" + escape(entry.getKey()), entry.getValue(), element));
        } else {
            for (int i = 0; i < json.size(); i++) {
                check(pointer + "/" + i, json.get(i), element);
            }
        }
    }

    private void checkRecord(String pointer, JsonNode json, Class<?> type) {
        if (!json.isObject()) {
            add(pointer, json, "an object");
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String at = pointer + "/" + name(component);
            JsonNode value = json.get(name(component));
            if (value != null && !value.isNull()) {
                check(at, value, component.getGenericType());
            } else if (!mayBeMissing(component)) {
                Optional<Kind> kind = Kind.of(component.getType());
                faults.add(new Fault(at, "is missing", kind.map(Kind::allowed).orElse("an object")));
            }
        }
    }

    private static boolean mayBeMissing(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || Collection.class.isAssignableFrom(component.getType())
                || Map.class.isAssignableFrom(component.getType());
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    private void add(String pointer, JsonNode json, String allowed) {
        String given = json.toString();
        String quoted = given.length() <= QUOTED ? given : given.substring(0, QUOTED) + "...";
        faults.add(new Fault(pointer, "is " + quoted, allowed));
    }

    private static String escape(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}

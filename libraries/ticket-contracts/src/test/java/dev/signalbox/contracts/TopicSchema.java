package dev.signalbox.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema 2020-12 of a topic's value, made from its record: what may be missing is not required, what is unknown is
 * allowed, because fields are added.
 */
final class TopicSchema {

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);

    private final TreeMap<String, JsonNode> definitions = new TreeMap<>();

    private TopicSchema() {}

    static ObjectNode of(Topic topic) {
        TopicSchema schema = new TopicSchema();
        ObjectNode whole = object().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:signalbox:schema:" + topic.topicName() + ":v1")
                .put("title", "Value of a record of the topic " + topic.topicName());
        Class<? extends Record> type = TopicRecords.TYPES.get(topic);
        whole.setAll(schema.ofRecord(type));
        if (!schema.definitions.isEmpty()) {
            ObjectNode defined = whole.putObject("$defs");
            schema.definitions.forEach(defined::set);
        }
        return whole;
    }

    private ObjectNode ofRecord(Class<?> type) {
        ObjectNode schema = object().put("type", "object");
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            boolean mayBeMissing = RecordWalk.mayBeMissing(component);
            ObjectNode value = ofType(component.getGenericType());
            properties.set(RecordWalk.name(component), mayBeMissing ? orNull(value) : value);
            if (!mayBeMissing) {
                required.add(RecordWalk.name(component));
            }
        }
        schema.set("required", required);
        return schema;
    }

    private ObjectNode ofType(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            ObjectNode element = ofType(arguments[arguments.length - 1]);
            return generic.getRawType() == List.class
                    ? object("array").set("items", element)
                    : object("object").set("additionalProperties", element);
        }
        Class<?> plain = (Class<?>) type;
        ObjectNode simple = ofPlain(plain);
        return simple != null ? simple : reference(plain);
    }

    private static @Nullable ObjectNode ofPlain(Class<?> type) {
        if (type == String.class) {
            return object("string");
        }
        if (type == Instant.class) {
            return object("string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return object("string").put("format", "date");
        }
        if (type == LocalTime.class) {
            return object("string").put("pattern", "^\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?$");
        }
        if (type == Duration.class) {
            return object("string").put("pattern", "^PT(-?\\d+H)?(-?\\d+M)?(-?\\d+(\\.\\d+)?S)?$");
        }
        if (type == WorkTime.class) {
            return object("string").put("pattern", "^(P\\d{1,4}D|PT(-?\\d+H)?(-?\\d+M)?(-?\\d+(\\.\\d+)?S)?)$");
        }
        if (type == byte[].class) {
            return object("string").put("contentEncoding", "base64");
        }
        if (type == BigDecimal.class) {
            return object("number");
        }
        if (TRUTH.contains(type)) {
            return object("boolean");
        }
        return WHOLE.contains(type) ? object("integer") : null;
    }

    private ObjectNode reference(Class<?> type) {
        String name = EventsPage.name(type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, object()); // taken, should it meet itself
            definitions.put(name, type.isEnum() ? names(type) : ofRecord(type));
        }
        return object().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode names(Class<?> type) {
        ObjectNode schema = object("string");
        ArrayNode names = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(name -> names.add(name.toString()));
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = object();
            either.putArray("anyOf").add(schema).add(object("null"));
            return either;
        }
        String type = schema.path("type").textValue();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private static ObjectNode object(String type) {
        return object().put("type", type);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Visits every JSON object that stands for a record, inner ones first. */
final class RecordWalk {

    private RecordWalk() {}

    static void visit(@Nullable JsonNode json, Type type, BiConsumer<ObjectNode, Class<?>> visitor) {
        if (json == null || json.isNull()) {
            return;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            json.forEach(element -> visit(element, generic.getActualTypeArguments()[0], visitor));
        } else if (type instanceof Class<?> record && record.isRecord() && json.isObject()) {
            for (RecordComponent component : record.getRecordComponents()) {
                visit(json.get(name(component)), component.getGenericType(), visitor);
            }
            visitor.accept((ObjectNode) json, record);
        }
    }

    static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    static boolean mayBeMissing(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || Collection.class.isAssignableFrom(component.getType())
                || Map.class.isAssignableFrom(component.getType());
    }
}

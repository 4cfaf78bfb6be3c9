package dev.signalbox.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.intake.nativeformat.NativeTicket;
import dev.signalbox.intake.reading.Connection;
import dev.signalbox.intake.reading.Helpdesk;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The adapters, and which of them reads a payload. */
@ApplicationScoped
public class Helpdesks {

    private final TreeMap<String, Helpdesk> byKind = new TreeMap<>();
    private final List<Helpdesk> bySpecificShape;
    private final IntakeConfig config;

    public Helpdesks(@All List<Helpdesk> adapters, IntakeConfig config) {
        this.config = config;
        adapters.forEach(adapter -> byKind.put(adapter.kind(), adapter));
        // our own format has the most common field names, so it is asked last
        this.bySpecificShape = byKind.values().stream()
                .sorted(Comparator.comparing(
                        (Helpdesk adapter) -> adapter.kind().equals("native")))
                .toList();
    }

    public Set<String> kinds() {
        return byKind.keySet();
    }

    /**
     * Where a payload comes from.
     *
     * @param source the header, or null
     * @param sourceType the header, or null
     * @throws UnreadableRecord if nothing says which adapter should read it
     */
    public Connection connection(@Nullable String source, @Nullable String sourceType, JsonNode payload) {
        String name = source == null ? null : source.trim().toLowerCase(Locale.ROOT);
        if (name != null && !NativeTicket.NAME.matcher(name).matches()) {
            throw new UnreadableRecord(
                    "BAD_SOURCE",
                    "The header 'source' must be 1 to 64 lower-case letters, digits or . _ - for it is part of the"
                            + " ticket's id.",
                    null);
        }
        Optional<IntakeConfig.Source> settings = Optional.ofNullable(name).map(config.sources()::get);
        String kind = kind(name, sourceType, settings.flatMap(IntakeConfig.Source::type), payload);
        Set<String> staff = settings.flatMap(IntakeConfig.Source::staffDomains).orElse(Set.of()).stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String tenant = settings.map(IntakeConfig.Source::tenant).orElse("default");
        Set<String> echo = settings.flatMap(IntakeConfig.Source::writeBackUsers).orElse(Set.of());
        return new Connection(name == null ? kind : name, kind, tenant, staff, echo);
    }

    public Helpdesk adapter(Connection connection) {
        return byKind.get(connection.kind());
    }

    private String kind(@Nullable String name, @Nullable String header, Optional<String> configured, JsonNode payload) {
        String said = header == null ? null : header.trim().toLowerCase(Locale.ROOT);
        String kind = said != null ? said : configured.orElse(name);
        if (kind != null && byKind.containsKey(kind)) {
            return kind;
        }
        if (said != null || configured.isPresent()) {
            throw new UnreadableRecord(
                    "NO_ADAPTER", "There is no adapter of that source type; there are " + byKind.keySet() + ".", null);
        }
        return bySpecificShape.stream()
                .filter(adapter -> adapter.recognises(payload))
                .map(Helpdesk::kind)
                .findFirst()
                .orElseThrow(() -> new UnreadableRecord(
                        "UNKNOWN_SOURCE",
                        "Neither a header 'source' or 'sourcetype' nor the shape says which helpdesk this is; there are"
                                + " adapters for " + byKind.keySet() + ".",
                        null));
    }
}

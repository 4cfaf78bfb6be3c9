package dev.signalbox.local.story;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.local.TopicScan;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Everything that all topics know of one ticket, in time order. */
public final class Story {

    private static final Map<Topic, Function<byte[], StoryLine>> NARRATORS = new EnumMap<>(Map.of(
            Topic.TICKETS_RAW, value -> Facts.arrived(Json.decode(value, Ticket.class)),
            Topic.TICKETS_ACTIVITY, value -> Facts.happened(Json.decode(value, Activity.class)),
            Topic.TICKETS_ENRICHED, value -> Decisions.understood(Json.decode(value, CaseFile.class)),
            Topic.TICKETS_SCORED, value -> Decisions.scored(Json.decode(value, CaseFile.class)),
            Topic.TICKETS_ROUTED, value -> Routing.routed(Json.decode(value, CaseFile.class)),
            Topic.REVIEWS, value -> Routing.reviewed(Json.decode(value, Review.class)),
            Topic.SLA_TIMERS, value -> Clocks.due(Json.decode(value, SlaTimer.class)),
            Topic.SLA_CLOCKS, value -> Clocks.changed(Json.decode(value, ClockChange.class)),
            Topic.SLA_ACTIONS, value -> Clocks.acted(Json.decode(value, SlaAction.class)),
            Topic.ESCALATIONS, value -> Escalations.changed(Json.decode(value, Escalation.class))));

    private Story() {}

    /** The topics that tell of tickets under their key. */
    public static List<Topic> topics() {
        return List.copyOf(NARRATORS.keySet());
    }

    /**
     * One record in words; empty for topics that tell of no ticket.
     *
     * @throws dev.signalbox.contracts.UnreadableRecord if the value is not as agreed
     */
    public static Optional<StoryLine> line(Topic topic, byte[] value) {
        if (topic == Topic.TICKETS_QUARANTINE) {
            return Optional.of(Facts.setAside(Json.decode(value, Quarantined.class)));
        }
        return Optional.ofNullable(NARRATORS.get(topic)).map(narrator -> narrator.apply(value));
    }

    /** The customer's own time zone, where the account names one that exists. */
    public static Optional<ZoneId> zoneOf(String ticketId, String bootstrapServers) {
        try (TopicScan scan = new TopicScan(bootstrapServers)) {
            return scan.of(Topic.TICKETS_ENRICHED, ticketId).stream()
                    .map(r -> Json.decode(r.value(), CaseFile.class).account().timeZone())
                    .filter(zone -> zone != null && ZoneId.getAvailableZoneIds().contains(zone))
                    .reduce((earlier, later) -> later)
                    .map(ZoneId::of);
        }
    }

    /** All that is known now; empty for a ticket that nobody has heard of. */
    public static List<StoryLine> of(String ticketId, String bootstrapServers) {
        List<StoryLine> lines = new ArrayList<>();
        try (TopicScan scan = new TopicScan(bootstrapServers)) {
            for (Topic topic : topics()) {
                scan.of(topic, ticketId).forEach(r -> line(topic, r.value()).ifPresent(lines::add));
            }
            scan.all(Topic.TICKETS_QUARANTINE).stream()
                    .map(r -> Json.decode(r.value(), Quarantined.class))
                    .filter(q -> ticketId.equals(q.key()))
                    .map(Facts::setAside)
                    .forEach(lines::add);
        }
        lines.sort(Comparator.comparing(StoryLine::at).thenComparing(StoryLine::who));
        return lines;
    }
}

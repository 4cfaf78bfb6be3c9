package dev.signalbox.watchdog;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.contracts.UnreadableRecord;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that was read: which ticket it is about and how to tell its watch.
 *
 * @param policyVersion the policy that has to be there before it can be told, or null
 * @param owner the agent who has the ticket from now on, or null
 * @param timer whether a level is due, for which the owner's presence is needed
 */
record Heard(
        String ticketId,
        String policyVersion,
        String owner,
        boolean timer,
        BiConsumer<TicketWatch, Function<String, Presence>> tell) {

    /**
     * Reads a record of the ticket's channel.
     *
     * @throws UnreadableRecord if it is not what its topic carries
     */
    static Heard from(ConsumerRecord<String, byte[]> record) {
        return switch (Topic.named(record.topic())) {
            case TICKETS_SCORED -> scored(Json.decode(record.value(), CaseFile.class));
            case TICKETS_ROUTED -> routed(record.key(), Json.decode(record.value(), Routed.class));
            case TICKETS_ACTIVITY -> happened(Json.decode(record.value(), Activity.class));
            case ESCALATIONS -> escalated(Json.decode(record.value(), Escalation.class));
            case SLA_TIMERS -> due(Json.decode(record.value(), SlaTimer.class));
            default -> throw new UnreadableRecord("WRONG_TOPIC", "The watchdog does not read this topic.", null);
        };
    }

    private static Heard scored(CaseFile scored) {
        return new Heard(
                scored.ticket().id(), scored.policyVersion(), null, false, (watch, presence) -> watch.scored(scored));
    }

    /** What the watchdog reads of {@code tickets.routed}: it knows the rest from {@code tickets.scored}. */
    private record Routed(Route route) {}

    private static Heard routed(String ticketId, Routed routed) {
        Route route = routed.route();
        if (ticketId == null) {
            throw new UnreadableRecord("NO_TICKET", "The key of a record on tickets.routed is the ticket's id.", null);
        }
        if (route == null) {
            throw new UnreadableRecord("NOT_ROUTED", "A case on tickets.routed needs the section route.", null);
        }
        return new Heard(ticketId, null, route.agentId(), false, (watch, presence) -> watch.routed(route));
    }

    private static Heard happened(Activity activity) {
        return new Heard(activity.ticketId(), null, null, false, (watch, presence) -> watch.happened(activity));
    }

    private static Heard escalated(Escalation escalation) {
        return new Heard(escalation.ticketId(), null, null, false, (watch, presence) -> watch.escalated(escalation));
    }

    private static Heard due(SlaTimer timer) {
        return new Heard(timer.ticketId(), null, null, true, (watch, presence) -> watch.due(timer, presence));
    }
}

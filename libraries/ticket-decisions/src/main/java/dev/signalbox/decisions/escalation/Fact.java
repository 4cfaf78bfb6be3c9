package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.SlaAction;
import java.time.Instant;

/** What the escalation station hears about a ticket. */
public sealed interface Fact {

    /** The ticket's id. */
    String ticketId();

    /** A record of {@code tickets.scored}. */
    record Scored(CaseFile file) implements Fact {
        @Override
        public String ticketId() {
            return file.ticket().id();
        }
    }

    /** A record of {@code tickets.routed}. */
    record Routed(CaseFile file) implements Fact {
        @Override
        public String ticketId() {
            return file.ticket().id();
        }
    }

    /** A record of {@code sla.actions}. */
    record Watched(SlaAction action) implements Fact {
        @Override
        public String ticketId() {
            return action.ticketId();
        }
    }

    /** A record of {@code tickets.activity}. */
    record Happened(Activity activity) implements Fact {
        @Override
        public String ticketId() {
            return activity.ticketId();
        }
    }

    /**
     * The ticket's account had several breaches within the policy's window.
     *
     * @param at the time of the latest
     */
    record BreachedRepeatedly(String ticketId, int count, Instant at) implements Fact {}
}

package dev.signalbox.intake.reading;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Ticket;
import java.util.List;

/** What one record of a helpdesk comes to. */
public sealed interface Reading {

    /** What it consists of, flat, in the order in which it is published. */
    default List<Reading> parts() {
        return List.of(this);
    }

    /** A snapshot of a ticket. */
    record TicketTold(Ticket ticket) implements Reading {}

    /** Something that happened to a ticket. */
    record ActivityTold(Activity activity) implements Reading {}

    /** More than one of the others, for example a changed ticket and its change of status. */
    record Several(List<Reading> all) implements Reading {

        public Several {
            all = all.stream().flatMap(one -> one.parts().stream()).toList();
        }

        @Override
        public List<Reading> parts() {
            return all;
        }
    }

    /** Left out on purpose: a counted outcome, no error. */
    record Skipped(Skip reason) implements Reading {}

    /** Cannot be understood: kept in quarantine. */
    record Refused(Quarantined.Reason reason) implements Reading {}

    /** {@code Skipped} for a reason. */
    static Reading skipped(Skip reason) {
        return new Skipped(reason);
    }

    /**
     * {@code Refused} for a reason.
     *
     * @param code stable, UPPER_CASE
     * @param sentence what is wrong and what is allowed; no content of the payload
     */
    static Reading refused(String code, String sentence) {
        return new Refused(new Quarantined.Reason(code, sentence));
    }

    /** One reading of all; nothing at all is {@code ifNone}. */
    static Reading of(List<Reading> all, Skip ifNone) {
        if (all.isEmpty()) {
            return new Skipped(ifNone);
        }
        return all.size() == 1 ? all.get(0) : new Several(all);
    }
}

package dev.signalbox.enrichment.cases;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.enrichment.cases.CaseState.Said;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hash of the facts that are worth a new version: later stages hear nothing of an assignment, of times, of open seats.
 */
final class Fingerprint {

    private Fingerprint() {}

    static String of(CaseState state, Ticket ticket, @Nullable AccountProfile account) {
        List<Object> facts = new ArrayList<>();
        facts.add(ofTicket(ticket));
        facts.add(state.said().stream().map(Said::activityId).toList());
        facts.add(state.personRequests());
        facts.add(state.correction());
        facts.add(state.reviewSequence());
        facts.add(ofAccount(account));
        return EventIds.of(Json.text(facts));
    }

    private static List<Object> ofTicket(Ticket ticket) {
        List<Object> facts = new ArrayList<>();
        facts.add(ticket.channel());
        facts.add(ticket.subject());
        facts.add(ticket.body());
        facts.add(ticket.language());
        facts.add(ticket.product());
        facts.add(ticket.region());
        facts.add(ticket.tags());
        facts.add(ticket.requester());
        facts.add(ticket.organizationId());
        facts.add(ticket.reportedPriority());
        facts.add(ticket.attachments());
        facts.add(new java.util.TreeMap<>(ticket.fields()));
        facts.add(ticket.imported());
        // a helpdesk may tell the end by a snapshot only
        facts.add(CaseFold.open(ticket.status()));
        return facts;
    }

    static List<Object> ofAccount(@Nullable AccountProfile account) {
        List<Object> facts = new ArrayList<>();
        if (account != null) {
            facts.add(account.id());
            facts.add(account.planTier());
            facts.add(account.arr());
            facts.add(account.health());
            facts.add(account.renewalDate());
            facts.add(account.contract());
            facts.add(account.timeZone());
            facts.add(account.contacts());
            facts.add(account.executive());
        }
        return facts;
    }
}

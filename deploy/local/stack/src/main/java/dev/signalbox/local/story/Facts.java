package dev.signalbox.local.story;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.local.story.StoryLine.Station;

/** What the outside told: a ticket, what happened to it later, and what could not be read. */
final class Facts {

    private Facts() {}

    static StoryLine arrived(Ticket ticket) {
        String from = ticket.requester().email() != null
                ? ticket.requester().email()
                : "somebody of organisation " + ticket.organizationId();
        String how = ticket.source() + " by " + Wording.plain(ticket.channel());
        return StoryLine.of(
                ticket.updatedAt(),
                Station.HELPDESK,
                from + " wrote to " + how + ": " + Wording.quote(ticket.subject()),
                Wording.quote(ticket.body()));
    }

    static StoryLine happened(Activity activity) {
        String said = activity.text() == null ? "" : ": " + Wording.quote(activity.text());
        return StoryLine.of(activity.at(), Station.HELPDESK, actor(activity.actor()) + " " + deed(activity) + said);
    }

    private static String actor(Actor actor) {
        String name = actor.email() != null ? actor.email() : actor.id();
        return switch (actor.kind()) {
            case CUSTOMER -> "The customer";
            case AGENT -> name == null ? "An agent" : "Agent " + name;
            case SYSTEM -> "An automation";
        };
    }

    private static String deed(Activity activity) {
        return switch (activity.kind()) {
            case CUSTOMER_REPLIED, AGENT_REPLIED -> activity.isPublic() ? "replied" : "noted";
            case STATUS_CHANGED -> "set the status to " + activity.status();
            case ASSIGNED -> "assigned it to " + activity.assignee();
            case PRIORITY_CHANGED -> "set the priority to " + activity.priority();
            case SOLVED -> "solved it";
            case REOPENED -> "reopened it";
            case MERGED -> "merged it into another ticket";
            case RATED -> "rated it with " + activity.rating() + " of 100";
            case ESCALATION_REQUESTED -> "asked for an escalation";
            case SELF_SERVICE_OUTCOME -> "answered the suggestion";
        };
    }

    static StoryLine setAside(Quarantined record) {
        return StoryLine.of(
                record.at(),
                Station.QUARANTINE,
                "A record was set aside by " + record.stage() + ": "
                        + record.reason().sentence(),
                "see: ./signalbox quarantine list (id " + record.id() + ")");
    }
}

package dev.signalbox.intake.nativeformat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.edge.Fault;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Helpdesk;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells tickets and activity in Signalbox's own format apart. */
@ApplicationScoped
public class NativeFormat implements Helpdesk {

    /** The name of the format and of its default source. */
    public static final String KIND = "native";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean recognises(JsonNode payload) {
        return isActivity(payload)
                || payload.path("requester").path("email").isTextual()
                        && (payload.path("subject").isTextual()
                                || payload.path("body").isTextual())
                || payload.path("organizationId").isTextual()
                        && payload.path("subject").isTextual();
    }

    @Override
    public Reading read(Delivery delivery) {
        return isActivity(delivery.payload()) ? activity(delivery) : ticket(delivery);
    }

    public Reading ticket(Delivery delivery) {
        List<Fault> faults = new ArrayList<>();
        Ticket ticket = NativeTicket.read(delivery, null, faults);
        return ticket == null ? refused(faults) : new Reading.TicketTold(ticket);
    }

    public Reading activity(Delivery delivery) {
        List<Fault> faults = new ArrayList<>();
        Activity activity = NativeActivity.read(delivery, null, faults);
        if (activity == null) {
            return refused(faults);
        }
        return isInternal(activity) ? Reading.skipped(Skip.PRIVATE_NOTE) : new Reading.ActivityTold(activity);
    }

    /** An answer that the customer cannot see. */
    public static boolean isInternal(Activity activity) {
        return activity.kind() == ActivityKind.AGENT_REPLIED && !activity.isPublic();
    }

    private static boolean isActivity(JsonNode payload) {
        return payload.path("kind").isTextual() && payload.path("ticketId").isTextual();
    }

    private static Reading refused(List<Fault> faults) {
        return Reading.refused(
                "NOT_AS_AGREED",
                faults.stream()
                        .map(fault -> (fault.pointer().isEmpty() ? "The record" : fault.pointer()) + " "
                                + fault.problem() + "; allowed: " + fault.allowed() + ".")
                        .collect(Collectors.joining(" ")));
    }
}

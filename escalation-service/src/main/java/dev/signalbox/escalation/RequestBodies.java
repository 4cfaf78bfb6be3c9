package dev.signalbox.escalation;

import dev.signalbox.edge.Fault;
import dev.signalbox.edge.JsonRequest;
import dev.signalbox.edge.ProblemException;
import java.util.Map;

/** Reads what was sent, or refuses it with every fault that it has. */
final class RequestBodies {

    private static final Map<String, Integer> LONGEST = Map.of("ticketId", 200, "by", 200, "role", 200, "note", 4_000);

    private RequestBodies() {}

    static EscalationResource.Request request(byte[] body) {
        return JsonRequest.read(body, EscalationResource.Request.class, LONGEST);
    }

    static EscalationResource.Act act(byte[] body) {
        return JsonRequest.read(body, EscalationResource.Act.class, LONGEST);
    }

    static ApprovalResource.Ask ask(byte[] body) {
        return JsonRequest.read(body, ApprovalResource.Ask.class, LONGEST);
    }

    static ApprovalResource.Decide decide(byte[] body) {
        return JsonRequest.read(body, ApprovalResource.Decide.class, LONGEST);
    }

    static ProblemException refuse(Fault... faults) {
        return JsonRequest.refuse(faults);
    }
}

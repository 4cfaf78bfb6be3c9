package dev.signalbox.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Finds every fault of a request before refusing it. */
final class Checks {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 4_000;

    private final List<Fault> faults = new ArrayList<>();

    private Checks() {}

    static Checks that(EscalationResource.Request request) {
        Checks checks = new Checks();
        if (request == null) {
            return checks.fault("", "no body", "{\"ticketId\", \"by\", \"note\"}");
        }
        return checks.required("/ticketId", request.ticketId(), LONGEST_NAME)
                .required("/by", request.by(), LONGEST_NAME)
                .required("/note", request.note(), LONGEST_NOTE);
    }

    static Checks that(EscalationResource.Act act) {
        Checks checks = new Checks();
        if (act == null) {
            return checks.fault("", "no body", "{\"by\", \"note\"}");
        }
        checks.required("/by", act.by(), LONGEST_NAME);
        return act.note() == null ? checks : checks.text("/note", act.note(), LONGEST_NOTE);
    }

    static ProblemException refuse(Fault fault) {
        return new ProblemException(400, "The request is not as agreed.", List.of(fault));
    }

    void throwFaults() {
        if (!faults.isEmpty()) {
            throw new ProblemException(400, "The request is not as agreed.", faults);
        }
    }

    private Checks required(String pointer, String value, int longest) {
        return value == null || value.isBlank()
                ? fault(pointer, "is missing", "text of 1.." + longest + " characters")
                : text(pointer, value, longest);
    }

    private Checks text(String pointer, String value, int longest) {
        if (value.length() > longest) {
            return fault(pointer, "has " + value.length() + " characters", "at most " + longest);
        }
        boolean unstorable = value.indexOf('\0') >= 0 || !value.equals(new String(utf8(value), UTF_8));
        return unstorable ? fault(pointer, "has NUL or a lone surrogate", "text that UTF-8 can hold") : this;
    }

    private Checks fault(String pointer, String problem, String allowed) {
        faults.add(new Fault(pointer, problem, allowed));
        return this;
    }

    private static byte[] utf8(String value) {
        return value.getBytes(UTF_8);
    }
}

package dev.signalbox.systemtests.invariants;

import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.History;

/** What nobody can read lies in quarantine. */
final class GarbageIsKept implements Invariant {

    @Override
    public String violation() {
        return "unreadable but not in quarantine";
    }

    @Override
    public void check(History history, Violations violations) {
        QuarantineIndex quarantine = new QuarantineIndex(history);
        history.accepted().stream()
                .filter(accepted -> accepted.kind() == Accepted.Kind.GARBAGE)
                .filter(accepted -> !quarantine.hasRecord(accepted))
                .forEach(accepted -> violations.add("helpdesk.events " + accepted.place()));
    }
}

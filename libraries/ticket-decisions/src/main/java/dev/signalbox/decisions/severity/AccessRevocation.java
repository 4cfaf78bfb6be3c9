package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.Cue;
import java.util.List;

/** Whether somebody's access must end (S15): unlike a password reset it cannot wait. */
final class AccessRevocation {

    private AccessRevocation() {}

    static boolean demandedIn(List<Message> messages) {
        boolean somebodyLeft = messages.stream().anyMatch(message -> message.asserts(CueNames.LEAVERS));
        return messages.stream().anyMatch(message -> demandedIn(message, somebodyLeft));
    }

    private static boolean demandedIn(Message message, boolean somebodyLeft) {
        if (message.asserts(CueNames.COMPROMISED)) {
            return true;
        }
        List<Cue> actions = message.asserted(CueNames.LOCK_OUT);
        if (actions.isEmpty()) {
            return false;
        }
        return somebodyLeft
                || message.asserted(CueNames.NOW).stream()
                        .anyMatch(now -> actions.stream().anyMatch(action -> action.sentence() == now.sentence()));
    }
}

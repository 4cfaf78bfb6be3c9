package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** No level is fired or acted on before it is due, whatever the wall clock of a process says (N12). */
final class NoLevelIsEarly implements Invariant {

    @Override
    public String violation() {
        return "levels before they were due";
    }

    @Override
    public void check(History history, Violations violations) {
        Map<LevelKey, Instant> dueAt = new HashMap<>();
        history.of(Topic.SLA_TIMERS, SlaTimer.class).forEach(said -> {
            SlaTimer timer = said.content();
            // a level that moves with its clock is due at the earliest of its moments at the earliest
            dueAt.merge(LevelKey.of(timer), timer.dueAt(), (one, other) -> one.isBefore(other) ? one : other);
            violations.addIf(
                    timer.firedAt().isBefore(timer.dueAt()),
                    LevelKey.of(timer) + " due at " + timer.dueAt() + " was fired at " + timer.firedAt());
        });
        history.of(Topic.SLA_ACTIONS, SlaAction.class).forEach(said -> {
            SlaAction action = said.content();
            Instant due = dueAt.get(LevelKey.of(action));
            violations.addIf(
                    due != null && action.at().isBefore(due),
                    LevelKey.of(action) + " due at " + due + " was decided at " + action.at());
        });
    }
}

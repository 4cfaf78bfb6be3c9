package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The effect key (ticket, clock, cycle, level) takes effect once: at one moment, each kind of effect at most once. */
final class LevelsActOnce implements Invariant {

    private static final Set<ClockEvent> EFFECTS = Set.of(ClockEvent.WARNED, ClockEvent.BREACHED);

    private record Effect(String kind, Instant at) {}

    @Override
    public String violation() {
        return "a level with two effects";
    }

    @Override
    public void check(History history, Violations violations) {
        Map<LevelKey, List<Effect>> effects = new HashMap<>();
        history.firsts(Topic.SLA_ACTIONS, SlaAction.class)
                .values()
                .forEach(of -> of.forEach(said -> {
                    SlaAction action = said.content();
                    add(effects, LevelKey.of(action), new Effect(action.action().name(), action.at()));
                }));
        history.firsts(Topic.SLA_CLOCKS, ClockChange.class)
                .values()
                .forEach(of -> of.forEach(said -> {
                    ClockChange change = said.content();
                    if (change.level() != null && EFFECTS.contains(change.kind())) {
                        add(
                                effects,
                                LevelKey.of(change),
                                new Effect(change.kind().name(), change.decidedAt()));
                    }
                }));
        effects.forEach((key, ofLevel) -> violations.addIf(actedTwice(ofLevel), key + ": " + ofLevel));
    }

    private static void add(Map<LevelKey, List<Effect>> effects, LevelKey key, Effect effect) {
        effects.computeIfAbsent(key, first -> new ArrayList<>()).add(effect);
    }

    private static boolean actedTwice(List<Effect> effects) {
        Set<String> kinds = new HashSet<>();
        Set<Instant> moments = new HashSet<>();
        effects.forEach(effect -> {
            kinds.add(effect.kind());
            moments.add(effect.at());
        });
        return kinds.size() < effects.size() || moments.size() > 1;
    }
}

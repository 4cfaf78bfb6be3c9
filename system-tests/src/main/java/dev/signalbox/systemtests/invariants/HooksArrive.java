package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Escalated;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Hooked;
import dev.signalbox.systemtests.history.Said;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every change of an escalation was taken by the receiver at least once, under one id with one content, rightly signed, and
 * those of one escalation in their order.
 */
final class HooksArrive implements Invariant {

    @Override
    public String violation() {
        return "webhooks lost, changed, forged or disordered";
    }

    @Override
    public void check(History history, Violations violations) {
        Map<String, String> digests = new HashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Hooked hook : history.hooked()) {
            violations.addIf(!hook.genuine(), hook.id() + " is not signed by the sender");
            String known = digests.putIfAbsent(hook.id(), hook.digest());
            violations.addIf(known != null && !known.equals(hook.digest()), hook.id() + " came with two contents");
            if (hook.taken()) {
                taken.add(hook.id());
            }
        }
        Map<String, Integer> places = new HashMap<>();
        taken.forEach(id -> places.put(id, places.size()));
        history.firsts(Topic.ESCALATIONS, Escalated.class).values().forEach(of -> check(of, places, violations));
    }

    private static void check(List<Said<Escalated>> ofTicket, Map<String, Integer> places, Violations violations) {
        Map<String, Integer> last = new HashMap<>();
        for (Said<Escalated> said : ofTicket) {
            Integer place = places.get(said.id());
            if (place == null) {
                violations.add(said.place() + " " + said.content().change() + " was never taken");
            } else {
                Integer before = last.put(said.content().id(), place);
                violations.addIf(
                        before != null && place < before,
                        said.place() + " " + said.content().change() + " came too early");
            }
        }
    }
}

package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.decisions.policy.Decided;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.routing.RecordedChoice;
import dev.signalbox.decisions.routing.RecordedChoice.Again;
import dev.signalbox.decisions.routing.RecordedChoice.Untold;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every recorded choice of an owner, made again by another policy from the candidates as they were recorded (N1). */
final class Choices {

    private static final int MOST_LISTED = 20;

    /**
     * One of them.
     *
     * @param recorded who was chosen; empty: nobody was eligible
     * @param now the same by the other policy, where the log tells
     */
    record Made(CaseFile file, Optional<String> recorded, Optional<String> now, Optional<Untold> untold) {

        boolean told() {
            return untold.isEmpty();
        }

        boolean otherwise() {
            return told() && !recorded.equals(now);
        }

        String ticketId() {
            return file.ticket().id();
        }
    }

    private final List<Made> made = new ArrayList<>();
    private int unrecorded;

    /**
     * Makes them again.
     *
     * @param policies published ones, by hash
     */
    Choices(TicketLog log, Function<String, Optional<PolicyDocument>> policies, PolicyDocument other) {
        Map<String, Optional<PolicyDocument>> known = new HashMap<>();
        known.put(other.hash(), Optional.of(other));
        for (CaseFile file : log.routed()) {
            if (file.route().demand() == null) {
                unrecorded += file.route().candidates().isEmpty() ? 0 : 1;
                continue;
            }
            RecordedChoice choice = known.computeIfAbsent(file.policyVersion(), policies)
                    .map(by -> RecordedChoice.of(file, by.policy().routingRules(), log.agents()))
                    .orElse(null);
            if (choice == null) {
                unrecorded++;
                continue;
            }
            Again again = choice.by(
                    other.policy().routingRules(),
                    Decided.of(other.policy(), file).file());
            made.add(new Made(
                    file,
                    Optional.ofNullable(choice.agentId()),
                    Optional.ofNullable(again.agentId()),
                    Optional.ofNullable(again.untold())));
        }
    }

    List<Made> made() {
        return made;
    }

    List<Made> different() {
        return made.stream().filter(Made::otherwise).toList();
    }

    /** How many the log does not tell. */
    long untold() {
        return unrecorded + made.stream().filter(each -> !each.told()).count();
    }

    /** Tickets of which a choice comes out otherwise, or is not told. */
    Set<String> unsettled() {
        Set<String> tickets = new HashSet<>();
        made.stream().filter(each -> !each.told() || each.otherwise()).forEach(each -> tickets.add(each.ticketId()));
        return tickets;
    }

    /** Assignments of each agent, as recorded and by the other policy; only of choices that the log tells. */
    private Map<String, int[]> loads() {
        Map<String, int[]> loads = new TreeMap<>();
        made.stream().filter(Made::told).forEach(each -> {
            each.recorded().ifPresent(agent -> loads.computeIfAbsent(agent, id -> new int[2])[0]++);
            each.now().ifPresent(agent -> loads.computeIfAbsent(agent, id -> new int[2])[1]++);
        });
        return loads;
    }

    /** Tells them. */
    void print(Consumer<String> out) {
        out.accept(different().size() + " of " + made.size()
                + " choices of an agent come out otherwise, given the candidates as recorded");
        different().stream()
                .limit(MOST_LISTED)
                .forEach(each -> out.accept("  " + each.ticketId() + " decision "
                        + each.file().route().sequence() + ": agent "
                        + each.recorded().orElse("nobody") + " -> "
                        + each.now().orElse("nobody")));
        if (different().size() > MOST_LISTED) {
            out.accept("  and " + (different().size() - MOST_LISTED) + " more");
        }
        if (untold() > 0) {
            Map<Untold, Integer> reasons = new EnumMap<>(Untold.class);
            made.forEach(each -> each.untold().ifPresent(why -> reasons.merge(why, 1, Integer::sum)));
            out.accept("Not told by the log: " + untold() + " choices ("
                    + reasons.getOrDefault(Untold.PROFILE, 0)
                    + " with agents whose profiles are not known or have changed, "
                    + reasons.getOrDefault(Untold.AVAILABILITY, 0)
                    + " that depend on agents of whom nobody asked whether"
                    + " they were free, "
                    + reasons.getOrDefault(Untold.LANE, 0) + " in lanes that the policy does not have, "
                    + unrecorded + " without a recorded demand or policy)");
        }
    }

    /** Tells how evenly they spread over agents. */
    String spread() {
        Map<String, int[]> loads = loads();
        return String.format(
                Locale.ROOT,
                "load spread over %d agents %.2f -> %.2f (Jain's index, 1 is even; %d choices that tell, %d not)",
                loads.size(),
                jain(loads, 0),
                jain(loads, 1),
                made.stream().filter(Made::told).count(),
                untold());
    }

    private static double jain(Map<String, int[]> loads, int which) {
        double sum = 0;
        double squares = 0;
        for (int[] load : loads.values()) {
            sum += load[which];
            squares += (double) load[which] * load[which];
        }
        return squares == 0 ? 1 : sum * sum / (loads.size() * squares);
    }
}

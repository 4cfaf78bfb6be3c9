package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.WarningSign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expects a customer's request before it is made (S50). A sign counts from when it was first seen in the ticket's present
 * life, also after it has passed: so the moment at which there are enough does not depend on the order in which scoring
 * and watchdog are heard. There are two such moments, without and with the watchdog's warning, and each is a signal.
 */
final class Prediction {

    private final PredictionPolicy policy;
    private final List<WarningSign> signs;
    private final Optional<Instant> warnedAt;

    private Prediction(PredictionPolicy policy, List<WarningSign> signs, Optional<Instant> warnedAt) {
        this.policy = policy;
        this.signs = signs;
        this.warnedAt = warnedAt;
    }

    static List<Signal> signals(TicketFacts facts, PredictionPolicy policy) {
        Lifespan life = facts.life();
        Map<PredictionSign, Instant> first = new EnumMap<>(PredictionSign.class);
        Stream.concat(facts.past().stream(), facts.holding().stream())
                .forEach(condition -> note(first, condition, condition.effectiveAt(life)));
        List<WarningSign> signs = first.entrySet().stream()
                .map(one -> sign(one.getKey(), one.getValue(), policy))
                .sorted(Comparator.comparing(WarningSign::since))
                .toList();
        Optional<Instant> warnedAt =
                facts.warned().stream().filter(at -> !life.isOver(at)).min(Comparator.naturalOrder());
        return new Prediction(policy, signs, warnedAt).signals();
    }

    private static void note(Map<PredictionSign, Instant> first, Condition condition, @Nullable Instant at) {
        if (condition.sign() != null && at != null) {
            first.merge(condition.sign(), at, (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    private static WarningSign sign(PredictionSign sign, Instant since, PredictionPolicy policy) {
        return new WarningSign(sign.name(), policy.worth(sign), since);
    }

    private List<Signal> signals() {
        List<Signal> found = new ArrayList<>();
        reached(policy.threshold()).ifPresent(at -> found.add(signal("predicted@" + at, at, until(at))));
        int warning = policy.worth(PredictionSign.CLOCK_WARNED);
        if (warnedAt.isPresent() && warning > 0) {
            Instant warned = warnedAt.get();
            reached(policy.threshold() - warning)
                    .map(at -> at.isBefore(warned) ? warned : at)
                    .ifPresent(at -> {
                        List<WarningSign> all = new ArrayList<>(until(at));
                        all.add(sign(PredictionSign.CLOCK_WARNED, warned, policy));
                        found.add(signal("predicted/clock@" + at, at, all));
                    });
        }
        return found;
    }

    /** When the signs first had so many points together; a warning alone is none. */
    private Optional<Instant> reached(int points) {
        int sum = 0;
        for (WarningSign sign : signs) {
            sum += sign.points();
            if (sum >= points) {
                return Optional.of(sign.since());
            }
        }
        return Optional.empty();
    }

    private List<WarningSign> until(Instant moment) {
        return signs.stream().filter(sign -> !sign.since().isAfter(moment)).toList();
    }

    private Signal signal(String key, Instant at, List<WarningSign> because) {
        String listed =
                because.stream().map(sign -> sign.sign() + " " + sign.points()).collect(Collectors.joining(", "));
        int sum = because.stream().mapToInt(WarningSign::points).sum();
        String reason = "a request for a manager is expected: " + listed + " are " + sum + " of " + policy.threshold();
        EscalationTrigger trigger = EscalationTrigger.CUSTOMER_REQUEST;
        return new Signal(trigger + "/" + key, trigger, at, reason, null, 0, true, null, because);
    }
}

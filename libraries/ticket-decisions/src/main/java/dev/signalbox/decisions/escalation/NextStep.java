package dev.signalbox.decisions.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a chain tells next: the first step from a level on that reaches somebody now, or the one that will do so first.
 *
 * @param level of that step
 * @param who null: nobody can be told now
 * @param at when somebody can be told; null: no time is known
 * @param passedOver owners of the steps before it, which reach nobody now
 */
record NextStep(int level, @Nullable String who, @Nullable Instant at, List<String> passedOver) {

    static NextStep of(Opening opening, int from, Reachability reach, Instant now) {
        List<String> passedOver = new ArrayList<>();
        int lowest = Math.max(1, Math.min(from, opening.chain().size()));
        NextStep first = new NextStep(lowest, null, null, List.of());
        for (int level = lowest; level <= opening.chain().size(); level++) {
            ChainStep step = opening.step(level);
            Optional<String> who = reach.told(step, now);
            if (who.isPresent()) {
                return new NextStep(level, who.get(), now, List.copyOf(passedOver));
            }
            passedOver.add(step.owner());
            Instant next = reach.next(step, now).orElse(null);
            if (next != null && (first.at() == null || next.isBefore(first.at()))) {
                first = new NextStep(level, null, next, List.of());
            }
        }
        return first;
    }

    /** A note with what there is to say about the way to this step. */
    @Nullable
    String explained(@Nullable String note) {
        String addition = null;
        if (who == null) {
            addition = at == null ? "nobody can be told" : "nobody can be told before " + at;
        } else if (!passedOver.isEmpty()) {
            addition = "out of reach now: " + String.join(", ", passedOver);
        }
        if (addition == null || note == null) {
            return note == null ? addition : note;
        }
        return note + "; " + addition;
    }
}

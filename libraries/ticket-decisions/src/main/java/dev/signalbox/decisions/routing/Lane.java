package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.signalbox.decisions.validation.Allowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to look for an owner: steps that are tried in order.
 *
 * @param alert true: someone must be told at once (S19)
 */
public record Lane(boolean alert, Picking picking, List<Step> steps) {

    /** How one of several eligible agents is picked. */
    public enum Picking {
        /** Most points. */
        BEST,
        /** Whose last assignment is the longest ago (S22). */
        ROUND_ROBIN
    }

    public Lane {
        steps = List.copyOf(Allowed.present("routing.lanes.steps", steps));
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("routing.lanes.steps is empty; allowed: at least one step");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).after().compareTo(steps.get(i - 1).after()) < 0) {
                throw new IllegalArgumentException(
                        "routing.lanes.steps: 'after' must not fall from one step to the next, but step " + (i + 1)
                                + " does");
            }
        }
    }

    @JsonCreator
    static Lane read(@Nullable Boolean alert, @Nullable Picking picking, List<Step> steps) {
        return new Lane(Boolean.TRUE.equals(alert), picking == null ? Picking.BEST : picking, steps);
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.RouteCause;
import org.jspecify.annotations.Nullable;

/**
 * A ticket looks for an owner.
 *
 * @param keep true: if nobody else is eligible the present owner keeps it
 * @param preferred gets it if he is eligible (P22), or null
 * @param expertsFirst T3 is asked before the lane's own steps
 */
record Wish(RouteCause cause, boolean keep, @Nullable String preferred, boolean expertsFirst) {

    static Wish because(RouteCause cause) {
        return new Wish(cause, false, null, false);
    }

    static Wish keeping(RouteCause cause) {
        return new Wish(cause, true, null, false);
    }
}

package dev.signalbox.decisions.score;

import dev.signalbox.contracts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The four factors of the priority score (S17) before they become points.
 *
 * @param arr annual recurring revenue, whole units, 0 or more
 * @param health 0..100, 100 is healthy
 * @param daysToRenewal whole days, negative after the date; null: no date
 */
public record Factors(
        long arr, int health, Severity severity, @Nullable Long daysToRenewal) {

    public Factors {
        if (arr < 0) {
            throw new IllegalArgumentException("arr must be 0 or more");
        }
        if (health < 0 || health > 100) {
            throw new IllegalArgumentException("health must be 0..100");
        }
    }

    Factors withArr(long other) {
        return new Factors(other, health, severity, daysToRenewal);
    }

    Factors withHealth(int other) {
        return new Factors(arr, other, severity, daysToRenewal);
    }

    Factors withSeverity(Severity other) {
        return new Factors(arr, health, other, daysToRenewal);
    }

    Factors withDaysToRenewal(long other) {
        return new Factors(arr, health, severity, other);
    }
}

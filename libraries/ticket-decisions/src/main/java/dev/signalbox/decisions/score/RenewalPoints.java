package dev.signalbox.decisions.score;

/**
 * Points by whole days until the renewal date (S17).
 *
 * @param daysBefore points by days that are left, never rising
 * @param overdueDays for so long after the date an account that has not renewed has {@code overduePoints}, then none
 * @param overduePoints 0..100
 */
public record RenewalPoints(Curve daysBefore, int overdueDays, int overduePoints) {

    public RenewalPoints {
        if (daysBefore == null || !daysBefore.falls()) {
            throw new IllegalArgumentException(
                    "score.renewal.daysBefore must be a curve that never rises: a nearer renewal never has fewer points");
        }
        if (overdueDays < 0) {
            throw new IllegalArgumentException("score.renewal.overdueDays must be 0 or more, is " + overdueDays);
        }
        Points.require("score.renewal.overduePoints", overduePoints);
    }

    Fraction at(long days) {
        if (days >= 0) {
            return daysBefore.at(days);
        }
        return Fraction.whole(isLongOverdue(days) ? 0 : overduePoints);
    }

    boolean isLongOverdue(long days) {
        return days < -overdueDays;
    }
}

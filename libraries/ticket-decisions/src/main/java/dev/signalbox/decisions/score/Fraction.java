package dev.signalbox.decisions.score;

/**
 * Points of a factor as an exact fraction, so that a contribution is rounded once and only once (N2).
 *
 * @param numerator 0 or more, at most 10^14
 * @param denominator 1..10^12
 */
record Fraction(long numerator, long denominator) {

    static Fraction whole(long points) {
        return new Fraction(points, 1);
    }

    /**
     * This many points under a weight, in hundredths of a point, rounded HALF_UP.
     *
     * @param tenThousandths the weight times 10 000, at most 10 000
     */
    long weighted(long tenThousandths) {
        long exact = numerator * tenThousandths;
        long unit = denominator * 100;
        long whole = exact / unit;
        return 2 * (exact % unit) >= unit ? whole + 1 : whole;
    }
}

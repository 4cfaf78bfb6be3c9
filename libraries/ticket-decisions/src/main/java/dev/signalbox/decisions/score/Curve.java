package dev.signalbox.decisions.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * Points of a factor as straight lines between corners; flat before the first corner and after the last.
 *
 * @param corners at least one, {@code x} rising; in YAML {@code [x, points]}
 */
public record Curve(@JsonValue List<Corner> corners) {

    private static final long MAX_X = 1_000_000_000_000L;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Curve {
        if (corners == null || corners.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least one corner [x, points]");
        }
        corners = List.copyOf(corners);
        for (int i = 1; i < corners.size(); i++) {
            if (corners.get(i).x() <= corners.get(i - 1).x()) {
                throw new IllegalArgumentException("the corners of a curve must rise, but "
                        + corners.get(i).x() + " follows " + corners.get(i - 1).x());
            }
        }
    }

    /**
     * A corner of a curve.
     *
     * @param x 0..10^12, whole units
     * @param points 0..100
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"x", "points"})
    public record Corner(long x, int points) {

        public Corner {
            if (x < 0 || x > MAX_X) {
                throw new IllegalArgumentException("x of a corner must be 0.." + MAX_X + ", is " + x);
            }
            if (points < 0 || points > 100) {
                throw new IllegalArgumentException("the points of a corner must be 0..100, are " + points);
            }
        }
    }

    /** The exact points at {@code x}. */
    Fraction at(long x) {
        Corner from = corners.get(0);
        if (x <= from.x()) {
            return Fraction.whole(from.points());
        }
        for (Corner to : corners) {
            if (x <= to.x()) {
                long width = to.x() - from.x();
                return new Fraction(from.points() * (to.x() - x) + to.points() * (x - from.x()), width);
            }
            from = to;
        }
        return Fraction.whole(from.points());
    }

    /** From here on to the right the curve is flat. */
    long end() {
        return corners.get(corners.size() - 1).x();
    }

    /** Never falls from left to right. */
    boolean rises() {
        return isOrdered(1);
    }

    /** Never rises from left to right. */
    boolean falls() {
        return isOrdered(-1);
    }

    private boolean isOrdered(int direction) {
        for (int i = 1; i < corners.size(); i++) {
            if (direction
                            * Integer.compare(
                                    corners.get(i).points(), corners.get(i - 1).points())
                    < 0) {
                return false;
            }
        }
        return true;
    }
}

package dev.signalbox.local.lab;

import dev.signalbox.contracts.Band;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Tickets as they come in: Poisson with an intensity that follows the hour, by thinning; handling times are lognormal.
 * The same seed and load give the same tickets.
 */
final class Traffic {

    static final int AGENTS = 20;
    static final int DAYS = 28;
    static final double HANDLING_MINUTES = 25;

    private static final double SIGMA = 0.8;
    private static final double MINUTE = 60_000;
    private static final int MINUTES_OF_DAY = 1440;
    private static final int MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;
    private static final double QUIET = 0.55;
    private static final double DAYTIME = 0.9;
    private static final double PEAK = 1.6;
    private static final double[] SHARES = {0.05, 0.15, 0.40, 0.30, 0.10};
    private static final Map<Band, Duration> TARGETS = new EnumMap<>(Map.of(
            Band.CRITICAL, Duration.ofMinutes(15),
            Band.HIGH, Duration.ofHours(1),
            Band.STANDARD, Duration.ofHours(4),
            Band.LOW, Duration.ofHours(8),
            Band.SELF_SERVICE, Duration.ofHours(24)));
    private static final double WEEKLY_MEAN = weeklyMean();

    private Traffic() {}

    /** First response target. */
    static Duration target(Band band) {
        return TARGETS.get(band);
    }

    /**
     * Four weeks of tickets.
     *
     * @param load arrival rate times mean handling time, divided by the agents
     */
    static List<Arrival> of(long seed, double load, Crew crew) {
        Random random = new Random(seed);
        Random other = new Random(~seed);
        double most = (QUIET + DAYTIME) * PEAK / WEEKLY_MEAN;
        double perMinute = load * AGENTS / HANDLING_MINUTES;
        List<Arrival> arrivals = new ArrayList<>();
        double minute = 0;
        while (true) {
            minute -= StrictMath.log(1 - random.nextDouble()) / (perMinute * most);
            if (minute >= DAYS * MINUTES_OF_DAY) {
                return arrivals;
            }
            if (random.nextDouble() * most <= weight(minute) / WEEKLY_MEAN) {
                Band band = band(random.nextDouble());
                double handling = handling(random);
                arrivals.add(new Arrival(
                        arrivals.size(),
                        band,
                        Math.round(minute * MINUTE),
                        Math.round(handling * MINUTE),
                        other.nextInt(crew.skills()),
                        other.nextDouble() < crew.handedBack() ? 1 : 0));
            }
        }
    }

    /** Lognormal, in minutes. */
    static double handling(Random random) {
        double location = StrictMath.log(HANDLING_MINUTES) - SIGMA * SIGMA / 2;
        return StrictMath.exp(location + SIGMA * random.nextGaussian());
    }

    private static Band band(double share) {
        double sum = 0;
        for (int i = 0; i < SHARES.length - 1; i++) {
            sum += SHARES[i];
            if (share < sum) {
                return Band.values()[i];
            }
        }
        return Band.SELF_SERVICE;
    }

    private static double weight(double minute) {
        double hour = minute % MINUTES_OF_DAY / 60;
        long day = (long) (minute / MINUTES_OF_DAY);
        double weight = hour >= 6 && hour <= 20 ? QUIET + DAYTIME * StrictMath.sin(Math.PI * (hour - 6) / 14) : QUIET;
        return day % 7 == 6 && hour >= 10 && hour < 13 ? weight * PEAK : weight;
    }

    private static double weeklyMean() {
        double sum = 0;
        for (int minute = 0; minute < MINUTES_OF_WEEK; minute++) {
            sum += weight(minute + 0.5);
        }
        return sum / MINUTES_OF_WEEK;
    }
}

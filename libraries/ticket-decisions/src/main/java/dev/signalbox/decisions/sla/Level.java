package dev.signalbox.decisions.sla;

/**
 * A point on a clock at which the watchdog acts.
 *
 * @param percent share of the clock's working time; 100 is the deadline
 */
public record Level(int percent, LevelAct act) {

    /** The percentage of the deadline. */
    public static final int DEADLINE = 100;

    public Level {
        if (percent < 1 || act == null) {
            throw new IllegalArgumentException(
                    "a level of sla.watchdog.levels needs a percent of 1 or more and an act, is " + percent + " "
                            + act);
        }
    }

    /** What the level leads to now. */
    public LevelVerdict judge(Situation situation) {
        return act.judge(this, situation);
    }

    /** Whether it warns of a breach that has not happened yet. */
    public boolean beforeTheDeadline() {
        return percent < DEADLINE;
    }
}

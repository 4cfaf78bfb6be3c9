package dev.signalbox.decisions.policy;

import dev.signalbox.decisions.validation.Allowed;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code reviews} section of the policy: when people last looked at its parts, and how often they should (S77). It
 * decides nothing; an overdue review is a metric and a warning.
 *
 * @param intents the categories and intents of the classifier
 * @param skills the agents' skill sets
 * @param matrix the routing matrix
 * @param targets what is promised to whom
 * @param arrRules what depends on annual recurring revenue
 */
public record ReviewCalendar(Review intents, Review skills, Review matrix, Review targets, Review arrRules) {

    /** What is reviewed. */
    public enum Subject {
        INTENTS,
        SKILLS,
        MATRIX,
        TARGETS,
        ARR_RULES
    }

    public ReviewCalendar {
        Allowed.present("reviews.intents", intents);
        Allowed.present("reviews.skills", skills);
        Allowed.present("reviews.matrix", matrix);
        Allowed.present("reviews.targets", targets);
        Allowed.present("reviews.arrRules", arrRules);
    }

    /**
     * A review that is repeated.
     *
     * @param last when it was last made, or null: nobody has said, so nothing is due
     * @param every how often it is to be made, in days, months or years, for example P1M
     */
    public record Review(@Nullable LocalDate last, Period every) {

        public Review {
            if (every == null || every.isNegative() || every.isZero()) {
                throw new IllegalArgumentException(
                        "reviews.every must be a period above zero such as P1M, is " + every);
            }
        }

        /** The day by which it is to be made again; null: not known. */
        public @Nullable LocalDate dueOn() {
            return last == null ? null : last.plus(every);
        }

        /** Whether it was due before that day. */
        public boolean overdue(LocalDate today) {
            LocalDate due = dueOn();
            return due != null && due.isBefore(today);
        }
    }

    /** Every review. */
    public Map<Subject, Review> all() {
        Map<Subject, Review> all = new EnumMap<>(Subject.class);
        all.put(Subject.INTENTS, intents);
        all.put(Subject.SKILLS, skills);
        all.put(Subject.MATRIX, matrix);
        all.put(Subject.TARGETS, targets);
        all.put(Subject.ARR_RULES, arrRules);
        return all;
    }

    /** The review of a subject, or null where the policy has no calendar. */
    static @Nullable Review of(@Nullable ReviewCalendar calendar, Subject subject) {
        return calendar == null ? null : calendar.all().get(subject);
    }
}

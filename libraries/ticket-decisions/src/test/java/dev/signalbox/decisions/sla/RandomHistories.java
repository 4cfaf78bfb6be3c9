package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Histories of a ticket, every fact at a whole minute, so that facts often share one. */
final class RandomHistories {

    static final Instant CREATED = Instant.parse("2026-11-22T09:00:00Z");
    static final int MINUTES = 600;

    private static final int[] TARGETS = {15, 60, 240, 480, 1440};

    private final Random random;
    private final boolean wild;

    private RandomHistories(Random random, boolean wild) {
        this.random = random;
        this.wild = wild;
    }

    /** Every ticket is seen when it is created, and versions come in the order of their times. */
    static RandomHistories tame(Random random) {
        return new RandomHistories(random, false);
    }

    /** Now and then a ticket is imported, a database's clock is set back, or a holiday is added or taken back. */
    static RandomHistories wild(Random random) {
        return new RandomHistories(random, true);
    }

    /** Facts of one ticket, in no order. */
    List<UnaryOperator<ClockFacts>> facts() {
        List<UnaryOperator<ClockFacts>> facts = new ArrayList<>();
        Terms terms = null;
        Instant asOf = CREATED;
        for (int version = 1; version <= 1 + random.nextInt(5); version++) {
            terms = terms == null || random.nextInt(4) > 0 ? terms() : terms;
            ScoredFact fact = new ScoredFact(version, asOf, version, asOf, terms);
            facts.add(known -> known.with(fact));
            asOf = asOf.plus(Duration.ofMinutes(random.nextInt(150) - (wild ? 10 : 0)));
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            ActivityFact fact = activity("a" + i);
            facts.add(known -> known.with(fact));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            ClockKind clock = pick(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION, ClockKind.NEXT_RESPONSE, null);
            EscalationFact fact = new EscalationFact("e" + i, moment(), pick(EscalationTrigger.values()), clock);
            EscalationEnd end = new EscalationEnd("e" + i, moment());
            facts.add(known -> known.with(fact));
            if (random.nextBoolean()) {
                facts.add(known -> known.with(end));
            }
        }
        if (random.nextInt(3) == 0) {
            Instant at = moment();
            Instant dueAt = at.plus(Duration.ofMinutes(random.nextInt(2000)));
            LooseningFact fact = new LooseningFact("l", at, pick(ClockKind.values()), dueAt, "lena", "agreed");
            facts.add(known -> known.with(fact));
        }
        for (int i = wild ? random.nextInt(3) : 0; i > 0; i--) {
            CalendarFact fact = new CalendarFact(moment(), pick("starter", "holiday"));
            facts.add(known -> known.with(fact));
        }
        return facts;
    }

    private ActivityFact activity(String id) {
        Instant at = moment();
        return switch (random.nextInt(20)) {
            case 0 -> new ActivityFact(id, at, false, Standing.MERGED, null);
            case 1, 2 -> new ActivityFact(id, at, false, Standing.DONE, null);
            case 3, 4 -> new ActivityFact(id, at, false, Standing.OPEN, null);
            case 5, 6, 7 -> new ActivityFact(id, at, false, Standing.WAITING, null);
            case 8, 9 -> new ActivityFact(id, at, true, Standing.WAITING, null);
            case 10 -> new ActivityFact(id, at, true, Standing.DONE, null);
            case 11 -> new ActivityFact(id, at, false, Standing.OPEN, "m-" + id);
            case 12 -> new ActivityFact(id, at, false, Standing.DONE, "m-" + id);
            case 13, 14, 15, 16 -> new ActivityFact(id, at, false, null, "m-" + id);
            default -> new ActivityFact(id, at, true, null, null);
        };
    }

    private Terms terms() {
        return new Terms(
                wild ? pick("starter", "holiday") : "starter",
                CREATED,
                wild && random.nextInt(20) == 0,
                pick(TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.SOLVED),
                random.nextBoolean() ? CREATED : moment(),
                pick(Severity.values()),
                pick(Band.values()),
                pick(PlanTier.values()),
                random.nextInt(101),
                random.nextInt(5) > 0,
                pick(Sentiment.Label.values()),
                random.nextBoolean(),
                target(1),
                target(1),
                target(2));
    }

    private Target target(int times) {
        return new Target(
                WorkTime.of(Duration.ofMinutes((long) times * TARGETS[random.nextInt(TARGETS.length)])),
                wild ? pick("24x7", "support") : "24x7");
    }

    private Instant moment() {
        return CREATED.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}

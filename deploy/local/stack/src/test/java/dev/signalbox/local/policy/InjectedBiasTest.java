package dev.signalbox.local.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.decisions.policy.Decided;
import dev.signalbox.decisions.policy.Policy;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.policy.PromotionPolicy;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A policy that quietly starves one plan is found soon, and a fair one hardly ever is (N7; the figures of docs/policy.md). */
class InjectedBiasTest {

    private static final Policy STARTER = PolicyDocument.starter().policy();
    private static final PromotionPolicy RULES = STARTER.promotion();
    private static final int SEEDS = 40;
    private static final int FOUND_WITHIN = 600;
    private static final int FAIR_RUNS = 2000;
    private static final int FAIR_TICKETS = 2000;

    @Test
    void policyThatStarvesBasicIsFoundWithinSixHundredTickets() {
        Policy starving = SomeTickets.starterWith(
                        "BASIC: {P1: 50, P2: 50, P3: 30, P4: 0}", "BASIC: {P1: 30, P2: 0, P3: 0, P4: 0}")
                .policy();
        int[] found = new int[SEEDS];
        for (int seed = 1; seed <= SEEDS; seed++) {
            found[seed - 1] = ticketsUntilFound(starving, PlanTier.BASIC, seed);
        }
        Arrays.sort(found);
        System.out.printf(
                "a policy that starves BASIC is found after %d tickets in the median, %d at the most (%d seeds)%n",
                found[SEEDS / 2], found[SEEDS - 1], SEEDS);

        assertThat(found[SEEDS - 1]).isLessThanOrEqualTo(FOUND_WITHIN);
    }

    @Test
    void policyThatFavoursNobodyIsFoundUnfairNoMoreOftenThanStated() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("InjectedBiasTest runs with -Dsignalbox.seed=" + seed);
        Random random = new Random(seed);
        int alarms = 0;
        for (int run = 0; run < FAIR_RUNS; run++) {
            PairedTest test = test();
            double harmed = random.nextDouble();
            for (int i = 0; i < FAIR_TICKETS; i++) {
                test.add(random.nextInt(PlanTier.values().length) == 0, random.nextDouble() < harmed);
            }
            alarms += test.violated() ? 1 : 0;
        }
        System.out.printf("%d false alarms in %d fair runs of %d tickets%n", alarms, FAIR_RUNS, FAIR_TICKETS);

        // stated is one in a thousand: more than ten in two thousand runs have a chance below one in a hundred thousand
        assertThat(alarms).isLessThanOrEqualTo(10);
    }

    @Test
    void planThatIsHarmedAsOftenAsTheOthersIsNotFoundHoweverManyAreHarmed() {
        PairedTest test = test();
        for (int i = 0; i < FAIR_TICKETS; i++) {
            test.add(i % 2 == 0, true);
        }

        assertThat(test.violated()).isFalse();
    }

    private static PairedTest test() {
        return new PairedTest(RULES.odds().doubleValue(), RULES.falseAlarm().doubleValue());
    }

    private static int ticketsUntilFound(Policy other, PlanTier starved, long seed) {
        SomeTickets tickets = new SomeTickets(seed);
        PairedTest test = test();
        int count = 0;
        while (!test.violated() && count <= FOUND_WITHIN) {
            CaseFile file = tickets.next("sha256:starter");
            boolean worse = Promise.isWorse(Decided.of(STARTER, file).changesTo(Decided.of(other, file)));
            test.add(file.account().planTier() == starved, worse);
            count++;
        }
        return count;
    }
}

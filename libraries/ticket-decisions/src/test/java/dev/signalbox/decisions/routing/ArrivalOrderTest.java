package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Topics are read in any order among each other; the same facts give the same end (architecture: the fold commutes). */
class ArrivalOrderTest {

    private static final int CASES = Seeds.rounds(3_000);

    private final Random random = Seeds.random(ArrivalOrderTest.class);

    private record End(
            String owner, boolean accepted, boolean ended, String counted, TicketStatus status, boolean merged) {}

    @Test
    void theSameFactsGiveTheSameEndInAnyOrderAndWithRepetitions() {
        for (int i = 0; i < CASES; i++) {
            List<CaseFile> versions = versions();
            List<Activity> facts = facts();
            End inOrder = end(versions, facts);
            List<Activity> shuffled = new ArrayList<>(facts);
            shuffled.addAll(facts.subList(0, random.nextInt(facts.size() + 1)));
            Collections.shuffle(shuffled, random);

            assertThat(end(versions, shuffled)).as("facts " + facts).isEqualTo(inOrder);
        }
    }

    /** What was accepted stays accepted, even if it is heard later that the ticket had been solved meanwhile. */
    private static boolean ends(Activity activity) {
        return activity.kind() == ActivityKind.SOLVED;
    }

    /** Versions in their order, facts in the given order, interleaved at random. */
    private End end(List<CaseFile> versions, List<Activity> facts) {
        Floor floor = new Floor()
                .with(
                        Tickets.agent("ana", SupportTier.T1, 5, Map.of("billing", 5)),
                        Tickets.agent("eve", SupportTier.T3, 5, Map.of("billing", 5)))
                .later(Duration.ofMinutes(30));
        int version = 0;
        int fact = 0;
        while (version < versions.size() || fact < facts.size()) {
            if (fact == facts.size() || (version < versions.size() && random.nextBoolean())) {
                floor.scored(versions.get(version++));
            } else {
                floor.happened(facts.get(fact++));
            }
        }
        Floor.Kept kept = floor.ticket("t");
        Folded folded = Folded.of(kept.file().ticket(), kept.state().heard().facts());
        Owner owner = kept.state().ownership().owner();
        return new End(
                floor.ownerOf("t"),
                owner != null && owner.accepted() && facts.stream().noneMatch(ArrivalOrderTest::ends),
                kept.state().standing().ended(),
                kept.counted(),
                folded.status(),
                folded.merged());
    }

    private List<CaseFile> versions() {
        List<CaseFile> versions = new ArrayList<>();
        for (int version = 1; version <= 1 + random.nextInt(3); version++) {
            versions.add(Tickets.of(
                    version,
                    "t",
                    Band.STANDARD,
                    Tickets.analysis(),
                    PlanTier.PRO,
                    TicketStatus.NEW,
                    null,
                    Tickets.NOW,
                    Tickets.NOW));
        }
        return versions;
    }

    private List<Activity> facts() {
        List<Activity> facts = new ArrayList<>();
        for (int i = 0; i < random.nextInt(7); i++) {
            Instant at = Tickets.NOW.plusSeconds(random.nextInt(600));
            String id = "f" + i;
            facts.add(
                    switch (random.nextInt(6)) {
                        case 0 -> Floor.activity("t", id, at, ActivityKind.AGENT_REPLIED, "ana", null, null);
                        case 1 -> Floor.activity("t", id, at, ActivityKind.SOLVED, "ana", TicketStatus.SOLVED, null);
                        case 2 -> Floor.activity("t", id, at, ActivityKind.REOPENED, null, TicketStatus.OPEN, null);
                        case 3 ->
                            Floor.activity("t", id, at, ActivityKind.STATUS_CHANGED, null, TicketStatus.PENDING, null);
                        case 4 -> Floor.activity("t", id, at, ActivityKind.MERGED, "ana", null, null);
                        default -> Floor.activity("t", id, at, ActivityKind.CUSTOMER_REPLIED, null, null, null);
                    });
        }
        return facts;
    }
}

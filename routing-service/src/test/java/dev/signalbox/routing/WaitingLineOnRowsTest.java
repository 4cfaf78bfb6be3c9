package dev.signalbox.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.routing.Outcome;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line goes on where another replica, or this one before a restart, has left it. One agent serves it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(TwoReplicasTest.WithoutSweep.class)
class WaitingLineOnRowsTest {

    private static final QueuePolicy POLICY =
            PolicyDocument.starter().policy().routing().queue();
    private static final Duration TARGET = Duration.ofHours(4);

    @Inject
    Replicas replicas;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool pool;

    private final Line line = new Line();
    private final Map<String, Ownerships.Held> owned = new LinkedHashMap<>();

    @BeforeEach
    void oneAgent() {
        // whoever another test has left would serve these tickets too
        clear();
        String agent = line.skill() + "-agent";
        var profile = Examples.anAgent()
                .id(agent)
                .tier(SupportTier.T2)
                .senior()
                .capacity(1)
                .skill(line.skill(), 5)
                .build();
        restarted().registers(List.of(new Registration(agent, profile, Registration.OVER_HTTP)));
        restarted().sees(agent, Presence.ONLINE);
    }

    /** Whoever is left would be waited for by the tickets of the tests that follow. */
    @AfterEach
    void leaveNobody() {
        clear();
        line.close();
    }

    private void clear() {
        pool.query("truncate ticket, agent").executeAndAwait();
    }

    @Test
    void aRestartForgetsNeitherPassesNorOrder() {
        arrives(Band.CRITICAL, Duration.ZERO);
        arrives(Band.CRITICAL, Duration.ZERO);
        String ripe = arrives(Band.LOW, TARGET.multipliedBy(10));
        for (int i = 0; i < 2 * POLICY.expressRun() + 2; i++) {
            arrives(Band.CRITICAL, Duration.ZERO);
        }
        assertThat(owned).hasSize(2);

        List<Integer> servedInRound = new ArrayList<>();
        for (int round = 1; round <= POLICY.expressRun() + 1; round++) {
            List<Ownerships.Held> solved = List.copyOf(owned.values());
            owned.clear();
            learn(restarted().hears(TwoReplicasTest.solved(solved)));
            if (owned.containsKey(ripe)) {
                servedInRound.add(round);
            }
        }

        assertThat(servedInRound).containsExactly(POLICY.expressRun() + 1);
    }

    @Test
    void whoCanStillMakeItIsServedBeforeWhoIsLateAlready() {
        arrives(Band.STANDARD, Duration.ZERO);
        String late = arrives(Band.STANDARD, TARGET.multipliedBy(2));
        String later = arrives(Band.STANDARD, Duration.ofMinutes(1));
        String sooner = arrives(Band.STANDARD, TARGET.minusMinutes(1));

        assertThat(List.of(solvesAll(), solvesAll(), solvesAll())).containsExactly(sooner, later, late);
    }

    @Test
    void aQueuedTicketIsToldItsBoundAndAWaitBeyondIsCountedOnce() {
        arrives(Band.STANDARD, Duration.ZERO);
        CaseFile waiting = line.caseOf(Band.STANDARD, "55.00");
        Outcome queued = restarted().hears(news(waiting)).get(waiting.ticket().id());

        assertThat(queued.route().decision()).isEqualTo(RouteDecision.QUEUED);
        Duration claims = POLICY.claimWithin().multipliedBy((POLICY.expressRun() + 1L) * (POLICY.ripeCeiling() + 1));
        assertThat(queued.route().waitBound())
                .isBetween(
                        TARGET.multipliedBy(7).plus(claims).minusMinutes(5),
                        TARGET.multipliedBy(7).plus(claims));

        double before = beyondBound();
        pool.preparedQuery(
                        "update ticket set state = jsonb_set(state::jsonb, '{queued,latest}', '\"2026-01-01T00:00:00Z\"')"
                                + " where id = $1")
                .execute(Tuple.of(waiting.ticket().id()))
                .await()
                .indefinitely();
        restarted().sweeps(Map.of(waiting.ticket().id(), Dispatch.LOOK));
        restarted().sweeps(Map.of(waiting.ticket().id(), Dispatch.LOOK));

        assertThat(beyondBound()).isEqualTo(before + 1);
    }

    @Test
    void aRestartForgetsNobodysShare() {
        arrives(Band.STANDARD, Duration.ZERO);
        arrives(Band.STANDARD, Duration.ofMinutes(2));
        arrives(Band.STANDARD, Duration.ofMinutes(1));
        solvesAll();
        solvesAll();

        assertThat(pool.query("select assigned from agent")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getInteger("assigned"))
                .isEqualTo(3);
    }

    @Test
    void aRowWithoutAReadableCaseFileLeavesTheQueueAndStopsNobody() {
        arrives(Band.STANDARD, Duration.ZERO);
        String gone = arrives(Band.STANDARD, Duration.ofMinutes(3));
        String spoilt = arrives(Band.STANDARD, Duration.ofMinutes(2));
        String sound = arrives(Band.STANDARD, Duration.ofMinutes(1));
        pool.preparedQuery("update ticket set case_file = case id when $1 then null else '{' end where id in ($1, $2)")
                .execute(Tuple.of(gone, spoilt))
                .await()
                .indefinitely();
        double before = meters.counter("signalbox.queue.unreadable").count();

        Replica replica = replicas.start();
        List<Ownerships.Held> solved = List.copyOf(owned.values());
        owned.clear();
        learn(replica.hears(TwoReplicasTest.solved(solved)));
        learn(replica.hears(Map.of()));
        learn(replica.hears(Map.of()));

        assertThat(owned).containsOnlyKeys(sound);
        assertThat(solvesAll()).as("the others wait no longer").isEmpty();
        assertThat(meters.counter("signalbox.queue.unreadable").count()).isEqualTo(before + 2);
    }

    /** The ticket that is served when everything that is owned has been solved. */
    private String solvesAll() {
        List<Ownerships.Held> solved = List.copyOf(owned.values());
        owned.clear();
        learn(restarted().hears(TwoReplicasTest.solved(solved)));
        return String.join(" ", owned.keySet());
    }

    private String arrives(Band band, Duration ago) {
        CaseFile file = line.caseOf(band, "55.00", line.analysis().build(), ago);
        learn(restarted().hears(news(file)));
        return file.ticket().id();
    }

    private static Map<String, Dispatch.Change> news(CaseFile file) {
        News news = new News();
        news.add(Told.scored(file));
        return Map.of(file.ticket().id(), news);
    }

    private void learn(Map<String, Outcome> outcomes) {
        outcomes.forEach((id, outcome) -> {
            if (outcome.route() != null && outcome.route().decision() == RouteDecision.ASSIGNED) {
                owned.put(
                        id,
                        new Ownerships.Held(
                                id, outcome.route().agentId(), outcome.route().assignmentEpoch()));
            }
        });
    }

    private double beyondBound() {
        return meters.counter("signalbox.queue.bound.exceeded", "band", Band.STANDARD.name())
                .count();
    }

    private Replica restarted() {
        return replicas.start();
    }
}

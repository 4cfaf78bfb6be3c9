package dev.signalbox.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.routing.Outcome;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a decision costs with a short queue and with a long one, on PostgreSQL: one ticket is solved and the next one is
 * served; one ticket arrives and is queued. {@code ./signalbox cost} runs it with a million.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(TwoReplicasTest.WithoutSweep.class)
@EnabledIfSystemProperty(named = "signalbox.queued", matches = "\\d+", disabledReason = "it measures")
class DecisionCostTest {

    private static final int LONGEST = Integer.getInteger("signalbox.queued", 10_000);
    private static final int SHORTEST = 100;
    private static final int STEP = 100;
    private static final List<Integer> AGENTS = List.of(10, 1_000);
    private static final int BATCH = 250;
    private static final int WARM_UP = 150;
    private static final int MEASURED = 300;
    private static final double MOST = 6;

    /** Half of them late and not ripe yet, half in time, behind the real ones; never looked at, so without documents. */
    private static final String FILL = """
            insert into ticket (id, state, decision, queue, pool, due_at, waiting_since, band, ripe_at, number)
            select 'filler-' || i, '{}', decision, queue, pool,
                   now() + case when i % 2 = 0 then interval '2 days' + i * interval '0.1 second'
                                else -interval '1 second' - i * interval '0.01 second' end,
                   now() - interval '1 day', (array['HIGH', 'STANDARD', 'LOW', 'SELF_SERVICE'])[1 + i % 4],
                   now() + interval '3 days' + i * interval '0.1 second', i
            from ticket, generate_series(1, $2::int) as i where id = $1""";

    @Inject
    Replicas replicas;

    @Inject
    Pool pool;

    private record Cost(double served, double queued) {}

    @Test
    void aDecisionOverALongQueueCostsLittleMoreThanOverAShortOne() {
        System.out.println("| agents | queued | ms to serve the next | ms to queue one | ratio to " + SHORTEST + " |");
        System.out.println("|---|---|---|---|---|");
        for (int agents : AGENTS) {
            Cost shortest = null;
            for (int queued = SHORTEST; queued <= LONGEST; queued *= STEP) {
                Cost cost = measure(agents, queued);
                shortest = shortest == null ? cost : shortest;
                double ratio = Math.max(cost.served() / shortest.served(), cost.queued() / shortest.queued());
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %d | %.2f | %.2f | %.2f |%n",
                        agents,
                        queued,
                        cost.served(),
                        cost.queued(),
                        ratio);
                assertThat(ratio).as("%d queued to %d", queued, SHORTEST).isLessThanOrEqualTo(MOST);
            }
        }
    }

    @AfterEach
    void clear() {
        sql("truncate ticket, agent", Tuple.tuple());
    }

    private Cost measure(int agents, int queued) {
        clear();
        try (Line line = new Line()) {
            Replica replica = replicas.start();
            replica.registers(crew(line, agents));
            sql("update agent set presence = 'ONLINE', changed = nextval('agent_change')", Tuple.tuple());
            Queue<Ownerships.Held> owned = new ArrayDeque<>();
            for (int arrived = 0; arrived < agents; arrived += Math.min(agents, BATCH)) {
                arrive(replica, line, owned, Math.min(agents, BATCH));
            }
            String last = arrive(replica, line, owned, SHORTEST);
            assertThat(owned).as("everybody is busy").hasSize(agents);
            if (queued > SHORTEST) {
                sql(FILL, Tuple.of(last, queued - SHORTEST));
            }
            sql("analyze ticket", Tuple.tuple());
            double[] served = new double[MEASURED];
            double[] waits = new double[MEASURED];
            for (int i = -WARM_UP; i < MEASURED; i++) {
                long begin = System.nanoTime();
                learn(owned, replica.hears(TwoReplicasTest.solved(List.of(owned.remove()))));
                long between = System.nanoTime();
                arrive(replica, line, owned, 1);
                if (i >= 0) {
                    served[i] = (between - begin) / 1e6;
                    waits[i] = (System.nanoTime() - between) / 1e6;
                }
            }
            assertThat(owned).as("whoever is freed is given the next one").hasSize(agents);
            return new Cost(median(served), median(waits));
        }
    }

    /** So many tickets arrive together; answers with the id of the last one. */
    private static String arrive(Replica replica, Line line, Queue<Ownerships.Held> owned, int tickets) {
        Map<String, Dispatch.Change> batch = new LinkedHashMap<>();
        String last = "";
        for (int i = 0; i < tickets; i++) {
            CaseFile file = line.caseOf(Band.STANDARD, "55.00");
            News news = new News();
            news.add(Told.scored(file));
            last = file.ticket().id();
            batch.put(last, news);
        }
        learn(owned, replica.hears(batch));
        return last;
    }

    private static void learn(Queue<Ownerships.Held> owned, Map<String, Outcome> outcomes) {
        outcomes.forEach((id, outcome) -> {
            if (outcome.route() != null && outcome.route().decision() == RouteDecision.ASSIGNED) {
                owned.add(new Ownerships.Held(
                        id, outcome.route().agentId(), outcome.route().assignmentEpoch()));
            }
        });
    }

    private static List<Registration> crew(Line line, int agents) {
        List<Registration> registrations = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            var profile = Examples.anAgent()
                    .id(id(line, i))
                    .tier(SupportTier.T1)
                    .capacity(1)
                    .skill(line.skill(), 5)
                    .build();
            registrations.add(new Registration(profile.id(), profile, Registration.OVER_HTTP));
        }
        return registrations;
    }

    private static String id(Line line, int index) {
        return line.skill() + "-agent-" + index;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void sql(String statement, Tuple arguments) {
        pool.preparedQuery(statement).execute(arguments).await().indefinitely();
    }
}

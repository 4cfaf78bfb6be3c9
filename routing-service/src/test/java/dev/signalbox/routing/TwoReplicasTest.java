package dev.signalbox.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two replicas decide at the same time on one database, while agents come, go, accept, decline and solve. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(TwoReplicasTest.WithoutSweep.class)
class TwoReplicasTest {

    private static final int CLAIMS = Integer.getInteger("signalbox.claims", 10_000);
    private static final int AGENTS = 200;
    private static final int BATCH = 100;
    private static final int COMMANDS = 3;
    private static final int MOST_MINUTES = 4000;

    /** The service's own sweep would be a third replica, whose decisions the test does not hear. */
    public static final class WithoutSweep implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signalbox.routing.sweep", "P1D");
        }
    }

    @Inject
    Replicas replicas;

    @Inject
    Pool pool;

    private final long seed = Long.getLong("signalbox.seed", System.nanoTime());
    private final Ownerships ownerships = new Ownerships();
    private final Set<String> experts = new HashSet<>();

    @Test
    void noTicketIsLostOrOwnedTwiceAndNobodyGetsMoreThanHeCanCarry() {
        System.out.println("TwoReplicasTest runs with -Dsignalbox.seed=" + seed);
        try (Line line = new Line()) {
            Replica one = replicas.start();
            Replica two = replicas.start();
            List<Registration> agents = agents(line);
            agents.stream()
                    .filter(agent -> agent.profile().supportTier() == SupportTier.T3)
                    .forEach(agent -> experts.add(agent.agentId()));
            one.registers(agents);
            for (int i = 0; i < AGENTS; i++) {
                one.sees(agentId(line, i), Presence.ONLINE);
            }

            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> work(two, line, new Random(seed + 1)));
            work(one, line, new Random(seed));
            other.join();

            for (int i = 0; i < AGENTS; i++) {
                // who comes back takes tickets that wait
                ownerships.learn(one.sees(agentId(line, i), Presence.ONLINE));
            }
            for (int round = 0; !ownerships.open().isEmpty(); round++) {
                assertThat(round)
                        .as(() -> "rounds to serve and solve everything; open: "
                                + ownerships.open().size())
                        .isLessThan(200);
                ownerships.learn(one.sweeps(solved(ownerships.owned(2 * BATCH))));
            }
        }
        ownerships.check();
        assertThat(ownerships.owners()).as("nothing has opened T3").doesNotContainAnyElementsOf(experts);
        assertThat(ownerships.claims()).isGreaterThanOrEqualTo(CLAIMS);
        assertThat(ownerships.decisions()).isEqualTo(stored());
    }

    private void work(Replica replica, Line line, Random random) {
        while (ownerships.claims() < CLAIMS) {
            Map<String, Dispatch.Change> batch = solved(ownerships.owned(random.nextInt(2 * BATCH)));
            for (int i = 0; i < BATCH; i++) {
                CaseFile file;
                synchronized (line) {
                    Band band = Band.values()[random.nextInt(Band.values().length)];
                    Duration ago = Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(MOST_MINUTES) : 0);
                    file = line.caseOf(band, "55.00", line.analysis().build(), ago);
                }
                add(batch, file.ticket().id(), Told.scored(file));
            }
            ownerships.learn(replica.hears(batch));
            for (int i = 0; i < COMMANDS; i++) {
                Ownerships.Held held = ownerships.any(random);
                if (held != null) {
                    boolean accepts = random.nextBoolean();
                    ownerships.learn(replica.asked(held.ticketId(), accepts, held.agentId(), held.epoch()));
                }
            }
            Presence presence = random.nextInt(4) == 0 ? Presence.AWAY : Presence.ONLINE;
            ownerships.learn(replica.sees(agentId(line, random.nextInt(AGENTS)), presence));
        }
    }

    /** News that their owners have solved them. */
    static Map<String, Dispatch.Change> solved(List<Ownerships.Held> tickets) {
        Map<String, Dispatch.Change> batch = new LinkedHashMap<>();
        for (Ownerships.Held held : tickets) {
            String id = "solved " + held.ticketId() + " " + held.epoch();
            Actor actor = new Actor(Actor.Kind.AGENT, held.agentId(), null);
            Activity activity = new Activity(
                    held.ticketId(),
                    id,
                    Instant.now(),
                    ActivityKind.SOLVED,
                    actor,
                    false,
                    null,
                    TicketStatus.SOLVED,
                    null,
                    null,
                    null,
                    null);
            add(batch, held.ticketId(), Told.activity(activity));
        }
        return batch;
    }

    private static void add(Map<String, Dispatch.Change> batch, String ticketId, Told told) {
        ((News) batch.computeIfAbsent(ticketId, id -> new News())).add(told);
    }

    private static List<Registration> agents(Line line) {
        SupportTier[] tiers = {SupportTier.T1, SupportTier.T2, SupportTier.T1, SupportTier.T2, SupportTier.T3};
        List<Registration> registrations = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            var example = Examples.anAgent()
                    .id(agentId(line, i))
                    .tier(tiers[i % tiers.length])
                    .capacity(1 + i % 4)
                    .skill(line.skill(), 1 + i % 5);
            AgentProfile profile = (i % 3 == 0 ? example.senior() : example).build();
            registrations.add(new Registration(profile.id(), profile, Registration.OVER_HTTP));
        }
        return registrations;
    }

    private static String agentId(Line line, int index) {
        return line.skill() + "-agent-" + index;
    }

    /** Of every ticket of this test the number of its last decision, as the database has it. */
    private Map<String, Long> stored() {
        Map<String, Long> stored = new LinkedHashMap<>();
        pool.preparedQuery("select id, (state::jsonb->'standing'->>'sequence')::bigint as sequence from ticket"
                        + " where id = any($1::text[]) and decision in ($2, $3)")
                .execute(Tuple.tuple()
                        .addArrayOfString(ownerships.decisions().keySet().toArray(String[]::new))
                        .addString(RouteDecision.RELEASED.name())
                        .addString(RouteDecision.CLOSED.name()))
                .await()
                .indefinitely()
                .forEach(row -> stored.put(row.getString("id"), row.getLong("sequence")));
        return stored;
    }
}

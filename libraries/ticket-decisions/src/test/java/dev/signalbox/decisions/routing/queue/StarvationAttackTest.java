package dev.signalbox.decisions.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.Seeds;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Somebody who wants a ticket to starve: bursts, scoring again, declines, agents who leave. Every claim is held against
 * the theorem of {@link WaitingLine}. {@code -Dsignalbox.steps=1000000} for the long run.
 */
class StarvationAttackTest {

    private static final int STEPS = Integer.getInteger("signalbox.steps", 20_000);
    private static final int AGENTS = 6;
    private static final int CROWD = 60;
    private static final QueuePolicy POLICY =
            PolicyDocument.starter().policy().routing().queue();

    private final Random random = Seeds.random(StarvationAttackTest.class);
    private final WaitingLine line = new WaitingLine(POLICY);

    /** What the test itself believes of a waiting ticket. */
    private static final class Believed {
        private Instant since;
        private Instant ripe;
        private long number;
        private long claimsLeft = -1;
    }

    private final Map<String, Believed> waiting = new HashMap<>();
    private final Map<String, Set<Integer>> declined = new HashMap<>();
    private final List<String> owned = new ArrayList<>();
    private final Map<String, Believed> kept = new HashMap<>();
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private long numbers;
    private int ids;
    private int ripeServed;
    private int expressServed;

    @Test
    void noTicketWaitsForMoreClaimsThanTheTheoremAllows() {
        for (int step = 0; step < STEPS; step++) {
            now = now.plusSeconds(random.nextInt(120));
            switch (random.nextInt(10)) {
                case 0 -> burst();
                case 1, 2 -> arrive();
                case 3 -> scoredAgain();
                case 4 -> handedBack();
                case 5 -> left();
                default -> claim(random.nextInt(AGENTS));
            }
            assertThat(line.size()).isEqualTo(waiting.size());
        }
        assertThat(ripeServed).as("ripe tickets served").isPositive();
        assertThat(expressServed).as("express tickets served before them").isPositive();
    }

    private void burst() {
        for (int i = random.nextInt(8); i > 0; i--) {
            arrive();
        }
    }

    private void arrive() {
        if (waiting.size() < CROWD) {
            Believed ticket = new Believed();
            ticket.since = random.nextInt(20) == 0 ? now.minus(Duration.ofHours(random.nextInt(60))) : now;
            put("t" + ++ids, ticket);
        }
    }

    private void put(String id, Believed ticket) {
        Band band = random.nextInt(3) == 0 ? Band.CRITICAL : Band.values()[random.nextInt(Band.values().length)];
        Instant due = ticket.since.plus(Duration.ofMinutes(5 + random.nextInt(120)));
        Place place = POLICY.place(id, band, ticket.since, due);
        Instant ripe = place.ripe().isBefore(now) ? now : place.ripe();
        if (!waiting.containsKey(id) || ripe.isBefore(ticket.ripe)) {
            ticket.ripe = ripe;
            ticket.number = numbers++;
            ticket.claimsLeft = -1;
        }
        waiting.put(id, ticket);
        line.put(place, now);
    }

    private void scoredAgain() {
        String id = any(List.copyOf(waiting.keySet()));
        if (id != null) {
            put(id, waiting.get(id));
        }
    }

    /** The owner declines: it waits again, with its old age, and not for him. */
    private void handedBack() {
        if (!owned.isEmpty()) {
            String id = owned.remove(random.nextInt(owned.size()));
            Set<Integer> excluded = declined.computeIfAbsent(id, ticket -> new HashSet<>());
            if (excluded.size() < AGENTS - 1) {
                excluded.add(random.nextInt(AGENTS));
            }
            Believed again = new Believed();
            again.since = kept.remove(id).since;
            put(id, again);
        }
    }

    private void left() {
        String id = any(List.copyOf(waiting.keySet()));
        if (id != null && random.nextInt(4) == 0) {
            line.leave(id);
            waiting.remove(id);
        }
    }

    private void claim(int agent) {
        waiting.values().stream()
                .filter(ticket -> ticket.claimsLeft < 0 && !ticket.ripe.isAfter(now))
                .toList()
                .forEach(ticket -> ticket.claimsLeft = (POLICY.expressRun() + 1L) * (before(ticket) + 1));

        Served served = line.next(now, place -> mayTake(agent, place.ticketId()));

        if (served == null) {
            assertThat(waiting.keySet()).noneMatch(id -> mayTake(agent, id));
            return;
        }
        String id = served.place().ticketId();
        assertThat(mayTake(agent, id)).as("eligible for " + id).isTrue();
        assertThat(owned).as("owned already").doesNotContain(id);
        waiting.forEach((other, ticket) -> {
            if (ticket.claimsLeft >= 0 && mayTake(agent, other)) {
                ticket.claimsLeft--;
                assertThat(ticket.claimsLeft == 0 && !other.equals(id))
                        .as("%s should have had its turn with this claim", other)
                        .isFalse();
            }
        });
        ripeServed += served.turn() == Served.Turn.RIPE ? 1 : 0;
        expressServed += served.turn() == Served.Turn.EXPRESS ? 1 : 0;
        kept.put(id, waiting.remove(id));
        owned.add(id);
        if (owned.size() > AGENTS) {
            String solved = owned.remove(0);
            kept.remove(solved);
            declined.remove(solved);
        }
    }

    private boolean mayTake(int agent, String id) {
        return !declined.getOrDefault(id, Set.of()).contains(agent);
    }

    private long before(Believed ticket) {
        return waiting.values().stream()
                .filter(other -> !other.ripe.isAfter(now))
                .filter(other -> other.ripe.isBefore(ticket.ripe)
                        || (other.ripe.equals(ticket.ripe) && other.number < ticket.number))
                .count();
    }

    private <T> T any(List<T> of) {
        return of.isEmpty() ? null : of.get(random.nextInt(of.size()));
    }
}

package dev.signalbox.systemtests.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.systemtests.history.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Everything that the helpdesk will say, planned ahead from a seed: tickets, replies, solutions, reopenings, some before
 * their ticket, some twice, some unreadable.
 */
public final class Workload {

    private static final double OVER_HTTP = 0.10;
    private static final double TWICE = 0.08;
    private static final double LATE_TICKET = 0.05;
    private static final int TICKETS_PER_GARBAGE = 50;

    private final Random random;
    private final Customers customers;
    private final Instant begin;
    private final List<Delivery> deliveries = new ArrayList<>();

    private Workload(Random random, Customers customers, Instant begin) {
        this.random = random;
        this.customers = customers;
        this.begin = begin;
    }

    /** Plans that many tickets, spread evenly over the window; in the order in which they are due. */
    public static List<Delivery> of(Random random, Customers customers, int tickets, Instant begin, Duration window) {
        Workload workload = new Workload(random, customers, begin.truncatedTo(ChronoUnit.MILLIS));
        for (int i = 0; i < tickets; i++) {
            workload.ticket(i, (long) ((double) window.toMillis() * i / tickets));
        }
        workload.deliveries.sort(Comparator.comparing(Delivery::due));
        return List.copyOf(workload.deliveries);
    }

    private void ticket(int number, long afterMillis) {
        Instant created = begin.plusMillis(afterMillis);
        String externalId = "t-" + number;
        String ticketId = Payloads.ticketId(externalId);
        byte[] body = Payloads.ticket(externalId, Texts.drawn(random), customers.anyOrganization(random), created);
        Instant told = random.nextDouble() < LATE_TICKET ? created.plusMillis(between(500, 4_000)) : created;
        add(new Delivery(
                told,
                door(),
                Accepted.Kind.TICKET,
                ticketId,
                "created-" + externalId,
                null,
                created,
                Payloads.ticketHeaders(),
                body));
        conversation(ticketId, created);
        if (number % TICKETS_PER_GARBAGE == TICKETS_PER_GARBAGE / 2) {
            garbage(number, created);
        }
    }

    private void conversation(String ticketId, Instant created) {
        if (random.nextInt(100) < 45) {
            activity(ticketId, ActivityKind.AGENT_REPLIED, created.plusMillis(between(200, 12_000)));
        }
        if (random.nextInt(100) < 30) {
            activity(ticketId, ActivityKind.CUSTOMER_REPLIED, created.plusMillis(between(100, 15_000)));
        }
        if (random.nextInt(100) < 70) {
            Instant solved = created.plusMillis(between(2_000, 30_000));
            activity(ticketId, ActivityKind.SOLVED, solved);
            if (random.nextInt(100) < 15) {
                Instant reopened = solved.plusMillis(between(1_000, 8_000));
                activity(ticketId, ActivityKind.REOPENED, reopened);
                if (random.nextInt(100) < 60) {
                    activity(ticketId, ActivityKind.SOLVED, reopened.plusMillis(between(1_000, 15_000)));
                }
            }
        }
    }

    private void activity(String ticketId, ActivityKind kind, Instant at) {
        String activityId = kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + ticketId + "-" + at.toEpochMilli();
        String who = kind == ActivityKind.CUSTOMER_REPLIED ? "77" : customers.anyAgent(random);
        add(new Delivery(
                at,
                door(),
                Accepted.Kind.ACTIVITY,
                ticketId,
                activityId,
                kind,
                at,
                Payloads.activityHeaders(activityId),
                Payloads.activity(ticketId, activityId, kind, at, who, random)));
    }

    private void garbage(int number, Instant at) {
        List<String> kinds = List.of(
                "{\"subject\": \"cut off",
                "{\"subject\": 17, \"requester\": {\"email\": \"a@b.example\"}}",
                "[".repeat(200) + "]".repeat(200),
                "");
        deliveries.add(new Delivery(
                at,
                Delivery.Door.KAFKA,
                Accepted.Kind.GARBAGE,
                null,
                "garbage-" + number,
                null,
                at,
                Map.of("source", Payloads.SOURCE),
                kinds.get(random.nextInt(kinds.size())).getBytes(UTF_8)));
    }

    private void add(Delivery delivery) {
        deliveries.add(delivery);
        if (random.nextDouble() < TWICE) {
            deliveries.add(delivery.again(delivery.due().plusMillis(between(50, 5_000))));
        }
    }

    private Delivery.Door door() {
        return random.nextDouble() < OVER_HTTP ? Delivery.Door.HTTP : Delivery.Door.KAFKA;
    }

    private long between(int from, int to) {
        return from + random.nextInt(to - from);
    }
}

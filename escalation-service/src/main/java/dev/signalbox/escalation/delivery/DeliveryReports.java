package dev.signalbox.escalation.delivery;

import dev.signalbox.escalation.delivery.sink.Verdict;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps what became of attempts: done, again later, or given up. */
@ApplicationScoped
class DeliveryReports {

    /** A claim that was lost meanwhile, to another replica or to a redelivery, changes nothing. */
    private static final String KEEP = """
            update delivery d
            set state = n.state, due_at = n.due_at, claimed_until = null,
                delivered_at = case when n.state = 'DELIVERED' then $5 else d.delivered_at end
            from unnest($1::bigint[], $2::int[], $3::text[], $4::timestamptz[]) as n (id, attempt, state, due_at)
            where d.id = n.id and d.attempts = n.attempt and d.state = 'WAITING'""";

    /** What waits behind is due no sooner: whoever claims what is due first would look at all of it in vain, each time. */
    private static final String BEHIND = """
            update delivery d
            set due_at = f.due_at
            from delivery f
            where f.id = any($1::bigint[]) and f.state = 'WAITING'
              and d.endpoint = f.endpoint and d.escalation_id = f.escalation_id and d.id > f.id
              and d.state = 'WAITING' and d.due_at < f.due_at""";

    private static final String LOG = """
            insert into delivery_attempt (delivery_id, number, at, status, problem, millis)
            select n.* from unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::int[], $5::text[], $6::int[])
                 as n (id, number, at, status, problem, millis)
            join delivery d on d.id = n.id
            on conflict do nothing""";

    private final Transactions transactions;
    private final Circuits circuits;
    private final RetrySchedule schedule;
    private final Circuit.Limits limits;

    DeliveryReports(Transactions transactions, Circuits circuits, DeliveryConfig config) {
        this.transactions = transactions;
        this.circuits = circuits;
        this.schedule = new RetrySchedule(config.retries());
        this.limits = new Circuit.Limits(config.circuitFailures(), config.circuitRest());
    }

    /** Whether an attempt was the last one of its delivery. */
    boolean givesUp(Attempt attempt) {
        boolean hopeless = attempt.verdict() == Verdict.REJECTED
                || (attempt.verdict() == Verdict.FAILED
                        && schedule.isUsedUpBy(attempt.delivery().attempt()));
        return hopeless && !attempt.delivery().ends();
    }

    Uni<Void> keep(Endpoint endpoint, List<Attempt> attempts) {
        return transactions.run(work -> circuits.lock(work, endpoint.name())
                .chain(before -> keepCircuit(work, endpoint, before, attempts))
                .chain(() -> work.query(KEEP, outcomes(work, attempts)))
                .chain(() -> work.query(BEHIND, Tuple.tuple().addArrayOfLong(ids(attempts))))
                .chain(() -> work.query(LOG, log(attempts)))
                .replaceWithVoid());
    }

    private Uni<Void> keepCircuit(UnitOfWork work, Endpoint endpoint, Circuit before, List<Attempt> attempts) {
        Circuit after = before;
        for (Attempt attempt : attempts) {
            after = next(after, attempt, work.now());
        }
        boolean recovered = before.isOpen(limits) && !after.isOpen(limits);
        Uni<Void> kept =
                after.equals(before) ? Uni.createFrom().voidItem() : circuits.keep(work, endpoint.name(), after);
        return recovered ? kept.chain(() -> circuits.hurry(work, endpoint.name())) : kept;
    }

    private Circuit next(Circuit circuit, Attempt attempt, Instant now) {
        Duration wait = attempt.answer().retryAfter();
        return switch (attempt.verdict()) {
            case DELIVERED, REJECTED -> new Circuit(0, null, circuit.disabledBecause());
            case GONE -> circuit.disabled("it answered " + attempt.answer().status());
            case FAILED ->
                wait == null ? circuit.afterFailure(limits, now, chance()) : circuit.afterRequestToWait(wait, now);
        };
    }

    private Tuple outcomes(UnitOfWork work, List<Attempt> attempts) {
        return Tuple.tuple()
                .addArrayOfLong(ids(attempts))
                .addArrayOfInteger(numbers(attempts))
                .addArrayOfString(attempts.stream().map(this::state).toArray(String[]::new))
                .addArrayOfOffsetDateTime(attempts.stream()
                        .map(attempt -> utc(work.now().plus(wait(attempt))))
                        .toArray(OffsetDateTime[]::new))
                .addOffsetDateTime(utc(work.now()));
    }

    private String state(Attempt attempt) {
        if (attempt.verdict() == Verdict.DELIVERED) {
            return "DELIVERED";
        }
        return givesUp(attempt) ? "FAILED" : "WAITING";
    }

    private Duration wait(Attempt attempt) {
        if (attempt.verdict() == Verdict.GONE) {
            return Duration.ZERO;
        }
        Duration planned = schedule.after(attempt.delivery().attempt(), chance());
        Duration asked = attempt.answer().retryAfter();
        return asked == null || asked.compareTo(planned) < 0 ? planned : asked;
    }

    private static Tuple log(List<Attempt> attempts) {
        return Tuple.tuple()
                .addArrayOfLong(ids(attempts))
                .addArrayOfInteger(numbers(attempts))
                .addArrayOfOffsetDateTime(
                        attempts.stream().map(attempt -> utc(attempt.at())).toArray(OffsetDateTime[]::new))
                .addArrayOfInteger(attempts.stream().map(Attempt::status).toArray(Integer[]::new))
                .addArrayOfString(attempts.stream().map(Attempt::problem).toArray(String[]::new))
                .addArrayOfInteger(attempts.stream()
                        .map(attempt -> (int) attempt.took().toMillis())
                        .toArray(Integer[]::new));
    }

    private static Long[] ids(List<Attempt> attempts) {
        return attempts.stream().map(attempt -> attempt.delivery().id()).toArray(Long[]::new);
    }

    private static Integer[] numbers(List<Attempt> attempts) {
        return attempts.stream().map(attempt -> attempt.delivery().attempt()).toArray(Integer[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}

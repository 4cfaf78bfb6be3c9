package dev.signalbox.escalation;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.CustomerNotice;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.decisions.escalation.IncidentCause;
import dev.signalbox.decisions.escalation.IncidentPolicy;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the accounts with open tickets of an outage and has each told once (S49). Whichever comes first, the outage or the
 * other customer's ticket, the other finds it: both look under one lock for each cause.
 */
@ApplicationScoped
class AffectedCustomers {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('incident/' || cause, 0))
            from (select distinct unnest($1::text[]) as cause order by 1) as causes""";

    private static final String KEEP = """
            insert into incident_ticket (ticket_id, cause, account_id, opened_at, over)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::boolean[])
            on conflict (ticket_id) do update
            set cause = excluded.cause, account_id = excluded.account_id, over = excluded.over""";

    /** An outage begins an incident unless it belongs to one; of several that are heard of together, the first does. */
    private static final String BEGIN = """
            insert into incident (escalation_id, cause, began_at)
            select distinct on (n.cause) n.escalation_id, n.cause, n.opened_at
            from unnest($1::text[], $2::text[], $3::timestamptz[], $4::bigint[])
                 as n (escalation_id, cause, opened_at, seconds)
            where not exists (
                select from incident i where i.cause = n.cause
                and n.opened_at between i.began_at - n.seconds * interval '1 second'
                                    and i.began_at + n.seconds * interval '1 second')
            order by n.cause, n.opened_at, n.escalation_id
            on conflict do nothing""";

    private static final String NOTICE = """
            with affected as (
                select i.escalation_id, i.cause, t.account_id,
                       array_agg(t.ticket_id order by t.opened_at, t.ticket_id) as tickets
                from (select distinct * from unnest($1::text[], $2::bigint[]) as c (cause, seconds)) as c
                join incident i using (cause)
                join incident_ticket t using (cause)
                where not t.over
                  and t.opened_at between i.began_at - c.seconds * interval '1 second'
                                      and i.began_at + c.seconds * interval '1 second'
                group by i.escalation_id, i.cause, t.account_id),
            told as (
                insert into customer_notice (escalation_id, account_id)
                select distinct escalation_id, account_id from affected order by 1, 2
                on conflict do nothing returning escalation_id, account_id)
            select a.* from affected a join told using (escalation_id, account_id)
            order by a.escalation_id, a.account_id""";

    private record Found(EscalationDecision decision, String cause, IncidentPolicy policy) {

        static Optional<Found> of(EscalationDecision decision, IncidentPolicy policy) {
            CaseFile file = decision.state().facts().file();
            if (policy == null
                    || file == null
                    || file.account().id() == null
                    || decision.state().facts().silent()) {
                return Optional.empty();
            }
            return IncidentCause.of(file, policy).map(cause -> new Found(decision, cause, policy));
        }

        String ticketId() {
            return decision.state().ticketId();
        }

        CaseFile file() {
            return decision.state().facts().file();
        }

        OffsetDateTime openedAt() {
            return utc(file().ticket().createdAt());
        }

        Long seconds() {
            return policy.within().toSeconds();
        }
    }

    /** Publishes a notice for each account that has not been told of its incident yet. */
    Uni<Void> notice(UnitOfWork work, Collection<EscalationDecision> decisions, Map<String, PolicyDocument> policies) {
        List<Found> found = new ArrayList<>();
        for (EscalationDecision decision : decisions) {
            IncidentPolicy policy = policies.get(decision.state().ticketId())
                    .policy()
                    .escalation()
                    .incidents();
            Found.of(decision, policy).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        found.sort(Comparator.comparing(Found::ticketId));
        List<Found> outages = found.stream()
                .filter(one -> IncidentCause.outage(one.decision().state()).isPresent())
                .toList();
        return work.query(LOCK, Tuple.tuple().addArrayOfString(texts(found, Found::cause)))
                .chain(() -> work.query(KEEP, tickets(found)))
                .chain(() -> outages.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : work.query(BEGIN, begins(outages)).replaceWithVoid())
                .chain(() -> work.query(
                        NOTICE,
                        Tuple.tuple()
                                .addArrayOfString(texts(found, Found::cause))
                                .addArrayOfLong(
                                        found.stream().map(Found::seconds).toArray(Long[]::new))))
                .chain(affected -> work.publish(events(affected, work.now())));
    }

    private static List<Event> events(RowSet<Row> affected, Instant now) {
        List<Event> events = new ArrayList<>();
        affected.forEach(row -> {
            List<String> tickets = List.of(row.getArrayOfStrings("tickets"));
            CustomerNotice notice = new CustomerNotice(
                    tickets.get(0),
                    now,
                    row.getString("escalation_id"),
                    row.getString("cause"),
                    row.getString("account_id"),
                    tickets);
            String id = EventIds.of("notice", notice.escalationId(), notice.accountId());
            events.add(Event.fact(Topic.CUSTOMER_NOTICES, notice.ticketId(), id, now, notice));
        });
        return events;
    }

    private static Tuple tickets(List<Found> found) {
        return Tuple.tuple()
                .addArrayOfString(texts(found, Found::ticketId))
                .addArrayOfString(texts(found, Found::cause))
                .addArrayOfString(texts(found, one -> one.file().account().id()))
                .addArrayOfOffsetDateTime(found.stream().map(Found::openedAt).toArray(OffsetDateTime[]::new))
                .addArrayOfBoolean(
                        found.stream().map(one -> one.decision().ticketIsOver()).toArray(Boolean[]::new));
    }

    private static Tuple begins(List<Found> outages) {
        return Tuple.tuple()
                .addArrayOfString(texts(
                        outages,
                        one -> IncidentCause.outage(one.decision().state()).orElseThrow()))
                .addArrayOfString(texts(outages, Found::cause))
                .addArrayOfOffsetDateTime(outages.stream().map(Found::openedAt).toArray(OffsetDateTime[]::new))
                .addArrayOfLong(outages.stream().map(Found::seconds).toArray(Long[]::new));
    }

    private static String[] texts(List<Found> found, Function<Found, String> field) {
        return found.stream().map(field).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

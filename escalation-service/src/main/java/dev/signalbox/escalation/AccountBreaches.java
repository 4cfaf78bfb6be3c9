package dev.signalbox.escalation;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.decisions.escalation.Fact;
import dev.signalbox.decisions.escalation.TicketFacts;
import dev.signalbox.decisions.escalation.TriggerConditions;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.Timers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Counts missed deadlines over all tickets of a valuable account (HIGH_VALUE_RISK, domain 7). What counts for a breach is
 * what had happened by its own time, never what has been heard of by then: reading all records again opens nothing new,
 * and an earlier breach that is heard of late lets the later ones be counted again.
 */
@ApplicationScoped
class AccountBreaches {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('breach/' || account, 0))
            from (select distinct unnest($1::text[]) as account order by 1) as accounts""";

    /** Gives the tickets whose breaches are later than one that is heard of only now. */
    private static final String RECORD = """
            with recorded as (
                insert into account_breach (account_id, ticket_id, clock, cycle, at)
                select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[])
                on conflict do nothing returning *)
            select distinct b.ticket_id from account_breach b join recorded r using (account_id)
            where (b.at, b.ticket_id, b.clock, b.cycle) > (r.at, r.ticket_id, r.clock, r.cycle)
              and b.at < r.at + $6::bigint * interval '1 second'""";

    /** The order is total, so of two breaches at one time one is the second. */
    private static final String COUNT = """
            select n.position, count(*) as breaches
            from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[], $6::bigint[]) with ordinality
                 as n (account_id, ticket_id, clock, cycle, at, seconds, position)
            join account_breach b using (account_id)
            where b.at > n.at - n.seconds * interval '1 second'
              and (b.at, b.ticket_id, b.clock, b.cycle) <= (n.at, n.ticket_id, n.clock, n.cycle)
            group by n.position order by n.position""";

    private final Timers timers;

    AccountBreaches(Timers timers) {
        this.timers = timers;
    }

    private record Breach(String accountId, EscalationDecision decision, SlaAction action, TriggerConditions policy) {

        void happenedAfter(int count) {
            if (count >= policy.breachCount()) {
                String ticketId = decision.state().ticketId();
                decision.take(List.of(new Fact.BreachedRepeatedly(ticketId, count, action.at())));
            }
        }
    }

    /** Records what the decisions found and lets those decide again whose account has too many. */
    Uni<Void> count(UnitOfWork work, Collection<EscalationDecision> decisions, Map<String, PolicyDocument> policies) {
        List<Breach> breaches = new ArrayList<>();
        for (EscalationDecision decision : decisions) {
            find(decision, conditions(decision, policies), breaches);
        }
        if (breaches.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        breaches.sort(Comparator.comparing(breach -> breach.action().at()));
        String[] accounts = breaches.stream().map(Breach::accountId).toArray(String[]::new);
        return work.query(LOCK, Tuple.tuple().addArrayOfString(accounts))
                .chain(() -> work.query(RECORD, columns(breaches).addLong(longestWindow(breaches))))
                .chain(later -> timers.schedule(work, looksAt(later, work.now())))
                .chain(() -> work.query(COUNT, columns(breaches).addArrayOfLong(windows(breaches))))
                .invoke(counted -> counted.forEach(
                        row -> breaches.get(row.getLong("position").intValue() - 1)
                                .happenedAfter(row.getLong("breaches").intValue())))
                .replaceWithVoid();
    }

    /** Timers of their own: the tickets are not locked here, so theirs may move at the same time. */
    private static List<Timer> looksAt(RowSet<Row> later, Instant now) {
        List<Timer> looks = new ArrayList<>();
        later.forEach(row -> {
            String ticketId = row.getString("ticket_id");
            looks.add(new Timer("breach/" + ticketId, ticketId, EscalationDesk.TIMER, now, "{}"));
        });
        return looks;
    }

    private static void find(EscalationDecision decision, TriggerConditions conditions, List<Breach> breaches) {
        TicketFacts facts = decision.state().facts();
        CaseFile file = facts.file();
        if (file == null
                || facts.silent()
                || facts.repeatedBreach() != null
                || file.account().id() == null
                || file.account().arr() < conditions.valuableArr()) {
            return;
        }
        facts.breaches()
                .forEach(action -> breaches.add(new Breach(file.account().id(), decision, action, conditions)));
    }

    private static TriggerConditions conditions(EscalationDecision decision, Map<String, PolicyDocument> policies) {
        return policies.get(decision.state().ticketId()).policy().escalation().conditions();
    }

    private static long longestWindow(List<Breach> breaches) {
        return Arrays.stream(windows(breaches)).mapToLong(Long::longValue).max().orElseThrow();
    }

    private static Long[] windows(List<Breach> breaches) {
        return breaches.stream()
                .map(breach -> breach.policy().breachWindow().toSeconds())
                .toArray(Long[]::new);
    }

    private static Tuple columns(List<Breach> breaches) {
        return Tuple.tuple()
                .addArrayOfString(breaches.stream().map(Breach::accountId).toArray(String[]::new))
                .addArrayOfString(
                        breaches.stream().map(b -> b.action().ticketId()).toArray(String[]::new))
                .addArrayOfString(
                        breaches.stream().map(b -> b.action().clock().name()).toArray(String[]::new))
                .addArrayOfInteger(
                        breaches.stream().map(b -> b.action().cycle()).toArray(Integer[]::new))
                .addArrayOfOffsetDateTime(breaches.stream()
                        .map(b -> b.action().at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }
}

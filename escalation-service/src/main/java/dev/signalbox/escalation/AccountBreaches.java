package dev.signalbox.escalation;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.decisions.escalation.Fact;
import dev.signalbox.decisions.escalation.TicketFacts;
import dev.signalbox.decisions.escalation.TriggerConditions;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts missed deadlines over all tickets of a valuable account (HIGH_VALUE_RISK, domain 7). */
@ApplicationScoped
class AccountBreaches {

    /** Held until the commit, so that of two tickets in two transactions the later one sees both breaches. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('breach/' || account, 0))
            from (select distinct unnest($1::text[]) as account order by 1) as accounts""";

    private static final String RECORD = """
            insert into account_breach (account_id, ticket_id, clock, cycle, at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[])
            on conflict do nothing""";
    private static final String COUNT = """
            select account_id, count(*) as breaches from account_breach
            where account_id = any($1::text[]) and at > $2 group by account_id""";

    private record Breach(String accountId, EscalationDecision decision, SlaAction action) {}

    /** Records what the decisions found and lets those decide again whose account has too many. */
    Uni<Void> count(UnitOfWork work, Collection<EscalationDecision> decisions, Map<String, PolicyDocument> policies) {
        List<Breach> breaches = new ArrayList<>();
        for (EscalationDecision decision : decisions) {
            find(decision, conditions(decision, policies), breaches);
        }
        if (breaches.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Duration window = breaches.stream()
                .map(breach -> conditions(breach.decision(), policies).breachWindow())
                .max(Duration::compareTo)
                .orElseThrow();
        String[] accounts = breaches.stream().map(Breach::accountId).toArray(String[]::new);
        OffsetDateTime since = work.now().minus(window).atOffset(ZoneOffset.UTC);
        return work.query(LOCK, Tuple.tuple().addArrayOfString(accounts))
                .chain(() -> work.query(RECORD, columns(breaches)))
                .chain(() -> work.query(
                        COUNT, Tuple.tuple().addArrayOfString(accounts).addOffsetDateTime(since)))
                .invoke(counted -> tell(breaches, counts(counted), policies))
                .replaceWithVoid();
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
                .forEach(action -> breaches.add(new Breach(file.account().id(), decision, action)));
    }

    private static void tell(List<Breach> breaches, Map<String, Integer> counts, Map<String, PolicyDocument> policies) {
        for (Breach breach : breaches) {
            EscalationDecision decision = breach.decision();
            int count = counts.getOrDefault(breach.accountId(), 0);
            if (count >= conditions(decision, policies).breachCount()) {
                String ticketId = decision.state().ticketId();
                Instant at = breach.action().at();
                decision.take(List.of(new Fact.BreachedRepeatedly(ticketId, count, at)));
            }
        }
    }

    private static TriggerConditions conditions(EscalationDecision decision, Map<String, PolicyDocument> policies) {
        return policies.get(decision.state().ticketId()).policy().escalation().conditions();
    }

    private static Map<String, Integer> counts(RowSet<Row> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row ->
                counts.put(row.getString("account_id"), row.getLong("breaches").intValue()));
        return counts;
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

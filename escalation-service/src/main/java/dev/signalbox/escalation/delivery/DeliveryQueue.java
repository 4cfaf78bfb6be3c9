package dev.signalbox.escalation.delivery;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes down who has to be told, in the transaction that decides. */
@ApplicationScoped
public class DeliveryQueue {

    /**
     * A change that the filter does not want is told if the endpoint has heard of the escalation before. What has to wait
     * for another change is due no sooner.
     */
    private static final String ADD = """
            insert into delivery (endpoint, event_id, escalation_id, ticket_id, change, ends, body, not_before, due_at,
                                  created_at)
            select n.endpoint, n.event_id, n.escalation_id, n.ticket_id, n.change, n.ends, n.body, n.told_at,
                   greatest(n.told_at, (
                       select max(w.due_at) from delivery w
                       where w.endpoint = n.endpoint and w.escalation_id = n.escalation_id and w.state = 'WAITING')),
                   $10
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::boolean[],
                        $9::timestamptz[]) with ordinality
                 as n (endpoint, event_id, escalation_id, ticket_id, change, ends, body, wanted, told_at, position)
            where n.wanted or exists (
                select from delivery d where d.endpoint = n.endpoint and d.escalation_id = n.escalation_id)
            order by n.position
            on conflict do nothing""";

    private final Endpoints endpoints;

    DeliveryQueue(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    private record Entry(Endpoint endpoint, Escalation change, boolean wanted) {

        String conversation() {
            return endpoint.name() + "/" + change.id();
        }
    }

    /** Adds changes for every endpoint that they concern. Their tickets are locked, so they come in order. */
    public Uni<Void> add(UnitOfWork work, List<Escalation> changes) {
        List<Entry> entries = entries(changes);
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfString(texts(entries, entry -> entry.endpoint().name()))
                .addArrayOfString(texts(entries, entry -> eventId(entry.change())))
                .addArrayOfString(texts(entries, entry -> entry.change().id()))
                .addArrayOfString(texts(entries, entry -> entry.change().ticketId()))
                .addArrayOfString(
                        texts(entries, entry -> entry.change().change().name()))
                .addArrayOfBoolean(entries.stream()
                        .map(entry -> Endpoint.ends(entry.change()))
                        .toArray(Boolean[]::new))
                .addArrayOfString(texts(entries, entry -> Json.text(entry.change())))
                .addArrayOfBoolean(entries.stream().map(Entry::wanted).toArray(Boolean[]::new))
                .addArrayOfOffsetDateTime(entries.stream()
                        .map(entry -> entry.endpoint()
                                .toldAt(entry.change(), work.now())
                                .atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addOffsetDateTime(work.now().atOffset(ZoneOffset.UTC));
        return work.query(ADD, columns).replaceWithVoid();
    }

    private List<Entry> entries(List<Escalation> changes) {
        List<Entry> entries = new ArrayList<>();
        Set<String> heard = new HashSet<>();
        for (Escalation change : changes) {
            for (Endpoint endpoint : endpoints.all()) {
                Entry entry = new Entry(endpoint, change, endpoint.isConcernedBy(change));
                if (endpoint.hears(change)) {
                    boolean wanted = entry.wanted() || heard.contains(entry.conversation());
                    entries.add(new Entry(endpoint, change, wanted));
                    heard.addAll(wanted ? Set.of(entry.conversation()) : Collections.emptySet());
                }
            }
        }
        return entries;
    }

    private static String eventId(Escalation change) {
        return EventIds.of(Topic.ESCALATIONS, change.ticketId(), change.sequence());
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> field) {
        return entries.stream().map(field).toArray(String[]::new);
    }
}

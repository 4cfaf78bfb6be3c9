package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockFold;
import dev.signalbox.decisions.sla.ClockState;
import dev.signalbox.decisions.sla.ScoredFact;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Clocks for people and programs: why is it due then, and what is due next? */
@Path("/v1/clocks")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {

    private final Transactions transactions;
    private final Watches watches;
    private final SlaPolicies policies;

    ClockResource(Transactions transactions, Watches watches, SlaPolicies policies) {
        this.transactions = transactions;
        this.watches = watches;
        this.policies = policies;
    }

    /** A ticket's clocks with every change. */
    @GET
    @Path("/{ticketId}")
    public Uni<TicketClocks> of(String ticketId, @QueryParam("at") String at) {
        if (at != null) {
            throw new ProblemException(
                    400,
                    "A past moment cannot be asked for yet.",
                    List.of(new Fault("/at", "is not supported", "leave it out; changes has the history")));
        }
        return transactions.run(work -> watches.find(work, ticketId)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("The ticket " + ticketId)))
                .chain(watch -> views(ticketId, watch, work.now())
                        .chain(clocks -> watches.changes(work, ticketId)
                                .map(changes -> new TicketClocks(ticketId, work.now(), clocks, changes)))));
    }

    /** Running clocks with a deadline before a moment, in pages. */
    @GET
    public Uni<DueClocks> due(
            @QueryParam("dueBefore") String dueBefore,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Instant before = Page.instant("dueBefore", dueBefore);
        Page page = Page.of(after, limit);
        return transactions.run(work -> due(work, before, page));
    }

    private Uni<DueClocks> due(UnitOfWork work, Instant before, Page page) {
        return watches.due(work, before, page).chain(tickets -> {
            if (tickets.isEmpty()) {
                return Uni.createFrom().item(new DueClocks(List.of(), null));
            }
            var last = tickets.get(tickets.size() - 1);
            String next = tickets.size() < page.limit() ? null : Page.after(last.nextDueAt(), last.ticketId());
            List<Uni<List<TicketClocks.ClockView>>> views = tickets.stream()
                    .map(ticket -> views(ticket.ticketId(), ticket.watch(), work.now()))
                    .toList();
            return Uni.join()
                    .all(views)
                    .andFailFast()
                    .map(all -> new DueClocks(
                            all.stream()
                                    .flatMap(List::stream)
                                    .filter(view -> view.state() == ClockState.RUNNING
                                            && view.dueAt().isBefore(before))
                                    .toList(),
                            next));
        });
    }

    private Uni<List<TicketClocks.ClockView>> views(String ticketId, Watch watch, Instant now) {
        Stream<String> hashes =
                watch.facts().versions().stream().map(ScoredFact::terms).map(terms -> terms.policyVersion());
        return policies.arrived(hashes.toList()).replaceWith(() -> {
            List<Clock> clocks = ClockFold.of(watch.facts(), policies::named);
            return clocks.stream()
                    .map(clock -> TicketClocks.ClockView.of(ticketId, clock, watch.ledger(clock), now))
                    .toList();
        });
    }
}

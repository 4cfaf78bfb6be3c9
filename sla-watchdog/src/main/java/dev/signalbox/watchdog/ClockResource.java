package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockFold;
import dev.signalbox.decisions.sla.ClockState;
import dev.signalbox.decisions.sla.TeamClock;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Clocks for people and programs: why is it due then, and what is due next? */
@Path("/v1/clocks")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {

    private final Transactions transactions;
    private final Watches watches;
    private final SlaPolicies policies;
    private final LooseningDesk desk;

    ClockResource(Transactions transactions, Watches watches, SlaPolicies policies, LooseningDesk desk) {
        this.transactions = transactions;
        this.watches = watches;
        this.policies = policies;
        this.desk = desk;
    }

    /**
     * A ticket's clocks with every change; with a past moment, what was believed then and what is known of it now (N4).
     */
    @GET
    @Path("/{ticketId}")
    public Uni<TicketClocks> of(String ticketId, @QueryParam("at") String at) {
        Instant moment = at == null ? null : Page.instant("at", at);
        return transactions.run(work -> watches.find(work, ticketId)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("The ticket " + ticketId)))
                .chain(watch -> answer(work, ticketId, watch, moment)));
    }

    /** Promises less than before: only with a name and a reason, only while the promise is not broken (S30). */
    @POST
    @Path("/{ticketId}/loosen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Move a running clock's deadline back, by a named person with a reason")
    public Uni<TicketClocks.ClockView> loosen(
            String ticketId,
            @RequestBody(content = @Content(schema = @Schema(implementation = Loosening.class))) byte[] body) {
        return desk.loosen(ticketId, Loosening.read(body));
    }

    private Uni<TicketClocks> answer(UnitOfWork work, String ticketId, Watch watch, Instant asked) {
        Instant at = asked == null ? work.now() : asked;
        if (at.isAfter(work.now())) {
            throw new ProblemException(
                    400,
                    "The request cannot be answered.",
                    List.of(new Fault("/at", "lies in the future", "a moment up to " + work.now())));
        }
        return policies.arrived(watch.policyVersions().toList())
                .chain(() -> watches.changes(work, ticketId))
                .map(changes -> {
                    List<Clock> clocks = ClockFold.of(watch.facts(), policies::named, at);
                    return new TicketClocks(
                            ticketId,
                            at,
                            clocks.stream()
                                    .map(clock -> view(ticketId, watch, clock, asked, at))
                                    .toList(),
                            teams(watch, clocks, at),
                            asked == null ? null : Belief.at(at, changes),
                            changes);
                });
    }

    private static TicketClocks.ClockView view(String ticketId, Watch watch, Clock clock, Instant asked, Instant at) {
        ClockLedger ledger = watch.ledger(clock);
        return TicketClocks.ClockView.of(ticketId, clock, asked == null ? ledger : ledger.asOf(at), at);
    }

    private List<TeamClock> teams(Watch watch, List<Clock> clocks, Instant at) {
        return clocks.isEmpty()
                ? List.of()
                : TeamClock.of(
                        watch.teams(),
                        clocks,
                        policies.named(clocks.get(0).policyVersion()).targets(),
                        at);
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
        return policies.arrived(watch.policyVersions().toList()).replaceWith(() -> {
            List<Clock> clocks = ClockFold.of(watch.facts(), policies::named);
            return clocks.stream()
                    .map(clock -> TicketClocks.ClockView.of(ticketId, clock, watch.ledger(clock), now))
                    .toList();
        });
    }
}

package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has had a ticket, in the order of assignment. */
public record Tenures(List<Tenure> all) {

    /** Before anybody had it. */
    public static final Tenures NONE = new Tenures(List.of());

    public Tenures {
        all = all == null ? List.of() : List.copyOf(all);
    }

    /** These and what a route says; routes come in their order. */
    public Tenures with(Route route) {
        String agentId = route.agentId();
        if (agentId == null) {
            return this;
        }
        List<Tenure> more = new ArrayList<>(all);
        Instant since = route.decidedAt();
        Tenure last = last();
        if (last != null && last.epoch() == route.assignmentEpoch()) {
            if (last.acceptedAt() != null || route.acceptedAt() == null) {
                return this;
            }
            since = last.since();
            more.remove(last);
        }
        more.add(new Tenure(agentId, route.assignmentEpoch(), since, route.acceptedAt()));
        return new Tenures(more);
    }

    /** Whether the owner got the ticket from another agent less than that long ago. */
    public boolean settling(Ownership ownership, Instant now, @Nullable Duration settlesFor) {
        Tenure last = last();
        return settlesFor != null
                && last != null
                && all.size() > 1
                && last.agentId().equals(ownership.agentId())
                && last.epoch() == ownership.epoch()
                && now.isBefore(last.since().plus(settlesFor));
    }

    /**
     * What the first reply says about who gave it. Where the reply itself was the acceptance, the time counts from the
     * assignment. Empty while the clock runs, and while nobody is known to have accepted the ticket.
     */
    public Optional<FirstReply> firstReply(Clock clock) {
        Instant repliedAt = clock.endedAt();
        if (clock.kind() != ClockKind.FIRST_RESPONSE || clock.state() != ClockState.FULFILLED || repliedAt == null) {
            return Optional.empty();
        }
        return all.stream()
                .filter(tenure -> !tenure.since().isAfter(repliedAt))
                .reduce((earlier, later) -> later)
                .flatMap(tenure -> reply(tenure, clock, repliedAt));
    }

    private static Optional<FirstReply> reply(Tenure tenure, Clock clock, Instant repliedAt) {
        Instant acceptedAt = tenure.acceptedAt();
        if (acceptedAt == null) {
            return Optional.empty();
        }
        Instant from = acceptedAt.isBefore(repliedAt) ? acceptedAt : tenure.since();
        return Optional.of(new FirstReply(tenure.agentId(), clock.workCalendar().between(from, repliedAt)));
    }

    private @Nullable Tenure last() {
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}

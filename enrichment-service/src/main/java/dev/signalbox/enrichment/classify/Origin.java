package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from.
 *
 * @param learntAt by the clock of the machine that learnt it
 * @param resolvedFrom when the first of its tickets was resolved, null where none says
 * @param resolvedTo when the last of its tickets was
 */
record Origin(
        Instant learntAt,
        @Nullable Instant resolvedFrom,
        @Nullable Instant resolvedTo) {

    static Origin of(Collection<ResolvedTicket> tickets) {
        Function<Comparator<Instant>, Optional<Instant>> greatest =
                order -> resolved(tickets).max(order);
        return new Origin(
                Instant.now(),
                greatest.apply(Comparator.reverseOrder()).orElse(null),
                greatest.apply(Comparator.naturalOrder()).orElse(null));
    }

    private static Stream<Instant> resolved(Collection<ResolvedTicket> tickets) {
        return tickets.stream().map(ResolvedTicket::resolvedAt).filter(Objects::nonNull);
    }
}

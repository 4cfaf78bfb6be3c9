package dev.signalbox.enrichment.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clocks start when a ticket began, however late a helpdesk's update without that time says something else. */
class TicketBeginningTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void updateThatDoesNotKnowTheBeginningDoesNotMoveIt() {
        Ticket created = ticket("e1", NINE, NINE, TicketStatus.NEW);
        Ticket updated = ticket("e2", TEN, TEN, TicketStatus.OPEN);
        for (List<Ticket> order : List.of(List.of(created, updated), List.of(updated, created))) {
            CaseFold fold = new CaseFold(CaseState.EMPTY);
            order.forEach(fold::snapshot);
            Ticket now = fold.state().ticket();
            assertThat(now.createdAt()).isEqualTo(NINE);
            assertThat(now.updatedAt()).isEqualTo(TEN);
            assertThat(now.status()).isEqualTo(TicketStatus.OPEN);
        }
    }

    private static Ticket ticket(String eventId, Instant createdAt, Instant updatedAt, TicketStatus status) {
        return new Ticket(
                "freshdesk:11",
                "default",
                "freshdesk",
                "freshdesk",
                "11",
                null,
                eventId,
                Channel.EMAIL,
                "Export fails",
                "",
                null,
                null,
                null,
                List.of(),
                new Requester(null, null, "bob@acme.example", null),
                null,
                null,
                List.of(),
                Map.of(),
                status,
                null,
                false,
                createdAt,
                updatedAt,
                updatedAt);
    }
}

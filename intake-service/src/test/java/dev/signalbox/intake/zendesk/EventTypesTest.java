package dev.signalbox.intake.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.intake.reading.Connection;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypesTest {

    @ParameterizedTest
    @CsvSource({
        "ticket.created, ticket",
        "ticket.agent_assignment_changed, ticket ASSIGNED",
        "ticket.attachment_linked_to_comment, NOTHING_FOR_US",
        "ticket.attachment_redacted_from_comment, NOTHING_FOR_US",
        "ticket.brand_changed, ticket",
        "ticket.comment_added, ticket CUSTOMER_REPLIED",
        "ticket.comment_made_private, NOTHING_FOR_US",
        "ticket.comment_redacted, NOTHING_FOR_US",
        "ticket.csat_received, RATED",
        "ticket.csat_requested, NOTHING_FOR_US",
        "ticket.custom_field_changed, NOTHING_FOR_US",
        "ticket.custom_status_changed, ticket",
        "ticket.description_changed, ticket",
        "ticket.email_ccs_changed, NOTHING_FOR_US",
        "ticket.external_id_changed, ticket",
        "ticket.followers_changed, NOTHING_FOR_US",
        "ticket.form_changed, ticket",
        "ticket.group_assignment_changed, ticket",
        "ticket.marked_as_spam, STATUS_CHANGED",
        "ticket.merged, ticket MERGED",
        "ticket.next_sla_breach_changed, NOTHING_FOR_US",
        "ticket.ola_policy_changed, NOTHING_FOR_US",
        "ticket.organization_changed, ticket",
        "ticket.permanently_deleted, STATUS_CHANGED",
        "ticket.priority_changed, ticket PRIORITY_CHANGED",
        "ticket.problem_link_changed, NOTHING_FOR_US",
        "ticket.requester_changed, ticket",
        "ticket.schedule_changed, NOTHING_FOR_US",
        "ticket.sla_policy_changed, NOTHING_FOR_US",
        "ticket.soft_deleted, STATUS_CHANGED",
        "ticket.status_changed, ticket STATUS_CHANGED",
        "ticket.StatusChanged, ticket STATUS_CHANGED",
        "ticket.subject_changed, ticket",
        "ticket.submitter_changed, NOTHING_FOR_US",
        "ticket.tags_changed, ticket",
        "ticket.task_due_at_changed, NOTHING_FOR_US",
        "ticket.type_changed, ticket",
        "ticket.undeleted, ticket REOPENED",
        "ticket.something_new, NOTHING_FOR_US",
        "user.created, NOT_A_TICKET",
        "organization.deleted, NOT_A_TICKET",
        "article.published, NOT_A_TICKET",
    })
    void everyTypeOfEventHasItsOutcome(String type, String outcome) throws IOException {
        String payload = """
            {"type": "zen:event-type:%s", "id": "e1", "time": "2026-11-22T08:40:00Z", "subject": "zen:ticket:5158",
             "detail": {"subject": "s", "description": "d", "status": "OPEN", "priority": "LOW", "requester_id": "7",
                        "actor_id": "9", "created_at": "2026-11-22T08:00:00Z", "updated_at": "2026-11-22T08:40:00Z"},
             "event": {"current": "4", "previous": "OPEN",
                       "comment": {"id": "1", "body": "more", "is_public": true, "author": {"id": "7", "is_staff": false}}}}
            """.formatted(type);
        Delivery delivery = new Delivery(
                Connection.named("zendesk", "zendesk"),
                new ObjectMapper().readTree(payload),
                Map.of(),
                null,
                Instant.parse("2026-11-22T09:00:00Z"));
        StringBuilder told = new StringBuilder();
        for (Reading part : new Zendesk().read(delivery).parts()) {
            told.append(told.isEmpty() ? "" : " ").append(word(part));
        }
        assertThat(told).hasToString(outcome);
    }

    private static String word(Reading part) {
        if (part instanceof Reading.TicketTold told) {
            assertThat(told.ticket().id()).isEqualTo("zendesk:5158");
            return "ticket";
        }
        if (part instanceof Reading.ActivityTold told) {
            return told.activity().kind().name();
        }
        return part instanceof Reading.Skipped skipped ? skipped.reason().name() : "refused";
    }
}

package dev.signalbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    /** Whoever changes these breaks every consumer's memory of what it has seen. */
    @Test
    void idsNeverChange() {
        assertThat(EventIds.of(Topic.TICKETS_SCORED, "zendesk:35436", 3))
                .isEqualTo("d64960c2-28ef-520f-b83c-ef0b4185cba7");
        assertThat(EventIds.of("a", "b")).isEqualTo("c0e77483-d78e-5242-b6a0-c1a2debce3f1");
    }

    @Test
    void idIsANameBasedUuidOfVersionFive() {
        UUID id = UUID.fromString(EventIds.of(Topic.TICKETS_SCORED, "zendesk:35436", 3));

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void topicTicketAndSequenceEachMakeAnotherId() {
        Set<String> ids = new HashSet<>();
        for (Topic topic : Topic.values()) {
            for (int ticket = 0; ticket < 20; ticket++) {
                for (long sequence = 0; sequence < 20; sequence++) {
                    ids.add(EventIds.of(topic, "desk:" + ticket, sequence));
                }
            }
        }

        assertThat(ids).hasSize(Topic.values().length * 20 * 20);
    }

    @Test
    void partsAreKeptApart() {
        assertThat(EventIds.of("ab", "c"))
                .isNotEqualTo(EventIds.of("a", "bc"))
                .isNotEqualTo(EventIds.of("c", "ab"))
                .isNotEqualTo(EventIds.of("abc"));
    }
}

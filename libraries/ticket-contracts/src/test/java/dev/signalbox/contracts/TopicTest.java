package dev.signalbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {

    @ParameterizedTest
    @CsvSource({
        "HELPDESK_EVENTS, helpdesk.events, 12, DELETE, 7, 4",
        "TICKETS_RAW, tickets.raw, 12, DELETE, 90, 1",
        "SLA_TIMERS, sla.timers, 12, DELETE, 7, 1",
        "AGENTS_ACTIVITY, agents.activity, 3, DELETE, 90, 1",
        "ACCOUNTS, accounts, 6, COMPACT, 0, 1",
        "POLICIES, policies, 1, COMPACT, 0, 1",
        "TICKETS_QUARANTINE, tickets.quarantine, 3, DELETE, 30, 6"
    })
    void settingsAreThoseOfTheContract(
            Topic topic, String name, int partitions, Topic.Cleanup cleanup, int days, int mebibytes) {
        assertThat(topic.topicName()).isEqualTo(name);
        assertThat(Topic.named(name)).isEqualTo(topic);
        assertThat(topic.partitions()).isEqualTo(partitions);
        assertThat(topic.cleanup()).isEqualTo(cleanup);
        assertThat(topic.retention()).isEqualTo(Duration.ofDays(days));
        assertThat(topic.maxMessageBytes()).isEqualTo(mebibytes * 1024 * 1024);
    }

    @Test
    void topicsThatAreKeyedByTicketHaveEqualPartitionCounts() {
        Set<Topic> otherKeys = EnumSet.of(
                Topic.AGENTS_ACTIVITY,
                Topic.ACCOUNTS,
                Topic.AGENTS,
                Topic.KNOWLEDGE,
                Topic.HISTORY,
                Topic.POLICIES,
                Topic.TICKETS_QUARANTINE);

        assertThat(EnumSet.complementOf(EnumSet.copyOf(otherKeys)))
                .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(12));
    }

    @Test
    void namesAreUniqueAndUnknownOnesAreRefused() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::topicName)).doesNotHaveDuplicates();
        assertThatThrownBy(() -> Topic.named("tickets")).hasMessage("No topic is named tickets");
    }
}

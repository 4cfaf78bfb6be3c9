package dev.signalbox.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Topic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void whatIsWrittenIsReadFromTheBeginningInOrder() {
        CaseFile first = Examples.aCase().scored();
        CaseFile second = Examples.aCase().version(2).scored();
        String id = first.ticket().id();
        try (TopicWriter writer = TopicWriter.open();
                TopicReader reader = TopicReader.of(Topic.TICKETS_SCORED)) {
            writer.write(Event.sequenced(Topic.TICKETS_SCORED, id, 1, first.asOf(), first));
            writer.write(Event.sequenced(Topic.TICKETS_SCORED, id, 2, second.asOf(), second));

            assertThat(reader.await(id, CaseFile.class, c -> c.version() == 2)).isEqualTo(second);
            assertThat(reader.all(id, CaseFile.class)).containsExactly(first, second);
            assertThat(reader.await(r -> id.equals(r.key())).headers()).containsEntry("ce_sequence", "1");
        }
    }

    @Test
    void referenceDataIsWrittenUnderItsOwnKeyAndDeletedByNull() {
        AccountProfile acme = Examples.anAccount().id("written").build();
        try (TopicWriter writer = TopicWriter.open();
                TopicReader reader = TopicReader.of(Topic.ACCOUNTS)) {
            writer.write(Topic.ACCOUNTS, acme.id(), acme);
            writer.write(Topic.ACCOUNTS, "deleted", (Object) null);

            assertThat(reader.await(acme.id(), AccountProfile.class, a -> true)).isEqualTo(acme);
            assertThat(reader.await(r -> "deleted".equals(r.key())).value()).isNull();
        }
    }
}

package dev.signalbox.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.enrichment.classify.embedding.Encoder;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.enrichment.classify.embedding.SentenceEncoder;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.StackAddresses;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the encoder is at work, somebody else takes every lock that enriching these tickets needs. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(EncoderOutsideTransactionsTest.AlwaysAsked.class)
class EncoderOutsideTransactionsTest {

    private static final String MARK = "zyx wvut srqp";
    private static final Queue<String> LOCKED_OUT = new ConcurrentLinkedQueue<>();
    private static final Queue<String> ENCODED = new ConcurrentLinkedQueue<>();

    private final TopicWriter topics = TopicWriter.open();
    private final TopicReader enriched = TopicReader.of(Topic.TICKETS_ENRICHED);
    private final String company = "c" + UUID.randomUUID().toString().substring(0, 8);

    /** The shipped sample is learnt with its meanings, and no meaning is remembered. */
    public static final class AlwaysAsked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signalbox.enrichment.embedding-from", "0");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Watched.class);
        }
    }

    @Alternative
    static final class Watched {
        @Produces
        @Singleton
        @Alternative
        Meanings meanings() {
            return new Meanings(0, () -> watched(new SentenceEncoder()));
        }
    }

    private static Encoder watched(SentenceEncoder encoder) {
        return texts -> {
            List<String> ours =
                    texts.stream().filter(text -> text.contains(MARK)).toList();
            ENCODED.addAll(ours);
            if (!ours.isEmpty()) {
                takeAllLocks(ours);
            }
            return encoder.encode(texts);
        };
    }

    private static void takeAllLocks(List<String> texts) {
        StackAddresses stack = EmbeddedStack.addresses();
        try (Connection other = DriverManager.getConnection(stack.jdbcUrl(), stack.user(), stack.password());
                Statement statement = other.createStatement()) {
            // whoever waits for the encoder under a lock waits for longer than this
            statement.execute("set lock_timeout = '5s'");
            statement.execute("begin");
            statement.execute("select pg_advisory_xact_lock(" + 0x5163_6163_636fL + ")");
            statement.execute("select id from enrichment.ticket_case where state like '%" + MARK + "%' for update");
            statement.execute("rollback");
        } catch (SQLException e) {
            LOCKED_OUT.add(e.getMessage() + ": " + texts);
        }
    }

    @BeforeEach
    void publishThePolicy() {
        PublishedPolicy.starter(topics);
        ENCODED.clear();
        LOCKED_OUT.clear();
    }

    @AfterEach
    void close() {
        topics.close();
        enriched.close();
    }

    @Test
    void noCaseIsLockedWhileTheEncoderIsAskedAboutNewTicketsLaterRepliesAndTicketsOfAChangedAccount() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> "zendesk:" + UUID.randomUUID())
                .toList();
        ids.forEach(id -> topics.write(raw(id)));
        ids.forEach(id -> await(id, 1));
        assertThat(ENCODED).isNotEmpty();

        ENCODED.clear();
        topics.write(reply(ids.get(0)));
        await(ids.get(0), 2);
        assertThat(ENCODED).anyMatch(text -> text.contains("Any news?"));

        ENCODED.clear();
        topics.write(Topic.ACCOUNTS, company, Examples.anAccount().id(company).build());
        await(ids.get(0), 3);
        await(ids.get(1), 2);
        assertThat(ENCODED).isNotEmpty();

        assertThat(LOCKED_OUT).isEmpty();
    }

    private Event raw(String id) {
        Ticket ticket = Examples.aTicket()
                .id(id)
                .from("ann@" + company + ".example")
                .saying("Odd", MARK + " " + id)
                .build();
        return Event.fact(Topic.TICKETS_RAW, id, ticket.eventId(), ticket.updatedAt(), ticket);
    }

    private Event reply(String id) {
        Instant at = Examples.NOW.plus(Duration.ofMinutes(1));
        Activity activity = new Activity(
                id,
                id + "/a1",
                at,
                ActivityKind.CUSTOMER_REPLIED,
                new Actor(Actor.Kind.CUSTOMER, "77", "ann@" + company + ".example"),
                true,
                "Any news?",
                null,
                null,
                null,
                null,
                null);
        return Event.fact(Topic.TICKETS_ACTIVITY, id, activity.activityId(), at, activity);
    }

    private void await(String id, long version) {
        enriched.await(id, CaseFile.class, file -> file.version() == version);
    }
}

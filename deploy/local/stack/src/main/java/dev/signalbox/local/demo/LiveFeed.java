package dev.signalbox.local.demo;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Topic;
import dev.signalbox.local.cli.Console;
import dev.signalbox.local.story.Story;
import dev.signalbox.local.story.StoryLine;
import dev.signalbox.local.story.Wording;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads along on every topic: counts, tells the crew and the leads, and prints what a viewer wants to see. */
final class LiveFeed implements Runnable {

    private static final List<Topic> TOPICS = Stream.concat(
                    Story.topics().stream(), Stream.of(Topic.TICKETS_QUARANTINE))
            .toList();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int WHY_SHOWN = 2;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Console console;
    private final Tally tally;
    private final Crew crew;
    private final Leads leads;
    private final Map<String, String> lastTold = new HashMap<>();
    private volatile boolean stopped;

    LiveFeed(String bootstrapServers, Console console, Tally tally, Crew crew, Leads leads) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        this.console = console;
        this.tally = tally;
        this.crew = crew;
        this.leads = leads;
    }

    /** From here on everything is seen. */
    void attach() {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic ->
                        IntStream.range(0, topic.partitions()).mapToObj(p -> new TopicPartition(topic.topicName(), p)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try (consumer) {
            while (!stopped) {
                consumer.poll(POLL).forEach(this::read);
            }
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        Topic topic = Topic.named(record.topic());
        switch (topic) {
            case TICKETS_RAW -> arrived(record);
            case TICKETS_SCORED -> scored(record);
            case TICKETS_ROUTED -> routed(record);
            case TICKETS_ACTIVITY -> activity(record);
            case SLA_ACTIONS -> tell(record, WHY_SHOWN);
            case SLA_CLOCKS -> clock(record);
            case ESCALATIONS -> escalation(record);
            case TICKETS_QUARANTINE -> quarantined(record);
            default -> {
                // told by what follows from it
            }
        }
    }

    private void arrived(ConsumerRecord<String, byte[]> record) {
        tally.arrived(record.key());
        tellOnce(record, "arrived", 0);
    }

    private void scored(ConsumerRecord<String, byte[]> record) {
        CaseFile file = Json.decode(record.value(), CaseFile.class);
        tally.scored(file);
        tellOnce(record, file.score().band() + " " + file.score().value(), WHY_SHOWN);
    }

    private void routed(ConsumerRecord<String, byte[]> record) {
        CaseFile file = Json.decode(record.value(), CaseFile.class);
        tally.routed(file);
        crew.routed(file);
        leads.routed(file);
        tellOnce(record, file.route().decision() + " " + file.route().agentId(), WHY_SHOWN + 1);
    }

    private void activity(ConsumerRecord<String, byte[]> record) {
        Activity activity = Json.decode(record.value(), Activity.class);
        switch (activity.kind()) {
            case CUSTOMER_REPLIED, SOLVED, REOPENED, RATED -> tell(record, 0);
            default -> {
                // routing tells of it
            }
        }
    }

    private void clock(ConsumerRecord<String, byte[]> record) {
        ClockChange change = Json.decode(record.value(), ClockChange.class);
        tally.clockChanged(change);
        if (change.kind() == ClockEvent.BREACHED || change.kind() == ClockEvent.FULFILLED) {
            tell(record, 0);
        }
    }

    private void escalation(ConsumerRecord<String, byte[]> record) {
        Escalation escalation = Json.decode(record.value(), Escalation.class);
        tally.escalated(escalation);
        leads.alarmed(escalation);
        tell(record, WHY_SHOWN + 1);
    }

    private void quarantined(ConsumerRecord<String, byte[]> record) {
        Quarantined quarantined = Json.decode(record.value(), Quarantined.class);
        tally.quarantined(quarantined);
        print(
                "(unreadable)",
                Story.line(Topic.TICKETS_QUARANTINE, record.value()).orElseThrow(),
                1);
    }

    /** Tells of a record unless the last one of its topic and ticket said the same. */
    private void tellOnce(ConsumerRecord<String, byte[]> record, String state, int why) {
        if (!state.equals(lastTold.put(record.topic() + "/" + record.key(), state))) {
            tell(record, why);
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record, int why) {
        print(
                record.key(),
                Story.line(Topic.named(record.topic()), record.value()).orElseThrow(),
                why);
    }

    private void print(String ticketId, StoryLine line, int why) {
        String station = line.who().name().toLowerCase(Locale.ROOT);
        String head = String.format(Locale.ROOT, "%s  %-16s %-11s ", Wording.time(line.at()), ticketId, station);
        console.progress(console.tinted(Console.Tint.QUIET, head) + console.tinted(tint(line), line.what()));
        line.why().stream()
                .limit(why)
                .forEach(reason -> console.progress(console.tinted(Console.Tint.QUIET, " ".repeat(40) + reason)));
    }

    private static Console.Tint tint(StoryLine line) {
        return switch (line.who()) {
            case HELPDESK -> Console.Tint.STRONG;
            case WATCHDOG -> Console.Tint.WARNING;
            case ESCALATION, QUARANTINE -> Console.Tint.BAD;
            default -> Console.Tint.GOOD;
        };
    }
}

package dev.signalbox.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Rates, delay and trouble of a service's streams, under the same names in every service. */
@ApplicationScoped
public class StreamMetrics {

    private static final Logger LOG = Logger.getLogger(StreamMetrics.class);

    private final MeterRegistry meters;
    private final Timer batches;
    private final AtomicLong oldestMillis = new AtomicLong();

    StreamMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.batches = Timer.builder("signalbox.batch")
                .description("Time from reading a batch to its commit")
                .publishPercentileHistogram()
                .register(meters);
        TimeGauge.builder("signalbox.oldest.unprocessed.age", oldestMillis::get, TimeUnit.MILLISECONDS)
                .description("Age of the oldest record of the batch that is being processed")
                .register(meters);
    }

    /** Counts a batch and times its processing. */
    public Uni<Void> timing(List<ConsumerRecord<String, byte[]>> records, Uni<Void> processing) {
        if (records.isEmpty()) {
            return processing;
        }
        long begun = System.nanoTime();
        long oldest =
                records.stream().mapToLong(ConsumerRecord::timestamp).min().orElse(0);
        oldestMillis.set(Math.max(0, System.currentTimeMillis() - oldest));
        return processing.invoke(() -> {
            batches.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            oldestMillis.set(0);
            records.stream()
                    .collect(Collectors.groupingBy(ConsumerRecord::topic, Collectors.counting()))
                    .forEach((topic, count) ->
                            meters.counter("signalbox.records", "topic", topic).increment(count));
        });
    }

    /** Counts an attempt that failed for a reason that passes. */
    void waitedOut(Throwable failure) {
        meters.counter("signalbox.retries", "cause", failure.getClass().getSimpleName())
                .increment();
        LOG.warnf("waiting: %s", failure);
    }

    /** Records how long something took, for example from due to fired. */
    public void record(String name, Duration duration, String... tags) {
        Timer.builder(name)
                .tags(tags)
                .publishPercentileHistogram()
                .register(meters)
                .record(duration);
    }
}

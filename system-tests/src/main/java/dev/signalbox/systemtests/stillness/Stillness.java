package dev.signalbox.systemtests.stillness;

import dev.signalbox.contracts.Topic;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.PostgresProcess;
import dev.signalbox.local.ServiceProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Waits until everything is drained: nothing to read, nothing to publish, no timer due soon, no record any more. */
public final class Stillness {

    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final Duration TELL = Duration.ofSeconds(5);
    private static final Duration HORIZON = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 1_000;

    private final LocalStack stack;
    private final Groups groups;
    private final Pending pending;
    private final Consumer<String> progress;

    public Stillness(LocalStack stack, Groups groups, Consumer<String> progress) {
        this.stack = stack;
        this.groups = groups;
        this.progress = progress;
        this.pending = new Pending(stack.postgres().jdbcUrl(), PostgresProcess.USER, PostgresProcess.PASSWORD);
    }

    /** Every partition of every topic. */
    public static Set<TopicPartition> partitions() {
        return Arrays.stream(Topic.values())
                .flatMap(topic ->
                        IntStream.range(0, topic.partitions()).mapToObj(p -> new TopicPartition(topic.topicName(), p)))
                .collect(Collectors.toSet());
    }

    /**
     * Waits; a service that has ended by itself is started again.
     *
     * @throws IllegalStateException if it is not still when the patience ends; the message says what goes on
     */
    public void await(Duration patience) throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<TopicPartition, Long> ends = Map.of();
        long quietSince = System.nanoTime();
        String told = "";
        long tellAt = System.nanoTime();
        while (System.nanoTime() - quietSince < QUIET.toNanos()) {
            revive();
            Map<String, Long> open = open();
            Map<TopicPartition, Long> now = groups.ends(partitions());
            if (!open.isEmpty() || !now.equals(ends)) {
                quietSince = System.nanoTime();
                ends = now;
            }
            if (!open.toString().equals(told) && (open.isEmpty() || System.nanoTime() > tellAt)) {
                told = open.toString();
                tellAt = System.nanoTime() + TELL.toNanos();
                progress.accept("still to do: " + told);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "After " + patience.toMinutes() + " minutes there is still to do: " + open);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Map<String, Long> open() throws ExecutionException, InterruptedException {
        Map<String, Long> open = new TreeMap<>(groups.lags());
        try {
            open.putAll(pending.count(HORIZON));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be asked what is pending", e);
        }
        return open;
    }

    private void revive() {
        for (ServiceProcess service : stack.services()) {
            if (!service.isRunning()) {
                progress.accept(service.name() + " has ended by itself and is started again");
                service.start();
            }
        }
    }
}

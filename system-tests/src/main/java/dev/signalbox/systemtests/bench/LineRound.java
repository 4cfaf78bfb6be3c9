package dev.signalbox.systemtests.bench;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.local.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One round of the whole line.
 *
 * @param assignedShare of the tickets that were assigned to an agent
 * @param micros processor time of one ticket in each process, in microseconds
 * @param generatorMicros of the load generator, which belongs to no ticket's way
 */
record LineRound(double ticketsPerSecond, double assignedShare, Map<String, Double> micros, double generatorMicros) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Processor time of one ticket over all processes of the line, in microseconds. */
    double totalMicros() {
        return micros.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static LineRound run(
            LocalStack stack, LineLoad load, RoutedTickets routed, Settling settling, String prefix, int count)
            throws Exception {
        Map<Part, Duration> before = use(stack);
        Duration generatorBefore = ProcessUse.ownCpu();
        long begin = System.nanoTime();
        load.publish(prefix, count);
        awaitRouted(routed, prefix, count);
        double seconds = (System.nanoTime() - begin) / 1e9;
        // what follows from a ticket is part of its price, and no part of the next round's
        settling.await();
        Map<String, Double> micros = new LinkedHashMap<>();
        use(stack)
                .forEach((part, used) ->
                        micros.put(part.name(), used.minus(before.get(part)).toNanos() / 1e3 / count));
        double generator = ProcessUse.ownCpu().minus(generatorBefore).toNanos() / 1e3 / count;
        return new LineRound(count / seconds, routed.assigned(prefix) / (double) count, micros, generator);
    }

    /** Waits until every ticket has been routed once. */
    static void awaitRouted(RoutedTickets routed, String prefix, int count) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (routed.routed(prefix) < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Only " + routed.routed(prefix) + " of " + count
                        + " tickets were routed within " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(20);
        }
    }

    private static Map<Part, Duration> use(LocalStack stack) {
        List<Part> parts = new ArrayList<>(List.<ServiceProcess>copyOf(stack.services()));
        parts.add(stack.kafka());
        parts.add(stack.postgres());
        Map<Part, Duration> use = new LinkedHashMap<>();
        parts.forEach(part -> use.put(part, ProcessUse.cpu(part.pid())));
        return use;
    }
}

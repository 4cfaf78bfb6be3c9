package dev.signalbox.systemtests.bench;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.PostgresProcess;
import dev.signalbox.local.TopicScan;
import dev.signalbox.testsupport.Examples;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Timers under load: many pending, and levels of real clocks that fall due at an even rate.
 *
 * @param firedLate milliseconds from due to fired, one for each level
 * @param decidedLate milliseconds from due to the commit of the decision
 */
record TimerLoad(int expected, double[] firedLate, double[] decidedLate) {

    private static final Duration TARGET = Duration.ofHours(2);
    private static final Duration RESOLUTION = Duration.ofHours(200);
    private static final int FIRST_LEVEL = 50;
    private static final String SOURCE = "timers";

    /**
     * @param pending timers that are not due during the run
     * @param perSecond levels that fall due each second
     * @param seconds how long
     */
    static TimerLoad run(LocalStack stack, String policy, int pending, int perSecond, int seconds) throws Exception {
        fill(stack, pending);
        return run(stack, policy, perSecond, seconds, SOURCE, () -> {}, () -> {});
    }

    /**
     * The same without timers that are not due.
     *
     * @param source the source of its tickets
     * @param begin told when the first level is about to fall due
     * @param end told when the last one has fallen due
     */
    static TimerLoad run(
            LocalStack stack, String policy, int perSecond, int seconds, String source, Runnable begin, Runnable end)
            throws Exception {
        int count = perSecond * seconds;
        // all clocks must be running before the first level is due
        Instant firstDue = Instant.now().plusSeconds(60 + count / 1000);
        publish(stack, policy, source, firstDue, perSecond, count);
        awaitMoment(firstDue);
        begin.run();
        awaitMoment(firstDue.plusSeconds(seconds));
        end.run();
        awaitMoment(firstDue.plusSeconds(seconds + 20L));
        try (TopicScan scan = new TopicScan(stack.kafka().bootstrapServers())) {
            return read(scan, source, count);
        }
    }

    private static void awaitMoment(Instant moment) throws InterruptedException {
        while (Instant.now().isBefore(moment)) {
            Thread.sleep(100);
        }
    }

    private static void fill(LocalStack stack, int pending) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        stack.postgres().jdbcUrl(), PostgresProcess.USER, PostgresProcess.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into watchdog.timer (key, ticket_id, kind, due_at, payload) "
                    + "select 'pending-' || n, 'pending:' || n, 'LEVEL', now() + interval '30 days' + n * interval '1 s', "
                    + "'{}' from generate_series(1, " + pending + ") as n");
            statement.execute("analyze watchdog.timer");
        }
    }

    private static void publish(
            LocalStack stack, String policy, String source, Instant firstDue, int perSecond, int count) {
        try (Burst burst = new Burst(stack.kafka().bootstrapServers())) {
            for (int i = 0; i < count; i++) {
                Instant due = firstDue.plusNanos((long) (i * 1e9 / perSecond));
                burst.send(scored(policy, source + ":" + i, due.minus(TARGET.dividedBy(2))));
            }
        }
    }

    static Event scored(String policy, String ticket, Instant createdAt) {
        var scored = Examples.aCase()
                .policy(policy)
                .asOf(createdAt)
                .of(Examples.aTicket()
                        .id(ticket)
                        .createdAt(createdAt)
                        .updatedAt(createdAt)
                        .build())
                .targets(TARGET, RESOLUTION)
                .scored();
        return Event.sequenced(Topic.TICKETS_SCORED, ticket, 1, createdAt, scored);
    }

    private static TimerLoad read(TopicScan scan, String source, int expected) {
        Map<String, Instant> due = new HashMap<>();
        List<Double> fired = new ArrayList<>();
        scan.forEach(Topic.SLA_TIMERS, record -> {
            if (record.key().startsWith(source + ":")) {
                SlaTimer timer = Json.decode(record.value(), SlaTimer.class);
                if (timer.clock() == ClockKind.FIRST_RESPONSE
                        && timer.level() == FIRST_LEVEL
                        && due.putIfAbsent(record.key(), timer.dueAt()) == null) {
                    fired.add(millis(timer.dueAt(), timer.firedAt()));
                }
            }
        });
        Map<String, Instant> decided = new HashMap<>();
        scan.forEach(Topic.SLA_ACTIONS, record -> {
            if (record.key().startsWith(source + ":")) {
                SlaAction action = Json.decode(record.value(), SlaAction.class);
                decided.putIfAbsent(record.key(), action.at());
            }
        });
        scan.forEach(Topic.SLA_CLOCKS, record -> {
            if (record.key().startsWith(source + ":")) {
                ClockChange change = Json.decode(record.value(), ClockChange.class);
                if (change.level() != null && change.level() == FIRST_LEVEL) {
                    decided.putIfAbsent(record.key(), change.at());
                }
            }
        });
        double[] decidedLate = decided.entrySet().stream()
                .filter(entry -> due.containsKey(entry.getKey()))
                .mapToDouble(entry -> millis(due.get(entry.getKey()), entry.getValue()))
                .toArray();
        return new TimerLoad(
                expected, fired.stream().mapToDouble(Double::doubleValue).toArray(), decidedLate);
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}

package dev.signalbox.systemtests.accounting;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.chaos.Kill;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Hooked;
import dev.signalbox.systemtests.history.Said;
import dev.signalbox.systemtests.invariants.Finding;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the run has shown, as a table. */
record Statement(long seed, History history, List<Finding> findings, List<Kill> kills, Duration took) {

    private static final class Count {
        private final Set<String> ids = new HashSet<>();
        private long records;
        private long afterReset;

        void add(Said<?> said) {
            records++;
            ids.add(said.id());
            afterReset += said.afterReset() ? 1 : 0;
        }
    }

    /** Nothing was lost, doubled or broken. */
    boolean balances() {
        return findings.stream().allMatch(finding -> finding.count() == 0);
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%nAccounting, seed %d, %s%n%n", seed, Progress.clock(took));
        out.printf(
                Locale.ROOT,
                "  accepted: %d tickets, %d activities, %d unreadable records%n",
                accepted(Accepted.Kind.TICKET),
                accepted(Accepted.Kind.ACTIVITY),
                accepted(Accepted.Kind.GARBAGE));
        out.printf(
                Locale.ROOT,
                "  webhooks: %d attempts, %d taken%n%n",
                history.hooked().size(),
                history.hooked().stream().filter(Hooked::taken).count());
        for (Finding finding : findings) {
            out.printf(Locale.ROOT, "  %-45s %7d%n", finding.violation(), finding.count());
            finding.examples().forEach(example -> out.println("      " + example));
        }
        out.println();
        Lateness.of(history, kills).lines().forEach(line -> out.println("  " + line));
        printTopics(out);
        printKills(out);
        out.printf("%n%s%n", balances() ? "The account balances." : "The account does not balance.");
    }

    private void printTopics(PrintStream out) {
        Map<Topic, Count> counts = new EnumMap<>(Topic.class);
        history.records()
                .forEach(said -> counts.computeIfAbsent(said.topic(), topic -> new Count())
                        .add(said));
        out.printf("%n  %-20s %9s %9s %9s %12s%n", "topic", "records", "events", "repeated", "after reset");
        counts.forEach((topic, count) -> out.printf(
                Locale.ROOT,
                "  %-20s %9d %9d %9d %12d%n",
                topic.topicName(),
                count.records,
                count.ids.size(),
                count.records - count.ids.size(),
                count.afterReset));
    }

    private void printKills(PrintStream out) {
        out.printf("%n  %-26s %9s %9s%n", "kill -9", "at", "away");
        kills.forEach(kill -> out.printf(
                Locale.ROOT,
                "  %-26s %9s %7.1f s%n",
                kill.victim(),
                Progress.clock(kill.since()),
                kill.away().toMillis() / 1e3));
    }

    private long accepted(Accepted.Kind kind) {
        return history.accepted().stream()
                .filter(accepted -> accepted.kind() == kind)
                .map(Accepted::factId)
                .distinct()
                .count();
    }
}

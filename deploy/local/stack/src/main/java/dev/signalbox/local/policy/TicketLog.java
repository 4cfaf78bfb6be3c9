package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Topic;
import dev.signalbox.local.TopicScan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the topics remember of tickets: every scored version, the first routing decision, how the first answer came out.
 *
 * @param scored every version once, in the order of {@code asOf}
 * @param firstRoutes by ticket, the decision about a new ticket
 * @param answers by ticket, where the first answer has come or its deadline has passed
 * @param assignments tickets that each agent was given
 */
public record TicketLog(
        List<CaseFile> scored,
        Map<String, CaseFile> firstRoutes,
        Map<String, FirstAnswer> answers,
        Map<String, Integer> assignments) {

    /**
     * Reads it from the topics.
     *
     * @param since versions decided before are left out
     */
    public static TicketLog read(String bootstrapServers, Instant since) {
        try (TopicScan scan = new TopicScan(bootstrapServers)) {
            return of(
                    cases(scan, Topic.TICKETS_SCORED),
                    cases(scan, Topic.TICKETS_ROUTED),
                    scan.all(Topic.SLA_CLOCKS).stream()
                            .map(record -> Json.decode(record.value(), ClockChange.class))
                            .toList(),
                    since);
        }
    }

    static TicketLog of(List<CaseFile> scored, List<CaseFile> routed, List<ClockChange> clocks, Instant since) {
        Set<String> seen = new HashSet<>();
        List<CaseFile> versions = scored.stream()
                .filter(file -> !file.asOf().isBefore(since))
                .filter(file -> seen.add(file.ticket().id() + " " + file.version()))
                .sorted(Comparator.comparing(CaseFile::asOf))
                .toList();
        Map<String, CaseFile> first = new HashMap<>();
        Map<String, Integer> assignments = new TreeMap<>();
        Set<String> told = new HashSet<>();
        for (CaseFile file : routed) {
            if (file.asOf().isBefore(since)
                    || !told.add(file.ticket().id() + " " + file.route().sequence())) {
                continue;
            }
            if (file.route().cause() == RouteCause.NEW) {
                first.putIfAbsent(file.ticket().id(), file);
            }
            if (file.route().decision() == RouteDecision.ASSIGNED
                    && file.route().acceptedAt() == null) {
                assignments.merge(file.route().agentId(), 1, Integer::sum);
            }
        }
        Map<String, FirstAnswer> answers = new HashMap<>();
        clocks.stream()
                .filter(change -> change.clock() == ClockKind.FIRST_RESPONSE && change.cycle() == 1)
                .forEach(change -> FirstAnswer.of(change)
                        .ifPresent(answer -> answers.merge(change.ticketId(), answer, FirstAnswer::and)));
        return new TicketLog(versions, first, answers, assignments);
    }

    /** The last version of each ticket. */
    List<CaseFile> tickets() {
        Map<String, CaseFile> last = new HashMap<>();
        scored.forEach(file -> last.put(file.ticket().id(), file));
        List<CaseFile> tickets = new ArrayList<>(last.values());
        tickets.sort(Comparator.<CaseFile, Instant>comparing(CaseFile::asOf)
                .thenComparing(file -> file.ticket().id()));
        return tickets;
    }

    private static List<CaseFile> cases(TopicScan scan, Topic topic) {
        return scan.all(topic).stream()
                .map(record -> Json.decode(record.value(), CaseFile.class))
                .toList();
    }
}

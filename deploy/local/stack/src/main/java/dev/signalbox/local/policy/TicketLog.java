package dev.signalbox.local.policy;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.Ticket;
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

/**
 * What the topics remember of tickets: every scored version, every routing decision, how the first answer came out.
 *
 * @param scored every version once, in the order of {@code asOf}
 * @param routed every decision once, in the order of time
 * @param answers by ticket, where the first answer has come or its deadline has passed
 * @param agents by id, as they are known now
 */
public record TicketLog(
        List<CaseFile> scored,
        List<CaseFile> routed,
        Map<String, FirstAnswer> answers,
        Map<String, AgentProfile> agents) {

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
                    AgentProfiles.read(scan),
                    since);
        }
    }

    static TicketLog of(
            List<CaseFile> scored,
            List<CaseFile> routed,
            List<ClockChange> clocks,
            Map<String, AgentProfile> agents,
            Instant since) {
        Set<String> versions = new HashSet<>();
        Set<String> decisions = new HashSet<>();
        Map<String, FirstAnswer> answers = new HashMap<>();
        clocks.stream()
                .filter(change -> change.clock() == ClockKind.FIRST_RESPONSE && change.cycle() == 1)
                .forEach(change -> FirstAnswer.of(change)
                        .ifPresent(answer -> answers.merge(change.ticketId(), answer, FirstAnswer::and)));
        return new TicketLog(
                scored.stream()
                        .filter(file -> !file.asOf().isBefore(since))
                        .filter(file -> versions.add(file.ticket().id() + " " + file.version()))
                        .sorted(Comparator.comparing(CaseFile::asOf))
                        .toList(),
                routed.stream()
                        .filter(file -> !file.asOf().isBefore(since))
                        .filter(file -> decisions.add(
                                file.ticket().id() + " " + file.route().sequence()))
                        .sorted(Comparator.<CaseFile, Instant>comparing(
                                        file -> file.route().decidedAt())
                                .thenComparing(file -> file.route().sequence()))
                        .toList(),
                answers,
                agents);
    }

    /** By ticket, the decision about a new ticket. */
    Map<String, CaseFile> firstRoutes() {
        Map<String, CaseFile> first = new HashMap<>();
        routed.stream()
                .filter(file -> file.route().cause() == RouteCause.NEW)
                .forEach(file -> first.putIfAbsent(file.ticket().id(), file));
        return first;
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
                .filter(file -> !file.ticket().source().equals(Ticket.CANARY_SOURCE))
                .toList();
    }
}

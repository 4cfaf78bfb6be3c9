package dev.signalbox.local.demo;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.local.demo.helpdesk.HelpdeskAgent;
import dev.signalbox.local.demo.helpdesk.HelpdeskFormat;
import dev.signalbox.local.demo.helpdesk.HelpdeskFormats;
import dev.signalbox.local.demo.helpdesk.Letter;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The agents at work: they take what they are given, answer and solve it in their helpdesk, or they do nothing. */
final class Crew {

    private static final String ANSWER = "Thank you for writing. I am looking into it and come back to you.";

    private final DemoTopics topics;
    private final Company company;
    private final Customers customers;
    private final DemoClock clock;
    private final Random random;
    private final Map<String, Set<Long>> owners = new HashMap<>();

    Crew(DemoTopics topics, Company company, Customers customers, DemoClock clock, Random random) {
        this.topics = topics;
        this.company = company;
        this.customers = customers;
        this.clock = clock;
        this.random = random;
    }

    /** Called with every record of {@code tickets.routed}, in order. */
    void routed(CaseFile file) {
        Route route = file.route();
        String id = file.ticket().id();
        Customers.Written ticket = customers.written(id);
        if (ticket == null || route.decision() != RouteDecision.ASSIGNED || route.acceptedAt() != null) {
            return;
        }
        Set<Long> epochs = owners.computeIfAbsent(id, unknown -> new HashSet<>());
        if (epochs.add(route.assignmentEpoch())
                && epochs.size() > ticket.script().ignoredBy()) {
            work(ticket, route.agentId());
        }
    }

    private void work(Customers.Written ticket, String agentId) {
        String source = ticket.script().helpdesk();
        HelpdeskFormat format = HelpdeskFormats.of(source);
        Letter letter = ticket.letter();
        var agent = new HelpdeskAgent(
                company.agentId(agentId, source), company.agentName(agentId), company.agentEmail(agentId));
        int takes = 1 + random.nextInt(3);
        int answers = takes + 2 + random.nextInt(3);
        int solves = answers + 10 + random.nextInt(15);
        clock.after(takes, () -> topics.publish(source, format.assigned(letter, agent, Instant.now())));
        clock.after(answers, () -> topics.publish(source, format.answered(letter, agent, ANSWER, Instant.now())));
        clock.after(solves, () -> topics.publish(source, format.solved(letter, agent, Instant.now())));
    }
}

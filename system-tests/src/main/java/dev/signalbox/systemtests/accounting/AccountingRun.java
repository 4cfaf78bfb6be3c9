package dev.signalbox.systemtests.accounting;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.sla.Level;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.ServiceProcess;
import dev.signalbox.local.Topics;
import dev.signalbox.systemtests.chaos.ClockJump;
import dev.signalbox.systemtests.chaos.Kill;
import dev.signalbox.systemtests.chaos.KillPlan;
import dev.signalbox.systemtests.chaos.Killer;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import dev.signalbox.systemtests.invariants.Checker;
import dev.signalbox.systemtests.load.Customers;
import dev.signalbox.systemtests.load.Delivery;
import dev.signalbox.systemtests.load.Helpdesk;
import dev.signalbox.systemtests.load.HookReceiver;
import dev.signalbox.systemtests.load.Journal;
import dev.signalbox.systemtests.load.ReferenceData;
import dev.signalbox.systemtests.load.ScriptedAgents;
import dev.signalbox.systemtests.load.Workload;
import dev.signalbox.systemtests.stillness.Groups;
import dev.signalbox.systemtests.stillness.Recording;
import dev.signalbox.systemtests.stillness.Stillness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** One run over one stack, from nothing to the statement. */
final class AccountingRun {

    private static final Set<ServiceName> ALONE = Set.of(ServiceName.INTAKE, ServiceName.SCORING);
    private static final Set<String> OWN_GROUPS = Set.of("scripted-agents");
    private static final int TICKETS_PER_SECOND = 40;
    private static final Duration GAP = Duration.ofSeconds(11);
    private static final Duration LEAD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int UPSET_ACCOUNTS = 20;

    private final LocalStack stack;
    private final int tickets;
    private final int kills;
    private final int jumps;
    private final long seed;
    private final byte[] policy;
    private final Progress progress = new Progress();

    /** @param jumps how often the wall clock of one watchdog jumps by two hours, beside the kills */
    AccountingRun(LocalStack stack, int tickets, int kills, int jumps, long seed, byte[] policy) {
        this.stack = stack;
        this.tickets = tickets;
        this.kills = kills;
        this.jumps = jumps;
        this.seed = seed;
        this.policy = policy;
    }

    Statement run() throws Exception {
        progress.say("seed " + seed + ", " + tickets + " tickets, " + kills + " kills, " + jumps + " clock jumps, in "
                + stack.data());
        try (HookReceiver hooks = new HookReceiver(new Random(seed))) {
            startStack(hooks);
            return run(hooks);
        }
    }

    private Statement run(HookReceiver hooks) throws Exception {
        Random random = new Random(seed);
        Customers customers = new Customers(random, tickets);
        ReferenceData.publish(servers(), customers);
        ReferenceData.bringOnline(url(ServiceName.ROUTING), customers.agents());
        List<Kill> killed;
        try (Journal journal = new Journal(stack.data().resolve("journal.jsonl"));
                Groups groups = new Groups(servers(), OWN_GROUPS)) {
            killed = publishAndKill(random, customers, journal);
            Stillness stillness = new Stillness(stack, groups, progress::say);
            stillness.await(PATIENCE);
            Instant quietAt = Instant.now();
            Map<TopicPartition, Long> ends = readAllAgain(groups, stillness);
            progress.say("reading every topic");
            List<Said<?>> records = Recording.of(servers(), ends);
            progress.say("checking " + records.size() + " records");
            History history = new History(journal.written(), customers.capacities(), records, hooks.hooked(), quietAt);
            return new Statement(seed, history, new Checker(levels()).check(history), killed, progress.elapsed());
        }
    }

    private void startStack(HookReceiver hooks) {
        stack.startStores(part -> progress.say(part.name() + " is ready"));
        Topics.create(servers());
        PolicyPublication.activate(servers(), policy);
        for (ServiceName service : ServiceName.values()) {
            Map<String, String> settings = service == ServiceName.ESCALATION ? hooks.settings() : Map.of();
            stack.add(service, 1, settings);
            if (!ALONE.contains(service)) {
                boolean jumping = jumps > 0 && service == ServiceName.SLA_WATCHDOG;
                stack.add(service, 2, jumping ? ClockJump.environment(clock()) : settings);
            }
        }
        stack.startServices(part -> progress.say(part.name() + " is ready"));
    }

    private List<Kill> publishAndKill(Random random, Customers customers, Journal journal) throws Exception {
        Duration window =
                Duration.ofSeconds(Math.max(tickets / TICKETS_PER_SECOND, GAP.toSeconds() * (kills + jumps) * 4 / 5));
        List<Delivery> deliveries =
                Workload.of(random, customers, tickets, Instant.now().plus(LEAD), window);
        progress.say(deliveries.size() + " deliveries within " + window.toSeconds() + " s");
        Killer killer = new Killer(plan(random), GAP, random, progress::say);
        try {
            try (Helpdesk helpdesk = new Helpdesk(servers(), url(ServiceName.INTAKE), journal);
                    ScriptedAgents agents = new ScriptedAgents(servers(), helpdesk, new Random(seed))) {
                agents.start();
                killer.start();
                int third = deliveries.size() / 3;
                helpdesk.say(deliveries.subList(0, third));
                ReferenceData.upset(servers(), customers, UPSET_ACCOUNTS);
                progress.say("a third is said; " + UPSET_ACCOUNTS + " customers are upset");
                helpdesk.say(deliveries.subList(third, 2 * third));
                ReferenceData.publish(servers(), customers);
                progress.say("two thirds are said; the customers are content again");
                helpdesk.say(deliveries.subList(2 * third, deliveries.size()));
                progress.say("everything is said");
            }
            progress.say("accepted: " + journal.size());
            return killer.finish();
        } finally {
            killer.stop();
        }
    }

    private List<Part> plan(Random random) {
        List<Part> plan = new ArrayList<>(KillPlan.of(stack, kills, random));
        if (jumps > 0) {
            List<ServiceProcess> watchdogs = replicas(ServiceName.SLA_WATCHDOG);
            // one process is not ended in two ways at once
            plan.replaceAll(part -> part == watchdogs.get(1) ? watchdogs.get(0) : part);
            ClockJump jump = new ClockJump(watchdogs.get(1), clock());
            for (int i = 0; i < jumps; i++) {
                plan.add(random.nextInt(plan.size() + 1), jump);
            }
        }
        return plan;
    }

    private Path clock() {
        return stack.data().resolve("clock-offset");
    }

    private Map<TopicPartition, Long> readAllAgain(Groups groups, Stillness stillness) throws Exception {
        progress.say("drained; every group is set back to the beginning");
        stack.services().parallelStream().forEach(ServiceProcess::stop);
        Map<TopicPartition, Long> ends = groups.ends(Stillness.partitions());
        progress.say("set back: " + groups.reset());
        stack.startServices(part -> progress.say(part.name() + " is ready"));
        stillness.await(PATIENCE);
        return ends;
    }

    private List<Integer> levels() {
        return PolicyDocument.parse(policy).policy().sla().watchdog().levels().stream()
                .map(Level::percent)
                .toList();
    }

    private String servers() {
        return stack.kafka().bootstrapServers();
    }

    private URI url(ServiceName service) {
        return replicas(service).get(0).url();
    }

    private List<ServiceProcess> replicas(ServiceName service) {
        return stack.services().stream()
                .filter(replica -> replica.service() == service)
                .toList();
    }
}

package dev.signalbox.local.demo;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.cli.Console;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Everybody who takes part in the demo, over a stack that is ready. */
public final class Demo implements AutoCloseable {

    private static final int UNREADABLE_AT = 26;
    private static final int AWAY_AT = 70;
    private static final int BACK_AT = 95;
    private static final int SETTLE_SECONDS = 20;
    private static final int INTRODUCTION_SECONDS = 60;
    private static final List<String> UNREADABLE = List.of(
            "{\"freshdesk_webhook\": {\"ticket_subject\": \"No number\"}}", "{\"type\": \"zen:event-type:ticket");

    private final Console console;
    private final DemoTopics topics;
    private final DemoClock clock;
    private final Company company;
    private final Customers customers;
    private final DeskHttp http;
    private final Tally tally = new Tally();
    private final LiveFeed feed;
    private final Thread reader;
    private int unreadable;

    /** @param seed of everything that happens at random */
    public Demo(LocalStack stack, Console console, long seed) {
        String kafka = stack.kafka().bootstrapServers();
        this.console = console;
        this.topics = new DemoTopics(kafka);
        this.clock = new DemoClock(console);
        this.company = new Company(topics);
        this.customers = new Customers(topics, company, clock, new Random(seed));
        this.http = new DeskHttp(
                url(stack, ServiceName.ENRICHMENT),
                url(stack, ServiceName.ROUTING),
                url(stack, ServiceName.ESCALATION));
        Crew crew = new Crew(topics, company, customers, clock, new Random(seed + 1));
        Leads leads = new Leads(http, clock, new Random(seed + 2));
        this.feed = new LiveFeed(kafka, console, tally, crew, leads);
        this.reader = new Thread(feed, "live feed");
    }

    /** The policy by which the demo works: minutes last a second. */
    public static byte[] policy() {
        return DemoPolicy.document();
    }

    private static URI url(LocalStack stack, ServiceName name) {
        return stack.services().stream()
                .filter(s -> s.service() == name)
                .findFirst()
                .orElseThrow()
                .url();
    }

    /**
     * Introduces the company and begins.
     *
     * @param seconds until nobody writes any more
     */
    public void begin(int seconds) {
        feed.attach();
        reader.setDaemon(true);
        reader.start();
        company.publish();
        awaitIntroduction();
        company.agentIds().forEach(agent -> http.presence(agent, "ONLINE"));
        customers.begin(seconds);
        if (seconds > UNREADABLE_AT) {
            clock.after(UNREADABLE_AT, this::sendUnreadable);
        }
        String restless = company.agentIds().get(1);
        clock.after(AWAY_AT, () -> http.presence(restless, "AWAY"));
        clock.after(BACK_AT, () -> http.presence(restless, "ONLINE"));
    }

    private void awaitIntroduction() {
        List<String> agents = company.agentIds();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(INTRODUCTION_SECONDS);
        while (!http.knows("juniper", agents.get(agents.size() - 1))) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure("The services did not take in the demo's accounts and agents within "
                        + INTRODUCTION_SECONDS + " s: their log files say why.");
            }
            pause();
        }
    }

    private void sendUnreadable() {
        for (String payload : UNREADABLE) {
            topics.publish("zendesk", payload.getBytes(StandardCharsets.UTF_8));
            unreadable++;
        }
    }

    /**
     * Waits until everything that was written has got somewhere, and prints the account.
     *
     * @return whether nothing was lost
     */
    public boolean end() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
        while (!tally.isSettled((int) in()) && System.nanoTime() < deadline) {
            pause();
        }
        SummaryTable table = new SummaryTable(tally, in());
        table.print(console);
        return table.lost() == 0;
    }

    private long in() {
        return customers.count() + unreadable + tally.byOthers(customers);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        clock.close();
        feed.stop();
        topics.close();
    }
}

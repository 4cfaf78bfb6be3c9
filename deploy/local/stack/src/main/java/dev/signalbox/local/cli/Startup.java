package dev.signalbox.local.cli;

import dev.signalbox.contracts.Topic;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.ServiceProcess;
import dev.signalbox.local.Topics;
import java.util.Locale;
import java.util.Map;

/** Starts a stack from nothing to ready and says so line by line. */
final class Startup {

    private final LocalStack stack;
    private final Console console;

    Startup(LocalStack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /**
     * Starts everything.
     *
     * @param policy the document that becomes active
     * @param always whether it replaces a policy that is active already
     * @param settings environment variables for every service
     */
    void run(byte[] policy, boolean always, Map<String, String> settings) {
        long begin = System.nanoTime();
        console.progress("Starting in " + stack.data());
        stack.startStores(part -> ready(part, begin));
        String kafka = stack.kafka().bootstrapServers();
        Topics.create(kafka);
        line("topics", "ready", Topic.values().length + " topics", begin);
        if (always || !PolicyPublication.hasActive(kafka)) {
            line("policy", "active", PolicyPublication.activate(kafka, policy), begin);
        }
        for (ServiceName service : ServiceName.values()) {
            stack.add(service, 1, settings);
        }
        stack.startServices(part -> ready(part, begin));
        console.progress(console.tinted(Console.Tint.GOOD, "Signalbox is ready"));
    }

    private void ready(Part part, long begin) {
        String address = part instanceof ServiceProcess service ? service.url().toString() : part.address();
        line(part.name(), "ready", address, begin);
    }

    private void line(String name, String state, String detail, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        console.progress(String.format(
                Locale.ROOT,
                "  %-14s %s  %-28s %s",
                name,
                console.tinted(Console.Tint.GOOD, String.format("%-6s", state)),
                detail,
                console.tinted(Console.Tint.QUIET, String.format(Locale.ROOT, "%5.1f s", seconds))));
    }
}

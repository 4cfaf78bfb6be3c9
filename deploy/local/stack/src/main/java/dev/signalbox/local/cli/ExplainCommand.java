package dev.signalbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.local.ServiceDoor;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.story.ClocksThen;
import dev.signalbox.local.story.Story;
import dev.signalbox.local.story.StoryLine;
import dev.signalbox.local.story.Wording;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./signalbox explain TICKET}: what happened to a ticket and why. */
@Command(name = "explain", description = "Tells the story of one ticket in plain words.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private KafkaOption kafka;

    @Parameters(paramLabel = "TICKET", description = "Its id, for example zendesk:35436.")
    private String ticketId;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Tells in the end what was believed of its clocks at that past moment, such as"
                    + " 2026-11-27T14:05:00Z, and what is right of it now.")
    private String at;

    @Option(
            names = "--watchdog",
            paramLabel = "URL",
            description =
                    "The sla-watchdog to ask about a past moment. Otherwise the one that ./signalbox starts. Its API"
                            + " key is SIGNALBOX_API_KEY.")
    private URI watchdog;

    @Override
    public Integer call() {
        Instant moment = at == null ? null : moment();
        List<StoryLine> story = Story.of(ticketId, kafka.bootstrapServers());
        if (story.isEmpty()) {
            throw new StackFailure("Nothing is known of a ticket " + ticketId
                    + ": an id is <source>:<id in the helpdesk>, for example zendesk:35436.");
        }
        Console console = Console.standard(false);
        console.result(console.tinted(Console.Tint.STRONG, "The story of " + ticketId));
        ZoneId own = ZoneId.systemDefault();
        ZoneId customers = Story.zoneOf(ticketId, kafka.bootstrapServers()).orElse(own);
        console.result(console.tinted(
                Console.Tint.QUIET,
                "times of " + own + (customers.equals(own) ? "" : "; in brackets the customer's, of " + customers)));
        tell(console, story, own, customers);
        if (moment != null) {
            console.result(console.tinted(
                    Console.Tint.STRONG,
                    "Its clocks as they were believed to be at " + Wording.dayAndTime(moment, own)
                            + (customers.equals(own) ? "" : " (" + Wording.dayAndTime(moment, customers) + ")")));
            List<StoryLine> then = new ClocksThen(clocksAt(moment)).lines();
            if (then.isEmpty()) {
                console.result("No clock was known then.");
            }
            tell(console, then, own, customers);
        }
        return 0;
    }

    private static void tell(Console console, List<StoryLine> story, ZoneId own, ZoneId customers) {
        for (StoryLine line : story) {
            String station = line.who().name().toLowerCase(Locale.ROOT);
            String at = Wording.dayAndTime(line.at(), own)
                    + (customers.equals(own) ? "" : " (" + Wording.dayAndTime(line.at(), customers) + ")");
            console.result(String.format(Locale.ROOT, "%s  %-11s %s", at, station, line.what()));
            String indent = " ".repeat(at.length() + 14);
            line.why().forEach(w -> console.result(console.tinted(Console.Tint.QUIET, indent + w)));
        }
    }

    private Instant moment() {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new StackFailure("--at is an instant such as 2026-11-27T14:05:00Z, not " + at + ".", e);
        }
    }

    private JsonNode clocksAt(Instant moment) {
        String ticket = URLEncoder.encode(ticketId, StandardCharsets.UTF_8).replace("+", "%20");
        return new ServiceDoor(ServiceName.SLA_WATCHDOG, watchdog, "--watchdog", System.getenv("SIGNALBOX_API_KEY"))
                .ask("GET", "/v1/clocks/" + ticket + "?at=" + moment, null);
    }
}

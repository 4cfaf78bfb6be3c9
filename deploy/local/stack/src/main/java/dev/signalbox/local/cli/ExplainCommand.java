package dev.signalbox.local.cli;

import dev.signalbox.local.StackFailure;
import dev.signalbox.local.story.Story;
import dev.signalbox.local.story.StoryLine;
import dev.signalbox.local.story.Wording;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./signalbox explain TICKET}: what happened to a ticket and why. */
@Command(name = "explain", description = "Tells the story of one ticket in plain words.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private KafkaOption kafka;

    @Parameters(paramLabel = "TICKET", description = "Its id, for example zendesk:35436.")
    private String ticketId;

    @Override
    public Integer call() {
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
        for (StoryLine line : story) {
            String station = line.who().name().toLowerCase(Locale.ROOT);
            String at = Wording.dayAndTime(line.at(), own)
                    + (customers.equals(own) ? "" : " (" + Wording.dayAndTime(line.at(), customers) + ")");
            console.result(String.format(Locale.ROOT, "%s  %-11s %s", at, station, line.what()));
            String indent = " ".repeat(at.length() + 14);
            line.why().forEach(w -> console.result(console.tinted(Console.Tint.QUIET, indent + w)));
        }
        return 0;
    }
}

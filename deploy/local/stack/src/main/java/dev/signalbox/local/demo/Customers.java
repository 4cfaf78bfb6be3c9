package dev.signalbox.local.demo;

import dev.signalbox.local.demo.helpdesk.HelpdeskFormats;
import dev.signalbox.local.demo.helpdesk.Letter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Write the tickets of the script, then more of them at random, until they are told to stop. */
final class Customers {

    private static final int FIRST_NUMBER = 50_001;
    private static final int PAUSE_SECONDS = 3;
    private static final int PAUSE_SPREAD_SECONDS = 3;

    /** A ticket on its way. */
    record Written(ScriptedTicket script, Letter letter) {}

    private final DemoTopics topics;
    private final Company company;
    private final DemoClock clock;
    private final Random random;
    private final DemoFiles.Script script = DemoFiles.script();
    private final AtomicInteger numbers = new AtomicInteger(FIRST_NUMBER);
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    Customers(DemoTopics topics, Company company, DemoClock clock, Random random) {
        this.topics = topics;
        this.company = company;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Puts everything on the clock.
     *
     * @param seconds after which nothing is written any more
     */
    void begin(int seconds) {
        int last = 0;
        for (ScriptedTicket ticket : script.staged()) {
            if (ticket.at() < seconds) {
                clock.after(ticket.at(), () -> write(ticket));
                last = ticket.at();
            }
        }
        for (int at = last; at < seconds; at += PAUSE_SECONDS + random.nextInt(PAUSE_SPREAD_SECONDS)) {
            ScriptedTicket ticket =
                    script.pool().get(random.nextInt(script.pool().size()));
            clock.after(at, () -> write(ticket));
        }
    }

    /** The ticket with that id; null if somebody else wrote it. */
    Written written(String ticketId) {
        return written.get(ticketId);
    }

    int count() {
        return written.size();
    }

    private void write(ScriptedTicket ticket) {
        String number = Integer.toString(numbers.getAndIncrement());
        Letter letter = new Letter(
                number,
                company.organization(ticket.account()),
                ticket.from(),
                ticket.from().toLowerCase(Locale.ROOT) + "@" + ticket.account() + ".example",
                ticket.subject(),
                ticket.body(),
                ticket.urgent(),
                Instant.now());
        var format = HelpdeskFormats.of(ticket.helpdesk());
        written.put(ticket.helpdesk() + ":" + number, new Written(ticket, letter));
        topics.publish(ticket.helpdesk(), format.created(letter));
        for (ScriptedTicket.Later later : ticket.then()) {
            clock.after(
                    later.after(),
                    () -> topics.publish(ticket.helpdesk(), format.wroteAgain(letter, later.says(), Instant.now())));
        }
    }
}

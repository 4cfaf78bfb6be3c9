package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Ticket;
import dev.signalbox.decisions.severity.text.Cue;
import dev.signalbox.decisions.severity.text.CueReader;
import dev.signalbox.decisions.severity.text.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One message of the customer with the cues that were found in it. */
record Message(Instant at, Tokens tokens, List<Cue> cues) {

    static Message read(CueReader reader, Instant at, String text) {
        Tokens tokens = Tokens.of(text);
        return new Message(at, tokens, reader.read(tokens));
    }

    /** The ticket itself and what the customer wrote later, in the order of time. */
    static List<Message> all(CueReader reader, Ticket ticket, List<CaseFacts.Reply> replies) {
        List<Message> messages = new ArrayList<>();
        messages.add(read(reader, ticket.createdAt(), firstText(ticket)));
        for (CaseFacts.Reply reply : replies) {
            messages.add(read(reader, reply.at(), MessageText.own(reply.text())));
        }
        return messages;
    }

    static String firstText(Ticket ticket) {
        String subject = ticket.subject() == null ? "" : ticket.subject();
        String body = ticket.body() == null ? "" : ticket.body();
        return subject + "\n\n" + MessageText.own(body);
    }

    List<Cue> asserted(String name) {
        return cues(cue -> cue.asserted() && cue.name().equals(name));
    }

    List<Cue> cues(Predicate<Cue> wanted) {
        return cues.stream().filter(wanted).toList();
    }

    boolean asserts(String name) {
        for (Cue cue : cues) {
            if (cue.asserted() && cue.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}

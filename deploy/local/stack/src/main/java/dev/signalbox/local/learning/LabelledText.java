package dev.signalbox.local.learning;

import dev.signalbox.contracts.ResolvedTicket;

/**
 * A text whose intent is known.
 *
 * @param id the ticket's, or one made of the file's name and the line
 */
public record LabelledText(String id, String subject, String body, String category, String intent) {

    /** As a classifier reads it. */
    String text() {
        return subject.isBlank() ? body : subject + "\n\n" + body;
    }

    ResolvedTicket ticket() {
        return new ResolvedTicket(id, subject, body, category, intent, null, null, null, null);
    }
}

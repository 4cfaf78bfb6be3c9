package dev.signalbox.enrichment.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.ResolvedTicket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shipped sample: short texts of support of business software, from which a new installation starts. */
final class SampleHistory {

    private static final String RESOURCE = "/history/sample.jsonl";

    private SampleHistory() {}

    static List<ResolvedTicket> tickets() {
        try (InputStream in = SampleHistory.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> Json.decode(line, ResolvedTicket.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample with a history over it: a ticket of the history with the same id replaces one of the sample. */
    static Collection<ResolvedTicket> under(Collection<ResolvedTicket> history) {
        Map<String, ResolvedTicket> all = new LinkedHashMap<>();
        tickets().forEach(ticket -> all.put(ticket.ticketId(), ticket));
        history.forEach(ticket -> all.put(ticket.ticketId(), ticket));
        return all.values();
    }
}

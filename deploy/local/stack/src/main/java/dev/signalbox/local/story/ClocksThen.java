package dev.signalbox.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A ticket's clocks at a past moment, in words, from the watchdog's answer about that moment: what was believed then, and
 * what is right by everything that is known now (N4).
 */
public final class ClocksThen {

    private final JsonNode answer;

    /** @param answer of {@code GET /v1/clocks/{ticketId}?at=...} */
    public ClocksThen(JsonNode answer) {
        this.answer = answer;
    }

    /** Each clock that ran by then or was believed to, in a line with its explanation; empty where none was known. */
    public List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        for (JsonNode believed : answer.path("believed")) {
            lines.add(compared(believed, find("clocks", believed)));
        }
        for (JsonNode right : answer.path("clocks")) {
            if (find("believed", right).isEmpty()) {
                lines.add(line(name(right) + "was not known then; right now it " + state(right), List.of()));
            }
        }
        return lines;
    }

    private StoryLine compared(JsonNode believed, Optional<JsonNode> right) {
        List<String> why = new ArrayList<>();
        why.add("believed since " + moment(believed, "since") + " because of "
                + believed.path("cause").asText());
        if (right.isEmpty()) {
            why.add("right now: there was no such clock");
        } else if (state(right.get()).equals(state(believed))) {
            why.add("right now: the same");
        } else {
            why.add("right now: it " + state(right.get()));
            changesSince(believed).forEach(why::add);
        }
        return line(name(believed) + state(believed), why);
    }

    /** What was told of the clock after that moment. */
    private List<String> changesSince(JsonNode clock) {
        Instant at = Instant.parse(answer.path("at").asText());
        return StreamSupport.stream(answer.path("changes").spliterator(), false)
                .filter(change -> same(change, clock) && !change.hasNonNull("level"))
                .filter(change ->
                        Instant.parse(change.path("decidedAt").asText()).isAfter(at))
                .map(change -> "since then: " + change.path("kind").asText().toLowerCase(Locale.ROOT) + " at "
                        + moment(change, "decidedAt") + " because of "
                        + change.path("cause").asText())
                .toList();
    }

    private Optional<JsonNode> find(String list, JsonNode like) {
        return StreamSupport.stream(answer.path(list).spliterator(), false)
                .filter(clock -> same(clock, like))
                .findFirst();
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.path("clock").equals(other.path("clock"))
                && one.path("cycle").equals(other.path("cycle"));
    }

    private StoryLine line(String what, List<String> why) {
        return new StoryLine(Instant.parse(answer.path("at").asText()), StoryLine.Station.WATCHDOG, what, why);
    }

    private static String name(JsonNode clock) {
        int cycle = clock.path("cycle").asInt();
        return "The " + words(clock, "clock") + " clock " + (cycle > 1 ? cycle + " " : "");
    }

    private static String state(JsonNode clock) {
        return "is " + words(clock, "state")
                + (clock.hasNonNull("dueAt") ? ", due at " + moment(clock, "dueAt") : "")
                + (clock.path("breached").asBoolean() ? ", breached" : "");
    }

    private static String words(JsonNode clock, String field) {
        return clock.path(field).asText().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String moment(JsonNode clock, String field) {
        return Wording.moment(Instant.parse(clock.path(field).asText()));
    }
}

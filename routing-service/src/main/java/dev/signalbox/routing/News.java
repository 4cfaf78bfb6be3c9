package dev.signalbox.routing;

import dev.signalbox.decisions.routing.Draft;
import dev.signalbox.decisions.routing.Roster;
import java.util.ArrayList;
import java.util.List;

/** All records of one batch about one ticket, in the order in which they were read. */
final class News implements Dispatch.Change {

    private final List<Told> records = new ArrayList<>();

    void add(Told record) {
        records.add(record);
    }

    @Override
    public KnownTicket hear(KnownTicket ticket) {
        KnownTicket heard = ticket;
        for (Told record : records) {
            heard = record.hearing().apply(heard);
        }
        return heard;
    }

    @Override
    public Draft ask(Draft draft, Roster roster) {
        Draft asked = draft;
        for (Told record : records) {
            asked = record.ask(asked, roster);
        }
        return asked;
    }
}

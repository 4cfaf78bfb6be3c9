package dev.signalbox.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Shift;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.edge.Fault;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a profile must satisfy before anybody is matched against it. */
final class AgentRules {

    private static final int MOST_TICKETS = 1000;
    private static final int BEST = 5;

    private AgentRules() {}

    /** Every fault of a profile that is registered under this id; empty if there is none. */
    static List<Fault> faults(AgentProfile profile, String id) {
        List<Fault> faults = new ArrayList<>();
        if (profile.id() == null || !profile.id().equals(id)) {
            faults.add(new Fault("/id", "is not the id under which the agent is registered", id));
        }
        if (profile.supportTier() == null || profile.supportTier() == SupportTier.T0) {
            faults.add(new Fault("/supportTier", "is no tier of agents", "T1, T2, T3, T4"));
        }
        if (profile.capacity() < 0 || profile.capacity() > MOST_TICKETS) {
            faults.add(new Fault("/capacity", "is out of range", "0 to " + MOST_TICKETS));
        }
        profile.skills().forEach((skill, level) -> {
            if (level < 1 || level > BEST) {
                faults.add(new Fault("/skills/" + escaped(skill), "is out of range", "1 to " + BEST));
            }
        });
        if (profile.timeZone() != null && !profile.timeZone().isBlank() && !known(profile.timeZone())) {
            faults.add(new Fault("/timeZone", "is not a time zone", "an IANA name, for example Europe/Berlin"));
        }
        for (int i = 0; i < profile.shifts().size(); i++) {
            Shift shift = profile.shifts().get(i);
            if (shift.days().isEmpty() || shift.from() == null || shift.to() == null) {
                faults.add(new Fault(
                        "/shifts/" + i, "is incomplete", "days, from and to, for example [\"MONDAY\"], 09:00, 17:00"));
            }
        }
        return faults;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean known(String zone) {
        try {
            return ZoneId.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

package dev.signalbox.routing;

import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.routing.Agent;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.decisions.routing.RoutingPolicy;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Tells every change of presence, load or capacity on {@code agents.activity}, once at the end of a transaction. */
@ApplicationScoped
public class AgentNews {

    private static final String GONE = "OFFLINE 0 0";

    private final Agents agents;

    AgentNews(Agents agents) {
        this.agents = agents;
    }

    private static final class Telling {
        private final List<String> ids = new ArrayList<>();
        private final List<Seat> told = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
    }

    Uni<Void> tell(UnitOfWork work, Agents.Present present, RoutingPolicy policy) {
        Roster roster = present.roster();
        Telling telling = new Telling();
        for (Agent agent : roster.staff().agents()) {
            Seat last = present.seats().get(agent.id());
            String text = roster.presence(agent.id()) + " " + agent.capacity() + " " + roster.load(agent.id());
            long turn = roster.turn(agent.id());
            if (!text.equals(last.told())) {
                say(
                        telling,
                        roster,
                        agent.id(),
                        last,
                        text,
                        turn,
                        policy.capacity().hard(agent.capacity()));
            } else if (turn != last.turn()) {
                telling.ids.add(agent.id());
                telling.told.add(last.told(turn, last.sequence(), text)
                        .assigned(roster.assigned(agent.id()), roster.assignedSince(agent.id())));
            }
        }
        present.seats().forEach((id, last) -> {
            if (!last.registered() && !last.told().equals(GONE)) {
                say(telling, roster, id, last, GONE, last.turn(), 0);
            }
        });
        return agents.told(work, telling.ids, telling.told).chain(() -> work.publish(telling.events));
    }

    private static void say(
            Telling telling, Roster roster, String agentId, Seat last, String text, long turn, int hard) {
        String[] now = text.split(" ");
        long sequence = last.sequence() + 1;
        AgentActivity activity = new AgentActivity(
                agentId,
                sequence,
                roster.now(),
                Presence.valueOf(now[0]),
                Integer.parseInt(now[2]),
                Integer.parseInt(now[1]),
                hard,
                cause(last.told(), now));
        telling.ids.add(agentId);
        telling.told.add(
                last.told(turn, sequence, text).assigned(roster.assigned(agentId), roster.assignedSince(agentId)));
        telling.events.add(Event.sequenced(Topic.AGENTS_ACTIVITY, agentId, sequence, roster.now(), activity));
    }

    private static String cause(String before, String[] now) {
        String[] old = before.split(" ");
        if (before.isEmpty() || !old[1].equals(now[1])) {
            return "PROFILE";
        }
        return old[0].equals(now[0]) ? "LOAD" : "PRESENCE";
    }
}

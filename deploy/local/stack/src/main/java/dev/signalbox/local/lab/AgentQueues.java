package dev.signalbox.local.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Each ticket goes at once to the agent with the fewest tickets, in turn among equals, and stays there. */
final class AgentQueues implements LabQueue {

    private final Crew crew;
    private final List<Queue<Arrival>> waiting = new ArrayList<>();
    private final int[] tickets;
    private final boolean[] working;
    private int turn;

    AgentQueues(Crew crew) {
        this.crew = crew;
        this.tickets = new int[crew.size()];
        this.working = new boolean[crew.size()];
        crew.agents().forEach(agent -> waiting.add(new ArrayDeque<>()));
    }

    @Override
    public void add(Arrival arrival, long now, IntPredicate agents) {
        int least = leastBusy(agents);
        if (least < 0) {
            least = leastBusy(agent -> crew.mayTake(agent, arrival));
        }
        turn = (least + 1) % crew.size();
        tickets[least]++;
        waiting.get(least).add(arrival);
    }

    private int leastBusy(IntPredicate agents) {
        int least = -1;
        for (int i = 0; i < crew.size(); i++) {
            int agent = (turn + i) % crew.size();
            if (agents.test(agent) && (least < 0 || tickets[agent] < tickets[least])) {
                least = agent;
            }
        }
        return least;
    }

    @Override
    public Arrival next(int agent, long now, Predicate<Arrival> mayTake) {
        if (working[agent]) {
            tickets[agent]--;
        }
        Arrival next = waiting.get(agent).poll();
        working[agent] = next != null;
        return next;
    }
}

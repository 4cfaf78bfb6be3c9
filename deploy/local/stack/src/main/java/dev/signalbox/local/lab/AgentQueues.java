package dev.signalbox.local.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Each ticket goes at once to the agent with the fewest tickets, in turn among equals, and stays there. */
final class AgentQueues implements LabQueue {

    private final List<Queue<Arrival>> waiting = new ArrayList<>();
    private final int[] tickets = new int[Traffic.AGENTS];
    private final boolean[] working = new boolean[Traffic.AGENTS];
    private int turn;

    AgentQueues() {
        for (int agent = 0; agent < Traffic.AGENTS; agent++) {
            waiting.add(new ArrayDeque<>());
        }
    }

    @Override
    public void add(Arrival arrival) {
        int least = turn;
        for (int i = 1; i < Traffic.AGENTS; i++) {
            int agent = (turn + i) % Traffic.AGENTS;
            least = tickets[agent] < tickets[least] ? agent : least;
        }
        turn = (least + 1) % Traffic.AGENTS;
        tickets[least]++;
        waiting.get(least).add(arrival);
    }

    @Override
    public Arrival next(int agent, long now) {
        if (working[agent]) {
            tickets[agent]--;
        }
        Arrival next = waiting.get(agent).poll();
        working[agent] = next != null;
        return next;
    }
}

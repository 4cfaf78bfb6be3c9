package dev.signalbox.local.lab;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** A floor at work: tickets arrive, agents begin and end shifts, take tickets, hand some back. */
final class Play {

    /** An agent is free again; what he hands back, or null. */
    private record Free(long at, int agent, Arrival handedBack) {}

    private static final Comparator<Free> IN_TIME =
            Comparator.comparingLong(Free::at).thenComparingInt(Free::agent);

    private final Crew crew;
    private final LabQueue queue;
    private final Run run;
    private final PriorityQueue<Free> busy = new PriorityQueue<>(IN_TIME);
    private final TreeSet<Integer> idle = new TreeSet<>();
    private final Map<Integer, Integer> handBacks = new HashMap<>();
    private final Map<Integer, Integer> handedBackBy = new HashMap<>();

    Play(Crew crew, LabQueue queue, Run run) {
        this.crew = crew;
        this.queue = queue;
        this.run = run;
    }

    void play(List<Arrival> arrivals) {
        for (int agent = 0; agent < crew.size(); agent++) {
            idle.add(agent);
        }
        int next = 0;
        while (next < arrivals.size() || !busy.isEmpty()) {
            boolean arrives = next < arrivals.size()
                    && (busy.isEmpty() || arrivals.get(next).at() <= busy.peek().at());
            if (arrives) {
                Arrival arrival = arrivals.get(next++);
                queued(arrival, arrival.at());
            } else {
                Free free = busy.remove();
                if (free.handedBack() != null) {
                    handedBackBy.put(free.handedBack().number(), free.agent());
                    queued(free.handedBack(), free.at());
                }
                serve(free.agent(), free.at());
            }
        }
    }

    private void queued(Arrival arrival, long now) {
        queue.add(arrival, now, agent -> crew.worksAt(agent, now) && mayTake(agent, arrival));
        for (int agent : List.copyOf(idle)) {
            serve(agent, now);
        }
    }

    private boolean mayTake(int agent, Arrival arrival) {
        return crew.mayTake(agent, arrival) && handedBackBy.getOrDefault(arrival.number(), -1) != agent;
    }

    private void serve(int agent, long now) {
        idle.remove(agent);
        if (!crew.worksAt(agent, now)) {
            busy.add(new Free(crew.agents().get(agent).nextShift(now), agent, null));
            return;
        }
        Arrival arrival = queue.next(agent, now, one -> mayTake(agent, one));
        if (arrival == null) {
            idle.add(agent);
        } else if (isHandedBack(arrival)) {
            busy.add(new Free(now + crew.handBack(), agent, arrival));
        } else {
            busy.add(new Free(now + arrival.handling(), agent, null));
            run.answered(arrival, now - arrival.at());
        }
    }

    private boolean isHandedBack(Arrival arrival) {
        return arrival.handBacks() > 0 && handBacks.merge(arrival.number(), 1, Integer::sum) <= arrival.handBacks();
    }
}
